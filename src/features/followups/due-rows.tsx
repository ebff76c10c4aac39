/** The rows of the due list, by their part of the day; the one that somebody works on is open. */
import type { Lang } from '../../core/i18n.ts'
import { whenWord } from '../../core/time.ts'
import { Badge, Who } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { Shop } from '../shops/index.ts'
import { ContactForm, EndForm, type Draft } from './forms.tsx'
import type { DueList, DueRow } from './list.ts'
import { kindWord, reasonWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { DuePart, Kind } from './rules.ts'
import type { Followup } from './store.ts'
import type { FirstOrder } from './store-sweep.ts'

export type DueProps = {
  lang: Lang
  shop: Shop
  now: number
  list: DueList
  whose: 'mine' | 'team'
  kind: Kind | undefined
  /** The row on which somebody works. */
  openId: string | undefined
  canDo: boolean
  firstTimers: readonly FirstOrder[] | undefined
  draft?: Draft | undefined
  twins?: readonly Followup[] | undefined
}

/** The address of the list with these filters. */
export function hrefOf({ whose, kind, openId }: { whose: string; kind: string | undefined; openId?: string }) {
  const query = new URLSearchParams({ whose, ...(kind && { kind }), ...(openId && { open: openId }) }).toString()
  return `/followups?${query}${openId ? `#f-${openId}` : ''}`
}

const tones: Partial<Record<DuePart, 'late' | 'soon'>> = { overdue: 'late', now: 'soon' }

export function Part({ part, ...props }: DueProps & { part: DuePart }) {
  const { lang, list } = props
  const t = pageWords(lang)
  const rows = list.parts[part]
  if (!rows.length) return null
  return (
    <section class="panel" id={part}>
      <header>
        <h2>{t.parts[part]}</h2> <span class="count">{rows.length}</span>
      </header>
      <table class="rows tight due">
        <caption class="unseen">{t.parts[part]}</caption>
        <Heads names={t.columns} unseen={t.contact} />
        <tbody>
          {rows.map((row) => (
            <Row {...props} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row(props: DueProps & { row: DueRow }) {
  const { row, lang, shop, now, whose, kind, canDo, openId } = props
  const { followup, part, said, tid } = row
  const t = pageWords(lang)
  const isOpen = canDo && openId === followup.id
  return (
    <>
      <tr id={`f-${followup.id}`}>
        <td class="at" data-tone={tones[part]}>
          <time>{whenWord(followup.nextAt, now, shop.timeZone, lang)}</time>
        </td>
        <td class="one-line">
          <Badge>{kindWord(followup.kind, lang)}</Badge>
        </td>
        <td class="one-line">
          <a href={`/followup/${followup.id}`}>{followup.buyer}</a>
        </td>
        <td class="full note">
          {[reasonWord(followup.reason, lang), said].filter(Boolean).join(' · ') || t.notTalked}
        </td>
        <td>
          {tid && (
            <a class="id" href={`/orders/${followup.orderId}`}>
              {tid}
            </a>
          )}
        </td>{' '}
        <td class="one-line">
          <Holder {...props} />
        </td>
        <td class="act">
          {canDo && !isOpen && (
            <a
              class="button plain"
              href={hrefOf({ whose, kind, openId: followup.id })}
              aria-label={t.contactOf(followup.buyer)}
            >
              {t.contact}
            </a>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr class="doing">
          <td colspan={7} class="full">
            <GoOn {...props} followup={followup} />
          </td>
        </tr>
      )}
    </>
  )
}

function Holder({ row, list, lang }: DueProps & { row: DueRow }) {
  const [first, ...others] = row.having.people
  const owner = others.length ? undefined : list.names.get(first ?? '')
  return owner ? <Who {...owner} /> : <Badge>{pageWords(lang).shift}</Badge>
}

/** What can be done with an open one: contact again, or end it. */
const GoOn = ({
  lang,
  shop,
  now,
  list,
  followup,
}: Pick<DueProps, 'lang' | 'shop' | 'now' | 'list'> & { followup: Followup }) => (
  <>
    <ContactForm
      lang={lang}
      zone={shop.timeZone}
      now={now}
      followup={followup}
      proposed={list.proposed[followup.kind]}
      focus
    />
    <EndForm lang={lang} followup={followup} />
  </>
)
