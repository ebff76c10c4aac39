/** The head of a frozen batch's page: what to do next, and what is forgotten. */
import type { Child } from 'hono/jsx'
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, secondsOf, timeOf } from '../../core/time.ts'
import { Badge, Opening, type Gap } from '../../ui/parts.tsx'
import { printedVersion } from './changes.ts'
import { howLong, reached, urgentOf, type FrozenDay } from './frozen-day.ts'
import { pageWords } from './page-messages.ts'
import { PrintForm } from './print-form.tsx'
import { LATE_SECONDS } from './rules.ts'
import type { PageProps } from './rows.tsx'

type Props = PageProps & { data: FrozenDay }

export function FrozenHead(props: Props) {
  const { data, viewer, lang, here } = props
  const { batch, shop } = data
  const t = pageWords(lang)
  const next = nextThing(props)
  return (
    <Opening
      when={t.frozenAt(dayWord(batch.day, lang), secondsOf(batch.frozenAt, shop.timeZone), batch.version)}
      title={next.title}
      forgotten={t.forgotten}
      gaps={gapsOf(props)}
    >
      <p class="quiet">{t.summary(batch.parcels, urgentOf(data.stages))}</p>
      <Late data={data} lang={lang} />
      <div class="line">
        {next.button}
        {next.toBench || !may(viewer, 'bench.scan') || (
          <a class="button plain" href="/bench">
            {t.toBench}
          </a>
        )}
        <a class="button plain" href={here(`/batch/${batch.day}/parcels`)}>
          {t.parcels}
        </a>
      </div>
    </Opening>
  )
}

function Late({ data: { batch, because }, lang }: { data: FrozenDay; lang: Lang }) {
  if (batch.lateBySeconds < LATE_SECONDS) return null
  const t = pageWords(lang)
  return (
    <p class="line">
      <Badge tone="late" solid>
        {t.late(howLong(batch.lateBySeconds, lang))}
      </Badge>
      <span>{[because && t.whyLate[because], t.asOfCutoff].filter(Boolean).join(t.and)}</span>
    </p>
  )
}

type Next = { title: string; button: Child; toBench?: boolean }

/** The first of these that there is something to do for; its button is the filled one. */
function nextThing({ data, viewer, lang, here }: Props): Next {
  const { stops, troubled, stages, batch, changes, prints } = data
  const t = pageWords(lang)
  const [waiting, unpacked] = [reached(stages, 'waiting'), reached(stages, 'waiting', 'printed')]
  const packed = reached(stages, 'packed')
  const print = (sheet: 'picking' | 'changes') =>
    may(viewer, 'batch.print') && <PrintForm batchId={batch.id} sheet={sheet} words={t.print} primary />
  const bench = (href: string) => may(viewer, 'bench.scan') && <Primary href={href} words={t.toBench} />
  if (stops.length)
    return { title: t.stopFirst(stops.length), button: <Primary href="#stops" words={t.toStops(stops.length)} /> }
  if (troubled.length)
    return { title: t.troubleFirst(troubled.length), button: <Primary href="#troubled" words={t.toTroubled} /> }
  if (waiting && printedVersion(prints) === undefined) return { title: t.printFirst(waiting), button: print('picking') }
  if (changes) return { title: t.printChanges, button: print('changes') }
  if (unpacked) return { title: t.packNext(unpacked), button: bench('/bench'), toBench: true }
  if (packed) return { title: t.handNext(packed), button: bench('/bench?mode=hand'), toBench: true }
  const title = batch.parcels ? t.allGone(batch.parcels) : t.emptyBatch
  return { title, button: <Primary href={here(`/batch/${batch.day}/parcels`)} words={t.all} /> }
}

export const Primary = ({ href, words }: { href: string; words: string }) => (
  <a class="button primary" href={href} data-key="n">
    {words} <kbd>N</kbd>
  </a>
)

function gapsOf({ data, lang, here }: Props): Gap[] {
  const { stops, troubled, leftCount, changes, others, shop } = data
  const t = pageWords(lang)
  const gap = (count: number, tone: Gap['tone'], words: string, href: string, note?: string): Gap =>
    count ? { count, tone: tone!, words, href, note } : { count, tone: 'done', words }
  const oldest = stops[0]?.shipment.stopAskedAt
  return [
    gap(stops.length, 'late', t.stopsUnanswered, '#stops', oldest ? timeOf(oldest, shop.timeZone) : undefined),
    gap(troubled.length, 'late', t.troubledSince, '#troubled'),
    gap(leftCount, 'soon', t.leftBehind, '#left', t.withReasons),
    gap(changes, 'soon', t.changedSincePrint, '#sheets'),
    ...unfinished(others, lang, here),
  ]
}

/** Earlier batches of which something is still here. */
export const unfinished = (others: FrozenDay['others'], lang: Lang, here: PageProps['here']): Gap[] =>
  others
    .filter(({ todo }) => todo > 0)
    .map(({ batch, todo }) => ({
      count: todo,
      tone: 'late',
      words: pageWords(lang).earlierLeft(dayWord(batch.day, lang)),
      href: here(`/batch/${batch.day}`),
    }))
