/** REPORT-1…5: daily reports as people write them: in time, late, begun and left, never, and put right afterwards. */
import { HOUR, MINUTE, type Day } from '../../../src/core/time.ts'
import { features } from '../../../src/features.ts'
import { addPerson } from '../../../src/features/people/index.ts'
import {
  draftReport,
  fileReport,
  reportSources,
  saveDraft,
  setRoute,
  type Drafted,
} from '../../../src/features/reports/index.ts'
import type { Context } from '../../../src/core/context.ts'
import { chanceFrom, type Chance } from '../chance.ts'
import type { PostOffice } from '../postoffice.ts'
import { awayKey, stretchOf, type Side } from '../rota.ts'
import type { Errand, Scene } from '../scene.ts'
import { handleOf, thoseWho, type Member } from '../team.ts'
import type { Place } from '../town.ts'

const sources = reportSources(features)

/** To whom reports go, as the shop was told: addresses. */
export type Route = { to: string[]; cc: string[] }
/** A version that somebody filed: the simulation's own memory of it. */
export type Filed = Route & {
  reportId: string
  version: number
  personId: string
  day: Day
  side: Side
  at: number
}
/** What one shop's reports need. Their chance is their own: whatever is written, the shop's other stories stay. */
/** `waiting`: not with all of their route yet, as far as the checks know. */
export type Desk = {
  chance: Chance
  directorId: string
  route: Route
  filed: Filed[]
  waiting: Set<Filed>
  post: PostOffice
}

// --- the route --------------------------------------------------------------------------------------------

const addressOf = (place: Pick<Place, 'shop'>, name: string) => `${name}@${place.shop.code.toLowerCase()}.example`

/** A director, who is not there herself, and REPORT-2: the supervisor and the director in TO, the manager in CC. */
export async function openDesk(
  ctx: Context,
  { shop, team, n, seed, post }: Pick<Place, 'shop' | 'team'> & { n: number; seed: number; post: PostOffice },
): Promise<Desk> {
  const director = await addPerson(ctx, { handle: handleOf(300 + n), roles: ['director'], shopIds: [shop.id] })
  const desk = {
    chance: chanceFrom(seed * 1013 + n),
    directorId: director.person.id,
    filed: [],
    waiting: new Set<Filed>(),
    post,
  }
  const route = await routed(ctx, { shop, team, directorId: desk.directorId }, ['supervisor', 'director'])
  return { ...desk, route }
}

type Chosen = 'supervisor' | 'director'
async function routed(
  ctx: Context,
  { shop, team, directorId }: Pick<Place, 'shop' | 'team'> & { directorId: string },
  chosen: readonly Chosen[],
): Promise<Route> {
  const ids = { supervisor: thoseWho(team, 'supervisor')[0]!.id, director: directorId }
  const manager = thoseWho(team, 'manager')[0]!.id
  const address = (name: string) => addressOf({ shop }, name)
  await setRoute(ctx, shop.id, {
    to: chosen.map((name) => ids[name]),
    cc: [manager],
    addresses: {
      [ids.supervisor]: address('supervisor'),
      [ids.director]: address('director'),
      [manager]: address('manager'),
    },
  })
  return { to: chosen.map(address).sort(), cc: [address('manager')] }
}

/** Now and then the director is left out, or comes back. */
async function changeRoute({ ctx, place }: Scene) {
  const { desk } = place
  const chosen: Chosen[] = desk.route.to.length > 1 ? ['supervisor'] : ['supervisor', 'director']
  desk.route = await routed(ctx, { ...place, directorId: desk.directorId }, chosen)
}

// --- who writes when ----------------------------------------------------------------------------------------

/** What becomes of each one's report of this day; whether they have that shift at all is asked when it is time. */
export function reportErrands(place: Place, day: Day): Errand[] {
  const { chance } = place.desk
  const agents = thoseWho(place.team, 'agent')
  const manager = thoseWho(place.team, 'manager')[0]!
  const changes = chance.happens(1 / 12)
  const at = stretchOf(place.shop, day, 'day').from + chance.whole(0, 9) * HOUR
  return [
    ...agents.flatMap((me) => (['day', 'night'] as const).flatMap((side) => errandsOf(place, { me, day, side }))),
    ...(changes ? [{ name: "change the report's route", at, who: [], me: manager, deed: changeRoute }] : []),
  ]
}

