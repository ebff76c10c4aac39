/** A day without a shift: says so, and who is on. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { Empty, Who } from '../../ui/parts.tsx'
import type { Duty } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import type { Mine } from './lines.ts'
import { words } from './messages.ts'
import { spanWord } from './standing.tsx'

type OffProps = { lang: Lang; shop: Shop; mine: Mine & { is: 'off' } }

export function DayOff({ lang, shop, mine }: OffProps) {
  const t = words(lang)
  const shift = ({ name, ...span }: Duty) => `${name[lang]} ${spanWord(span, shop.timeZone)}`
  return (
    <>
      <Empty
        title={t.off}
        hint={mine.next ? t.offNext(dayWord(mine.next.day, lang), shift(mine.next)) : t.offNone}
        whole
      >
        <a class="button primary" href="/roster">
          {t.toRoster}
        </a>
      </Empty>
      <section class="panel">
        <header>
          <h2>{t.whoIsOn}</h2> <span class="count">{mine.on.length}</span>
        </header>
        {mine.on.length === 0 && <p class="quiet">{t.nobodyOn}</p>}
        <ul>
          {mine.on.map((duty) => (
            <li class="line">
              <Who handle={duty.handle} hue={duty.hue} /> <span class="quiet">{shift(duty)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
