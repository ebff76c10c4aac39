/** REPORT-1…5: who owes a report has filed it or is missed by name, and what was filed reaches everybody it was meant for. */
import { and, count, eq, gte, inArray, lte } from 'drizzle-orm'
import { outbox, reports, reportVersions, roster } from '../../../db/schema.ts'
import { addDays, dayOf, HOUR, MINUTE, shortOf, type Day } from '../../../src/core/time.ts'
import { missingNow, owedBetween, standingOf, type Standing } from '../../../src/features/reports/index.ts'
import type { Filed } from '../life/reports.ts'
import type { Mail } from '../postoffice.ts'
import { stretchOf, type Side } from '../rota.ts'
import { thoseWho } from '../team.ts'
import type { Place, Town } from '../town.ts'
import { heardOf, isLead } from './hearing.ts'
import { note, type Check, type Fault, type Look } from './look.ts'
import { track } from './watch.ts'

/** In the simulated shops a report is due so long after its shift: the default. */
const DUE_AFTER = 30 * MINUTE
/** Its writer has been reminded by then. */
const REMINDED_BEFORE = 10 * MINUTE
/** Of what fell due longer ago, because the week was published late or the board was down, nobody is told. */
const TOLD_UNTIL = 36 * HOUR
/** The grid is asked for the days before these. */
const DAYS = 3

const where = ({ personId, day, side }: Pick<Owing, 'personId' | 'day' | 'side'>) => `${day} ${side} ${personId}`
type Owing = { personId: string; day: Day; side: Side; to: number; dueAt: number; standing: Standing; version: number }

/** Read from the roster as it stands, and from what the simulation has filed; not asked of the room. */
async function owing({ db, place, now }: Pick<Look, 'db' | 'place' | 'now'>, first: Day, last: Day): Promise<Owing[]> {
  const { shop, team, desk } = place
  const agents = thoseWho(team, 'agent').map(({ id }) => id)
  const here = and(eq(roster.shopId, shop.id), gte(roster.day, first), lte(roster.day, last))
  const rows = await db
    .select({ personId: roster.personId, day: roster.day, side: roster.published })
    .from(roster)
    .where(and(here, inArray(roster.published, ['day', 'night']), inArray(roster.personId, agents)))
  const filed = Map.groupBy(desk.filed.filter(({ day }) => first <= day && day <= last), where) // prettier-ignore
  const planned = rows as { personId: string; day: Day; side: Side }[]
  const others = [...filed.values()].map(([one]) => one!).filter((one) => !planned.some((row) => where(row) === where(one))) // prettier-ignore
  return [...planned, ...others].map(({ personId, day, side }) => {
    const { to } = stretchOf(shop, day, side)
    const own = filed.get(where({ personId, day, side })) ?? []
    const dueAt = to + DUE_AFTER
    const filedAt = own[0]?.at
    const unfiled = now > dueAt ? 'missing' : 'open'
    const standing = filedAt === undefined ? unfiled : filedAt <= dueAt ? 'intime' : 'late'
    return { personId, day, side, to, dueAt, standing, version: own.length }
  })
}

const lately = ({ place, now }: Look) => {
  const today = dayOf(now, place.shop.timeZone)
  return [addDays(today, -DAYS), today] as const
}

/** REPORT-1, REPORT-4: at this minute the board says of each one what roster and filings say. */
export const reportsAreOwed: Check = async (look) => {
  const { db, place, now, watch } = look
  const [from, to] = lately(look)
  const wanted = await owing(look, from, to)
  const said = await owedBetween(db, place.shop, { from, to })
  const shown = new Map(said.map((one) => [where(one), `${standingOf(one, now)} v${one.version}`]))
  const missing = (await missingNow(db, place.shop, now)).filter(({ day }) => from <= day).map(where)
  for (const one of wanted) track(watch, 'report', `${place.shop.code} ${where(one)}`)
  const inGrid = wanted
    .map((one) => ({ one, is: `${one.standing} v${one.version}`, says: shown.get(where(one)) ?? 'not owed' }))
    .filter(({ is, says }) => is !== says)
    .map(({ one, is, says }) => fault(place, one, `is ${is}, the board says ${says}`))
  const known = new Set(wanted.map(where))
  return [
    ...inGrid,
    ...said
      .filter((one) => !known.has(where(one)))
      .map((one) => fault(place, one, 'is owed by nobody who was told so')),
    ...wanted
      .filter((one) => missing.includes(where(one)) !== (one.standing === 'missing'))
      .map((one) => fault(place, one, `is ${one.standing}, the list of the missing says otherwise`)),
  ]
}

