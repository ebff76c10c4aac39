/** What is held: overdue, due today, without a date, coming; and whose it is. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { Badge, Empty, Opening, Who } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { Shop } from '../shops/index.ts'
import type { BookEntry } from './book.ts'
import type { HeldList, Held } from './held.ts'
import { holdReasonWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { FlagMark, OrderLink } from './parts.tsx'
import type { Flag } from '../shops/flags.ts'

type HoldsProps = {
  lang: Lang
  shop: Shop
  held: HeldList
  names: ReadonlyMap<string, { handle: string; hue: number }>
  canHold: boolean
  /** Whose holds are shown: a person's id, "shift" or everybody's. */
  whose: string
}

export function HoldsView(props: HoldsProps) {
  const { held, lang } = props
  const t = pageWords(lang)
  const urgent = held.overdue.length + held.due.length + held.undated.length
  const dated = held.overdue[0] ?? held.due[0]
  const undated = held.undated[0] && `/orders/${held.undated[0].order.id}`
  const first = dated ? `/holds/${dated.hold.id}` : undated
  return (
    <>
      <Opening
        when={t.holds}
        tone={held.overdue.length ? 'late' : urgent ? 'soon' : 'done'}
        title={urgent ? t.holdsToSettle(urgent) : t.noHoldDue}
        forgotten={t.forgotten}
        gaps={[
          {
            count: held.overdue.length,
            words: t.overdueHolds(held.overdue.length),
            tone: 'late' as const,
            href: '#overdue',
          },
          {
            count: held.undated.length,
            words: t.undatedHolds(held.undated.length),
            tone: 'soon' as const,
            href: '#undated',
          },
        ].filter((gap) => gap.count > 0)}
      >
        {first && (
          <p class="line">
            <a class="button primary" href={first} data-key="n">
              {t.fromFirst} <kbd>N</kbd>
            </a>
          </p>
        )}
      </Opening>
      {held.all > 0 && <WhoseTabs {...props} />}
      <Section {...props} id="overdue" title={t.overdueTitle} list={held.overdue} tone="late" />
      <Section {...props} id="due" title={t.dueTitle} list={held.due} tone="soon" />
      {held.undated.length > 0 && <Undated list={held.undated} lang={lang} />}
      <Section {...props} id="coming" title={t.comingTitle} list={held.coming} />
      {held.all === 0 && (
        <Empty title={t.noHolds} hint={props.canHold ? t.noHoldsHint : t.noHoldsAsk}>
          <a class="button" href="/orders">
            {t.toOrders}
          </a>
        </Empty>
      )}
    </>
  )
}

function WhoseTabs({ held, names, whose, lang }: HoldsProps) {
  const t = pageWords(lang)
  return (
    <nav class="choices" aria-label={t.whose}>
      <a href="/holds" aria-current={whose === '' ? 'true' : undefined}>
        {t.everybody} <b>{held.all}</b>
      </a>
      {[...held.byHolder].map(([key, count]) => (
        <a href={`/holds?whose=${encodeURIComponent(key)}`} aria-current={whose === key ? 'true' : undefined}>
          {names.get(key)?.handle ?? t.belongsTo(t.shifts[held.shift])} <b>{count}</b>
        </a>
      ))}
    </nav>
  )
}

type SectionProps = HoldsProps & { id: string; title: string; list: readonly Held[]; tone?: 'late' | 'soon' }

function Section({ id, title, list, tone, lang, names, canHold }: SectionProps) {
  const t = pageWords(lang)
  if (!list.length) return null
  return (
    <section class="panel" id={id}>
      <header>
        <h2>{title}</h2> <span class="count">{list.length}</span>
      </header>
      <table class="rows tight held">
        <caption class="unseen">{title}</caption>
        <Heads names={t.holdColumns} />
        <tbody>
          {list.map((held) => (
            <HoldRow {...{ held, tone, lang, names, canHold }} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type HoldRowProps = Pick<SectionProps, 'tone' | 'lang' | 'names' | 'canHold'> & { held: Held }

function HoldRow({ held: { entry, hold, holder }, tone, lang, names, canHold }: HoldRowProps) {
  const t = pageWords(lang)
  const { order } = entry
  return (
    <tr>
      <td class="at" data-tone={tone}>
        <time>{dayWord(hold.dueOn, lang)}</time>
      </td>
      <td>
        <OrderLink id={order.id} tid={order.tid} />
      </td>
      <td class="one-line">{order.receiver || order.buyer}</td>
      <td class="full clip">{order.summary}</td>
      <td class="note">
        {holdReasonWord(hold.reason, lang)}
        {hold.note && `${t.colon}${hold.note}`}
        {hold.postponed > 0 && <small> {t.postponedBadge(hold.postponed)}</small>}
      </td>
      <td class="one-line">
        {holder.personId && names.has(holder.personId) ? (
          <Who {...names.get(holder.personId)!} />
        ) : (
          <Badge>{t.belongsTo(t.shifts[holder.shift])}</Badge>
        )}
      </td>
      {canHold && (
        <td class="act">
          <a class="button plain" href={`/holds/${hold.id}`} aria-label={t.settleOf(order.tid)}>
            {t.settle}
          </a>
        </td>
      )}
    </tr>
  )
}

/** HOLD-1: a holding flag that came from outside, without reason and date. */
function Undated({ list, lang }: { list: readonly BookEntry[]; lang: Lang }) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="undated">
      <header>
        <h2>{t.undatedTitle}</h2> <span class="count">{list.length}</span>
      </header>
      <table class="rows tight">
        <caption class="unseen">{t.undatedTitle}</caption>
        <tbody>
          {list.map(({ order }) => (
            <tr>
              <td>
                <FlagMark flag={order.flag as Flag} meaning={order.meaning} lang={lang} />
              </td>
              <td>
                <OrderLink id={order.id} tid={order.tid} />
              </td>
              <td class="one-line">{order.receiver || order.buyer}</td>
              <td class="full clip">{order.summary}</td>
              <td class="act">
                <a class="button plain" href={`/orders/${order.id}`} aria-label={t.setDateOf(order.tid)}>
                  {t.setDate}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
