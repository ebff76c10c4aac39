/**
 * REPORT-4: the clock reminds who owes a report, and tells them and those who lead once it is late; each once. Whoever
 * does not owe it any more has it settled.
 */
import type { Context } from '../../core/context.ts'
import { claim, whichClaimed, type Job } from '../../core/due.ts'
import { both, type Lang } from '../../core/i18n.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { addDays, dayOf, dayWord, whenWord, type Day } from '../../core/time.ts'
import { announce, settle } from '../inbox/index.ts'
import { leadsOf, staffOf } from '../people/index.ts'
import { forEachShop, type Shop } from '../shops/index.ts'
import { LOOK_BACK, stepAt, type Step } from './deadline-rules.ts'
import { deadlineWords } from './deadline-words.ts'
import { owedBetween, type Owed } from './owed.ts'

export const deadlineJob: Job = {
  name: 'reports',
  sweep: (ctx) => forEachShop(ctx, (shop) => sweepDeadlines(ctx, shop)),
}

/** Safe to run twice, and in two processes at once. */
export async function sweepDeadlines(ctx: Context, shop: Shop): Promise<void> {
  const seen = await owedAround(ctx.read, shop, ctx.now)
  const isIdle = !(await untold(ctx.read, shop, seen, ctx.now)).length && !(await outdated(ctx.read, shop, seen)).length
  if (isIdle) return
  await ctx.write(async (tx, record) => {
    const around = await owedAround(tx, shop, ctx.now)
    for (const place of await outdated(tx, shop, around))
      if (await claim(tx, WITHDRAWN, keyIn(shop, place), ctx.now, ctx.now))
        await settleDeadline(tx, ctx.now, shop.id, place)
    const leads = await ledBy(tx, shop.id)
    for (const { step, owed } of await untold(tx, shop, around, ctx.now)) {
      if (!(await claim(tx, jobs[step], keyIn(shop, owed), owed.dueAt, ctx.now))) continue
      await tell[step](tx, { shop, owed, leads, now: ctx.now })
      if (step === 'late')
        await record('report.overdue', `person:${owed.personId}`, { shopId: shop.id, after: of(owed) })
    }
  })
}

const jobs: Record<Step, string> = { reminded: 'report reminded', late: 'report late' }
const WITHDRAWN = 'report withdrawn'
/** Names what is owed, for good. */
const keyIn = ({ id }: Pick<Shop, 'id'>, { personId, day, side }: Place) => `${id}:${personId}:${day}:${side}`
const of = ({ handle, day, side, dueAt }: Owed) => ({ handle, day, side, dueAt })

/** By the roster and the reports of this moment: what may be told, or was told and may be wrong by now. */
async function owedAround(db: Reader, shop: Shop, now: number): Promise<Around> {
  const today = dayOf(now, shop.timeZone)
  const first = addDays(dayOf(now - LOOK_BACK, shop.timeZone), -1) // a night shift's report falls due on the day after
  const days = Array.from({ length: 4 }, (_, i) => addDays(first, i)).filter((day) => day <= today)
  return { days, owed: await owedBetween(db, shop, { from: first, to: today }) }
}
type Around = { days: readonly Day[]; owed: readonly Owed[] }

/** What is to be done now, and nobody has done. */
async function untold(db: Reader, shop: Shop, { owed }: Around, now: number) {
  const todo = owed.flatMap((one) => {
    const step = stepAt(one, now)
    return step ? [{ step, owed: one }] : []
  })
  const keysOf = (step: Step) => todo.filter((one) => one.step === step).map((one) => keyIn(shop, one.owed))
  const told = {
    reminded: await whichClaimed(db, jobs.reminded, keysOf('reminded')),
    late: await whichClaimed(db, jobs.late, keysOf('late')),
  }
  return todo.filter(({ step, owed: one }) => !told[step].has(keyIn(shop, one)))
}

/** Who was told of a shift that the roster has taken from them since: ill, off, or swapped. */
async function outdated(db: Reader, shop: Shop, { days, owed }: Around): Promise<Place[]> {
  const isOwed = new Set(owed.map((one) => keyIn(shop, one)))
  const staff = await staffOf(db, shop.id)
  const places = staff.flatMap(({ id: personId }) =>
    days.flatMap((day) => (['day', 'night'] as const).map((side): Place => ({ personId, day, side }))),
  )
  const free = new Map(places.map((place) => [keyIn(shop, place), place]))
  for (const key of isOwed) free.delete(key)
  const keys = [...free.keys()]
  const told = [...(await whichClaimed(db, jobs.reminded, keys)), ...(await whichClaimed(db, jobs.late, keys))]
  const done = await whichClaimed(db, WITHDRAWN, told)
  return [...new Set(told)].filter((key) => !done.has(key)).map((key) => free.get(key)!)
}

/** Supervisors, or who stands in for them; and the managers see it. */
async function ledBy(db: Reader, shopId: string): Promise<string[]> {
  const managers = await staffOf(db, shopId, ['manager'])
  return [...new Set([...(await leadsOf(db, shopId)), ...managers.map(({ id }) => id)])]
}

// --- what is told -----------------------------------------------------------------------------------------

type Place = Pick<Owed, 'personId' | 'day' | 'side'>
type Telling = { shop: Shop; owed: Owed; leads: readonly string[]; now: number }

const messageKey = (what: 'due' | 'late' | 'missing', shop: Pick<Shop, 'id'>, place: Place) =>
  `report.${what}:${keyIn(shop, place)}`

const tell: Record<Step, (tx: Tx, telling: Telling) => Promise<void>> = {
  reminded: (tx, { shop, owed, now }) =>
    announce(tx, now, {
      ...toWriter(shop, owed),
      key: messageKey('due', shop, owed),
      tone: 'soon',
      text: both((lang) => deadlineWords(lang).reminded(...said(shop, owed, now, lang))),
    }),
  late: async (tx, { shop, owed, leads, now }) => {
    await settle(tx, now, { key: messageKey('due', shop, owed), of: [owed.personId] })
    await announce(tx, now, {
      ...toWriter(shop, owed),
      key: messageKey('late', shop, owed),
      tone: 'late',
      text: both((lang) => deadlineWords(lang).late(...said(shop, owed, now, lang))),
    })
    await announce(tx, now, {
      shopId: shop.id,
      to: leads.filter((id) => id !== owed.personId),
      key: messageKey('missing', shop, owed),
      tone: 'late',
      text: both((lang) => deadlineWords(lang).missing(owed.handle, ...said(shop, owed, now, lang))),
      href: `/report-grid?month=${owed.day.slice(0, 7)}`,
    })
  },
}

const toWriter = (shop: Shop, { personId, day, side }: Owed) => ({
  shopId: shop.id,
  to: [personId],
  href: `/report/${day}/${side}`,
})

/** "11-20 周五 早班", "18:00" */
function said({ timeZone }: Shop, owed: Owed, now: number, lang: Lang): [shift: string, due: string] {
  const t = deadlineWords(lang)
  return [t.shift(dayWord(owed.day, lang), t.sides[owed.side]), whenWord(owed.dueAt, now, timeZone, lang)]
}

/** It is filed: what was said of it is settled, for its writer and for those who lead. */
export async function settleDeadline(tx: Tx, now: number, shopId: string, place: Place) {
  const shop = { id: shopId }
  await settle(tx, now, { key: messageKey('due', shop, place), of: [place.personId] })
  await settle(tx, now, { key: messageKey('late', shop, place), of: [place.personId] })
  await settle(tx, now, { key: messageKey('missing', shop, place), of: await ledBy(tx, shopId) })
}
