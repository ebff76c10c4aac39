/** SHIFT-2, MEET-1, DAY-1: what follow-ups tell the handover, the evening meeting and the day's line. */
import { both, type Both, type Lang } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { instantOf, addDays, shortOf } from '../../core/time.ts'
import type { AgendaSource, HandoverSource, OpenThing, StepSource } from '../../feature.ts'
import { dutiesAround, onDuty, perHours } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { dueByPerson } from './list.ts'
import { kindWord, reasonWord } from './messages.ts'
import { lateFrom, type Kind } from './rules.ts'
import { dueFollowups, type Followup } from './store.ts'
import { followupsById, giveTo, lastSaid, lostBetween, wentBack } from './store-open.ts'
import { openThingWords as words } from './words-open.ts'

const keyOf = ({ id }: Followup) => `followup:${id}`
/** All that need no word of their own, because whoever has them is there. */
const restKey = (shop: Shop) => `followup:rest:${shop.id}`

type Span = { now: number; until: number }

/** One by one what changes hands, is late or is being talked about; the rest as one line with the list behind it. */
async function openThings(db: Reader, shop: Shop, span: Span): Promise<OpenThing[]> {
  const due = await dueFollowups(db, shop.id, span.until)
  const said = await lastSaid(
    db,
    due.map(({ id }) => id),
  )
  const there = await onDutyWhenDue(db, shop, span)
  const isTold = (f: Followup) => f.nextAt < span.now || !there(f) || (f.kind === 'unpaid' && said.has(f.id))
  const rest = due.filter((followup) => !isTold(followup)).length
  const told = due.filter(isTold).map((followup) => thingOf(followup, shop, span.now, said.get(followup.id) ?? ''))
  return rest ? [...told, restOf(shop, rest)] : told
}

async function onDutyWhenDue(db: Reader, shop: Shop, { now }: Span) {
  const duties = await dutiesAround(db, shop, now, 'followups.do')
  return ({ ownerId, nextAt }: Followup) =>
    onDuty(duties, Math.max(now, nextAt)).some(({ personId }) => personId === ownerId)
}

function thingOf(followup: Followup, shop: Shop, now: number, said: string): OpenThing {
  const { kind, buyer, nextAt, ownerId, orderId } = followup
  const isTalking = kind === 'unpaid' && said !== ''
  const summary = both(
    (lang) =>
    isTalking ? words(lang).talking(buyer, said) : words(lang).one(kindWord(kind, lang), buyer, said || reasonWord(followup.reason, lang)), // prettier-ignore
  )
  return {
    key: keyOf(followup),
    urgency: nextAt < now || isTalking ? 'watch' : 'steady',
    summary,
    todo: both((lang) => words(lang).contact(shortOf(nextAt, shop.timeZone))),
    dueAt: nextAt,
    lateAt: lateFrom(nextAt),
    ownerId,
    href: `/followup/${followup.id}`,
    ...(orderId ? { orderId } : {}),
    buyer,
  }
}

const restOf = (shop: Shop, n: number): OpenThing => ({
  key: restKey(shop),
  urgency: 'steady',
  summary: both((lang) => words(lang).rest(n)),
  todo: both((lang) => words(lang).restTodo),
  href: '/followups',
})

async function endings(db: Reader, shop: Shop, keys: readonly string[], span: Span): Promise<Map<string, Both>> {
  const ids = keys.filter((key) => key !== restKey(shop)).map((key) => key.slice('followup:'.length))
  const rows = ids.length ? await followupsById(db, shop.id, ids) : []
  const ended = new Map(
    rows.flatMap((row): [string, Both][] => {
      const ending = endingOf(row, shop, span.until)
      return ending ? [[keyOf(row), both(ending)]] : []
    }),
  )
  if (keys.includes(restKey(shop)) && !(await dueFollowups(db, shop.id, span.until)).length)
    ended.set(restKey(shop), both((lang) => words(lang).restDone)) // prettier-ignore
  return ended
}

function endingOf(row: Followup, shop: Shop, until: number): ((lang: Lang) => string) | undefined {
  const { state, ending, endedByOrder, nextAt } = row
  if (state !== 'open') {
    const how = (lang: Lang) => (endedByOrder ? words(lang).byOrder : (ending ?? ''))
    return (lang) => [words(lang).ended[state], how(lang)].filter(Boolean).join(lang === 'zh' ? '：' : ': ')
  }
  return nextAt > until ? (lang) => words(lang).moved(shortOf(nextAt, shop.timeZone)) : undefined
}

export const handover: readonly HandoverSource[] = [
  {
    name: 'followup',
    word: (lang) => words(lang).heading,
    open: openThings,
    ended: endings,
    async taken(tx, key, { personId, side }) {
      await giveTo(tx, key.slice('followup:'.length), { ownerId: personId, ownerSide: side })
    },
  },
]

// --- the evening meeting ------------------------------------------------------------------------------

const NAMED = 8

export const agenda: readonly AgendaSource[] = [
  {
    name: 'lost',
    word: (lang) => words(lang).lostWhy,
    meetings: ['evening'],
    async points(db, shop, { day }) {
      const from = instantOf(day, '00:00', shop.timeZone)
      const lost = await lostBetween(db, shop.id, from, instantOf(addDays(day, 1), '00:00', shop.timeZone))
      const byReason = [...Map.groupBy(lost, ({ reason }) => reason || 'other')].sort(([, a], [, b]) => b.length - a.length) // prettier-ignore
      return byReason.map(([reason, list]) => ({
        key: `lost:${day}:${reason}`,
        urgency: 'steady' as const,
        summary: both((lang) => words(lang).lostFor(reasonWord(reason, lang), list.length, buyersOf(list, lang))),
        href: '/followups?kind=lost',
      }))
    },
  },
]
const buyersOf = (list: readonly Followup[], lang: Lang) =>
  list
    .slice(0, NAMED)
    .map(({ buyer }) => buyer)
    .join(words(lang).listComma) + (list.length > NAMED ? words(lang).andMore : '')

// --- the day's line -----------------------------------------------------------------------------------

/** What each still has of a kind before going home, and how often they went back today. */
const step =
  (kind: Kind): StepSource =>
  async (db, { shop, shifts }, now) => {
    const done = await perHours(shifts, (personIds, { from, to }) =>
      wentBack(db, { shopId: shop.id, personIds, kind, from, to: Math.min(now, to) }),
    )
    const due = await perHours(shifts, (_, { to }) => dueByPerson(db, shop, { now, until: to, kind }))
    return done.map(({ count, last } = { count: 0, last: null }, i) => {
      const left = due[i] ?? 0
      return { doneAt: left === 0 && count > 0 ? last : null, count, left, href: `/followups?kind=${kind}` }
    })
  }

export const steps = { lost: step('lost'), unpaid: step('unpaid'), self_service: step('self_service') }