type Turn = { me: Member; day: Day; side: Side }

function errandsOf(place: Place, { me, day, side }: Turn): Errand[] {
  const { chance } = place.desk
  const { to } = stretchOf(place.shop, day, side)
  const errand = (name: string, at: number, act: (scene: Scene, of: Of) => Promise<unknown>): Errand => ({
    name,
    at,
    who: [],
    me,
    deed: async (scene) => (isTheirs(scene, day, side) ? act(scene, { day, side, shopId: place.shop.id }) : false),
  })
  const [roll, soon, late, again] = [chance.next(), chance.whole(-20, 25), chance.whole(31, 900), chance.whole(1, 40)]
  const draft = errand('draft report', to - (30 + soon) * MINUTE, draftOnly)
  if (roll < 0.06) return [] // nobody thinks of it
  if (roll < 0.12) return [draft]
  const isLate = roll < 0.24
  const at = to + (isLate ? late : soon) * MINUTE
  const filing = errand(isLate ? 'file report late' : 'file report', at, file)
  const half = errand('file half a report', filing.at - MINUTE, fileHalf)
  const correction = errand('correct report', at + again * HOUR, correct)
  return [
    ...(roll < 0.5 ? [draft] : []),
    ...(roll > 0.4 && roll < 0.45 ? [half] : []),
    filing,
    ...(roll > 0.88 ? [correction] : []),
  ]
}

type Of = { day: Day; side: Side; shopId: string }

/** By the roster of this moment; who lies ill writes nothing. */
const isTheirs = ({ place, me }: Scene, day: Day, side: Side) =>
  place.rota.published.get(day)?.get(me.id) === side && !place.rota.away.has(awayKey(day, me.id))

// --- what they write ----------------------------------------------------------------------------------------

/** All that is asked for, as far as there is anything to say. */
function filled({ draft, missing }: Drafted, chance: Chance): Drafted['draft'] {
  const enquiries = chance.whole(20, 120)
  const orders = chance.whole(0, enquiries)
  return {
    ...draft,
    figures: { enquiries, orders, sales: orders * chance.whole(3000, 20_000) },
    none: [...draft.none, ...missing.filter((name) => name !== 'figures')],
    own: `今天 ${chance.digits(6)}`,
  }
}

async function draftOnly({ ctx, place }: Scene, of: Of) {
  const drafted = await draftReport(ctx, sources, of)
  if (drafted.row?.version) return false
  await saveDraft(ctx, { ...of, draft: { ...drafted.draft, own: `晚点写 ${place.desk.chance.digits(3)}` } })
}

async function file(scene: Scene, of: Of) {
  const { ctx, place } = scene
  const drafted = await draftReport(ctx, sources, of)
  if (drafted.row?.version) return false
  const draft = filled(drafted, place.desk.chance)
  keep(scene, of, await fileReport(ctx, sources, { ...of, draft }))
}

/** Without its figures the board refuses it. */
async function fileHalf({ ctx }: Scene, of: Of) {
  const { row } = await draftReport(ctx, sources, of)
  return row?.version ? false : fileReport(ctx, sources, of)
}

async function correct(scene: Scene, of: Of) {
  const { ctx, place } = scene
  const drafted = await draftReport(ctx, sources, of)
  if (!drafted.row?.version) return false
  const draft = filled(drafted, place.desk.chance)
  keep(scene, of, await fileReport(ctx, sources, { ...of, draft, why: '数字抄错了' }))
}

function keep({ place, me, now }: Scene, { day, side }: Of, filed: { reportId: string; version: number }) {
  const one = { ...filed, ...place.desk.route, personId: me.id, day, side, at: now }
  place.desk.filed.push(one)
  place.desk.waiting.add(one)
}