const fault = ({ team }: Place, one: Pick<Owing, 'personId' | 'day' | 'side'>, why: string): Fault => ({
  what: `report ${one.day} ${one.side} ${team.find(({ id }) => id === one.personId)?.handle ?? one.personId}`,
  why,
  subject: `person:${one.personId}`,
})

/** REPORT-4: a reminder while there is time; once it is late its writer and a lead know. */
export const lateReportsAreTold: Check = async (look) => {
  const { place, now, watch } = look
  const owed = await owing(look, ...lately(look))
  const heard = (one: Owing, kind: string) =>
    heardOf(watch, one.personId, `report.${kind}:`).filter(({ key }) => key.endsWith(`:${one.day}:${one.side}`))
  const unreminded = owed.filter(
    (one) => one.standing === 'open' && one.to - REMINDED_BEFORE <= now && !heard(one, 'due').length,
  )
  const late = owed.filter((one) => one.standing === 'missing' && now <= one.dueAt + TOLD_UNTIL)
  return [
    ...unreminded.map((one) => fault(place, one, 'its shift ends and its writer was not reminded')),
    ...late
      .filter((one) => !heard(one, 'late').some(({ personId }) => personId === one.personId))
      .map((one) => fault(place, one, 'late, and its writer was not told')),
    ...late
      .filter((one) => !heard(one, 'missing').some(isLead(place)))
      .map((one) => fault(place, one, 'late, and no supervisor was told')),
  ]
}

// --- mails ------------------------------------------------------------------------------------------------

/** As its Message-ID says it. */
const aboutOf = ({ reportId, version }: Filed) => `report.${reportId}.v${version}`
const everybody = ({ to, cc }: Filed) => [...to, ...cc]

/** REPORT-3, REPORT-5: each version is with each of its route once, or it still waits because the server was away. */
export const reportsAreDelivered: Check = async ({ db, place }) => {
  const { desk } = place
  const faults: Fault[] = []
  for (const one of desk.waiting) {
    const mails = desk.post.taken.get(aboutOf(one)) ?? []
    faults.push(...mails.flatMap((mail) => wrongIn(place, one, mail)))
    const left = everybody(one).filter((address) => !mails.some(({ recipient }) => recipient === address))
    if (!left.length) desk.waiting.delete(one)
    else faults.push(...(await lostOf({ db, place }, one, left)))
  }
  return [...faults, ...(await unknownVersions({ db, place }))]
}

/** REPORT-2: to somebody on the route, naming all of it; a repeat only where the answer was lost. */
function wrongIn(place: Place, one: Filed, mail: Mail): Fault[] {
  const isNamed = mail.to.join() === one.to.join() && mail.cc.join() === one.cc.join()
  const found = [
    ...(everybody(one).includes(mail.recipient) ? [] : ['is not on its route']),
    ...(isNamed ? [] : [`reads To ${mail.to.join()} Cc ${mail.cc.join()}`]),
    ...(mail.times > mail.unheard + 1 ? [`got it ${mail.times} times`] : []),
  ]
  return found.map((why) => letterFault(place, one, mail.recipient, why))
}

const letterFault = (place: Place, one: Filed, address: string, why: string): Fault => ({
  ...fault(place, one, `v${one.version}: ${address} ${why}`),
  what: `mail ${aboutOf(one)} ${address}`,
  subject: `report:${one.reportId}`,
})

