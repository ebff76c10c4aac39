/** The page before a cutoff: what will be in the batch, and what a person has to settle so that more is. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, yearOf } from '../../core/time.ts'
import { may } from '../../access.ts'
import { Opening, type Gap } from '../../ui/parts.tsx'
import type { BookEntry } from '../orders/index.ts'
import { SHOWN, type ComingDay } from './coming-day.ts'
import { Primary, unfinished } from './frozen-head.tsx'
import { History } from './frozen-foot.tsx'
import { pageWords } from './page-messages.ts'
import { keptBackHeads, KeptBackRow, Rows, type PageProps } from './rows.tsx'
import type { Outlook } from './rules.ts'

type Props = PageProps & { data: ComingDay }
type Kept = Outlook<BookEntry>['blocking']

export const ComingView = (props: Props) => (
  <>
    <Head {...props} />
    {!props.data.freezing && <Blocking {...props} />}
    <Staying {...props} />
    <History {...props} />
  </>
)

function Head(props: Props) {
  const { data, viewer, lang } = props
  const { plan, freezing, asked } = data
  const t = pageWords(lang)
  const { title, hint } = titleOf(data, viewer, lang)
  return (
    <Opening
      when={[dayWord(plan.day, lang), t.cutoffAt(plan.cutoff)].join(t.and)}
      tone={freezing ? 'late' : undefined}
      title={title}
      forgotten={t.forgotten}
      gaps={gapsOf(props)}
    >
      <p class="quiet">{hint}</p>
      {!freezing && asked.works && <ToFirst {...props} />}
      {!freezing && <ToImport {...props} />}
    </Opening>
  )
}

/** The first order in the way; for who may not decide it, a look at the list is all there is to do. */
function ToFirst({ data: { outlook }, viewer, lang }: Props) {
  const [first] = outlook.blocking
  if (!first || !may(viewer, 'orders.flag')) return null
  return (
    <p class="line">
      <Primary href={`/orders/${first.order.id}`} words={pageWords(lang).settle} />
    </p>
  )
}

/** Nobody has brought an order that could ship: that is what to do. */
function ToImport({ data: { outlook }, viewer, lang }: Props) {
  if (outlook.ready || outlook.blocking.length || !may(viewer, 'orders.import')) return null
  return (
    <p class="line">
      <Primary href="/imports" words={pageWords(lang).import} />
    </p>
  )
}

function titleOf({ asked, plan, freezing, outlook }: ComingDay, viewer: PageProps['viewer'], lang: Lang) {
  const t = pageWords(lang)
  const soFar = t.readySoFar(outlook.ready)
  if (freezing) return { title: t.freezing, hint: t.freezingHint }
  if (!asked.works) {
    const why = asked.name || t.restReasons[asked.because]
    return {
      title: t.restDay(why),
      hint: `${t.nextBatch(`${dayWord(plan.day, lang)} ${plan.cutoff}`)}${t.and}${soFar}`,
    }
  }
  const n = outlook.blocking.length
  if (n && !may(viewer, 'orders.flag')) return { title: t.waitForCutoff(outlook.ready), hint: t.othersSettle(n) }
  if (n) return { title: t.settleFirst(n), hint: soFar }
  return { title: t.allReady(outlook.ready), hint: outlook.ready ? t.noBlockingHint : nothingYet(viewer, lang) }
}

const nothingYet = (viewer: PageProps['viewer'], lang: Lang): string =>
  may(viewer, 'orders.import') ? pageWords(lang).nothingYetHint : pageWords(lang).nothingYetAsk

function gapsOf({ data: { outlook, others, plan, freezing }, lang, here }: Props): Gap[] {
  const t = pageWords(lang)
  const gap = (count: number, tone: Gap['tone'], words: string, href: string, note: string): Gap =>
    count ? { count, tone: tone!, words, href, note } : { count, tone: 'done', words }
  const guessed: Gap[] = plan.yearLoaded ? [] : [{ count: 1, tone: 'late', words: t.yearMissing(yearOf(plan.day)) }]
  return [
    ...guessed,
    ...(freezing ? [] : [gap(outlook.blocking.length, 'soon', t.blocking, '#blocking', t.blockingHint)]), // too late now
    { count: outlook.staying.length, words: t.staying, href: '#staying', note: t.stayingHint },
    ...unfinished(others, lang, here),
  ]
}

function Blocking({ data: { outlook, names }, lang }: Props) {
  const t = pageWords(lang)
  const { blocking } = outlook
  if (!blocking.length) return null
  return (
    <section class="panel" id="blocking">
      <header>
        <h2>{t.blocking}</h2> <span class="count">{blocking.length}</span>
      </header>
      <KeptRows kept={blocking} caption={t.blocking} names={names} lang={lang} />
    </section>
  )
}

function Staying({ data: { outlook, names }, lang }: Props) {
  const { staying } = outlook
  if (!staying.length) return null
  const t = pageWords(lang)
  return (
    <details class="panel" id="staying">
      <summary>
        {t.staying} <span class="count">{staying.length}</span>
      </summary>
      <KeptRows kept={staying} caption={t.staying} names={names} lang={lang} />
    </details>
  )
}

export type KeptProps = { kept: Kept; caption: string; lang: Lang } & Pick<ComingDay, 'names'>
export const KeptRows = ({ kept, caption, names, lang }: KeptProps) => (
  <Rows caption={caption} heads={keptBackHeads(lang)}>
    {kept.slice(0, SHOWN).map(({ order, why, hold }) => (
      <KeptBackRow order={order} why={why} ownerId={hold?.ownerId} names={names} lang={lang} />
    ))}
  </Rows>
)
