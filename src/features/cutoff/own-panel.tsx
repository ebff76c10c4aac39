/** An agent's panel: how long until the cutoff, and what of theirs does not ship yet. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import type { BoardPanel } from '../../feature.ts'
import type { Tone } from '../../ui/parts.tsx'
import { ownOpen } from '../orders/index.ts'
import { ownWords } from './own-words.ts'
import { cutoffPlate, type Plate } from './plate.ts'

export const ownPanel: BoardPanel = {
  name: 'own-cutoff',
  word: (lang) => ownWords(lang).title,
  boards: ['agent'],
  order: 20,
  right: 'orders.flag',
  topics: [
    'order',
    'hold',
    'import',
    'batch',
    'gift',
    'claim',
    'refund',
    'parcel',
    'handover',
    'shop',
    'calendar',
    'minute',
  ],
  own: true,
  async render({ ctx, shop }): Promise<Child> {
    const { lang, now, read, who } = ctx
    const t = ownWords(lang)
    const open = await ownOpen(read, shop, who.id!, now)
    return (
      <>
        <Until plate={await cutoffPlate(ctx, shop)} lang={lang} />
        <ul class="counts">
          <Count n={open.waits} tone="soon" href="/orders?show=waits&mine=1" words={t.waits} />
          <Count n={open.undecided} tone="soon" href="/orders?show=undecided&mine=1" words={t.undecided} />
          <Count n={open.holds} tone="hold" href={`/holds?whose=${who.id}`} words={t.holds} />
          <Count n={open.all.waits} href="/orders?show=waits" words={t.allWait} />
          <Count n={open.all.ships} href="/orders?show=ships" words={t.allShip} />
        </ul>
      </>
    )
  },
}

type CountProps = { n: number; tone?: Tone; href: string; words: string }
/** A figure and the list behind it. */
const Count = ({ n, tone, href, words }: CountProps) => (
  <li data-tone={n ? tone : undefined}>
    <b>{n}</b> <a href={href}>{words}</a>
  </li>
)

function Until({ plate, lang }: { plate: Plate; lang: Lang }) {
  const t = ownWords(lang)
  if (plate.state === 'rest') return <p class="quiet">{t.rest}</p>
  if (plate.state === 'frozen')
    return (
      <p>
        <a href="/batch">{t.frozen(plate.cutoff, plate.count)}</a>
      </p>
    )
  return (
    <p class="plate" role="timer" data-until={plate.cutoffAt}>
      <span>{t.until(plate.cutoff)}</span>
      <time />
    </p>
  )
}