async function lostOf({ db, place }: Pick<Look, 'db' | 'place'>, one: Filed, left: readonly string[]) {
  const rows = await db
    .select({ address: outbox.address, state: outbox.state })
    .from(outbox)
    .where(eq(outbox.about, `report:${one.reportId}:v${one.version}`))
  const states = new Map(rows.map(({ address, state }) => [address, state]))
  return left.flatMap((address): Fault[] => {
    const state = states.get(address)
    if (state === 'pending' && !place.desk.post.hadTries(one.at)) return []
    const since = shortOf(one.at, place.shop.timeZone)
    return [letterFault(place, one, address, `waits since ${since}, and the outbox says ${state ?? 'nothing of it'}`)]
  })
}

/** A version that nobody filed, or one that was filed and is gone. */
async function unknownVersions({ db, place }: Pick<Look, 'db' | 'place'>): Promise<Fault[]> {
  const [has] = await db.select({ n: count() }).from(reportVersions).where(eq(reportVersions.shopId, place.shop.id)) // prettier-ignore
  const n = place.desk.filed.length
  return has!.n === n ? [] : [{ what: `versions ${place.shop.code} ${n}`, why: `${n} were filed, the board has ${has!.n}` }] // prettier-ignore
}

// --- the count --------------------------------------------------------------------------------------------

/** owed = filed + missing; mails = delivered. `repeated`: taken more than once, because the answer was lost. */
export type ReportCount = {
  owed: number
  filed: number
  missing: number
  mails: number
  delivered: number
  repeated: number
}
export const noReports: ReportCount = { owed: 0, filed: 0, missing: 0, mails: 0, delivered: 0, repeated: 0 }

/** After the last day, with nothing on its way any more: everything of the run is counted, each from its own side. */
export async function countReports(town: Town, first: Day, last: Day): Promise<ReportCount> {
  const each = await Promise.all(town.places.map((place) => countOwed(town, place, first, last)))
  const total = (of: (one: (typeof each)[number]) => number) => each.reduce((n, one) => n + of(one), 0)
  const mails = town.places.flatMap(({ desk }) => desk.filed).reduce((n, one) => n + everybody(one).length, 0)
  const taken = [...town.post.taken.values()].flat()
  const delivered = await countDelivered(town)
  await blame(
    town,
    town.places[0]!,
    mails === delivered ? '' : `${mails} mails of filed reports, ${delivered} delivered`,
  )
  return {
    owed: total(({ owed }) => owed),
    filed: total(({ filed }) => filed),
    missing: total(({ missing }) => missing),
    mails,
    delivered,
    repeated: taken.filter(({ times }) => times > 1).length,
  }
}

/** Owed by the roster, filed by the rows, missing by what the grid says. */
async function countOwed(town: Town, place: Place, first: Day, last: Day) {
  const { read } = town.store
  const { now } = town.clock
  const owed = (await owing({ db: read, place, now }, first, last)).filter(({ standing }) => standing !== 'open').length
  const said = await owedBetween(read, place.shop, { from: first, to: last })
  const missing = said.filter((one) => standingOf(one, now) === 'missing').length
  const [row] = await read.select({ n: count() }).from(reports).where(and(eq(reports.shopId, place.shop.id), gte(reports.version, 1))) // prettier-ignore
  const filed = row!.n
  await blame(town, place, owed === filed + missing ? '' : `${owed} owed, ${filed} filed, ${missing} missing`)
  return { owed, filed, missing }
}

/** Mails that were right; also those that came again after all of their version had arrived. */
async function countDelivered(town: Town): Promise<number> {
  const filed = new Map(town.places.flatMap((place) => place.desk.filed.map((one) => [aboutOf(one), { one, place }])))
  let right = 0
  for (const [about, mails] of town.post.taken) {
    const known = filed.get(about)
    const faults = known ? mails.flatMap((mail) => wrongIn(known.place, known.one, mail)) : []
    await note(lookAt(town, known?.place ?? town.places[0]!), 'report', faults)
    if (known) right += new Set(mails.map(({ recipient }) => recipient)).size
    else await blame(town, town.places[0]!, `a mail of ${about}, which nobody filed`)
  }
  return right
}

const lookAt = ({ store, clock, watch }: Town, place: Place) => ({ db: store.read, place, now: clock.now, watch })
const blame = (town: Town, place: Place, why: string) =>
  note(lookAt(town, place), 'report', why ? [{ what: `count ${why}`, why }] : [])
