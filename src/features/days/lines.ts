/** Gathers a person's line, or the whole team's: the plan of the shift, what the rooms see of it, and the ticks. */
import type { Reader } from '../../core/store.ts'
import { dayOf, type Day } from '../../core/time.ts'
import type { DayStep, Feature, StepSeen, StepSource } from '../../feature.ts'
import { staffOf } from '../people/index.ts'
import { dueAfter } from '../reports/index.ts'
import { dutiesAround, dutiesBetween, onDuty, spanOfTurn, turnAt, type Duty, type Turn } from '../shifts/index.ts'
import { calendarOf, dayPlan, unpaidWindowOn, type Shift, type Shop } from '../shops/index.ts'
import { plannedSteps, shiftNow, type DayOfWork, type PlannedStep, type Span, type Step } from './rules.ts'
import { ticksOf } from './store.ts'

/** Who sees which step for itself; a step without a source is ticked by the agent. */
export type Sources = ReadonlyMap<DayStep, StepSource>

/** Of all rooms; the first that announces a step sees it. */
export const sourcesOf = (rooms: readonly Pick<Feature, 'steps'>[]): Sources =>
  new Map(rooms.flatMap(({ steps = {} }) => Object.entries(steps) as [DayStep, StepSource][]).toReversed())

/** One person's steps of one business day. `code`: as the roster names the shift; undefined: nobody has planned. */
export type Line = Turn & Span & { personId: string; code: string | undefined; steps: Step[] }

type Shape = Turn & Span & { personId: string; code?: string | undefined }

/** What all lines of a shop's day share. */
type Ground = { shop: Shop; day: Day; sides: DayOfWork['sides']; unpaid: Span }

const NEVER: Span = { from: 0, to: 0 }

async function groundOf(db: Reader, shop: Shop, day: Day): Promise<Ground> {
  const plan = dayPlan(await calendarOf(db, shop), day)
  const side = (side: Shift) => spanOfTurn({ day, side }, shop)
  return {
    shop,
    day,
    sides: { day: side('day'), night: side('night') },
    unpaid: plan.works ? unpaidWindowOn(plan, shop.settings) : NEVER, // without a cutoff nobody is to pay before it
  }
}

const plannedFor = ({ shop, sides, unpaid }: Ground, { from, to, side }: Turn & Span) =>
  plannedSteps({ shift: { from, to, side }, sides, unpaid, report: { from: to, to: dueAfter(to, shop) } }) // REPORT-4

type Planned = { shape: Shape; steps: PlannedStep[] }

/** The lines of these shifts of one day, in their order. */
async function linesOf(db: Reader, sources: Sources, ground: Ground, shapes: readonly Shape[], now: number) {
  const planned = shapes.map((shape): Planned => ({ shape, steps: plannedFor(ground, shape) }))
  const tickOf = await ticksOf(db, ground.shop.id, ground.day)
  const seen = new Map(await Promise.all([...sources].map((source) => seenBy(db, source, ground, planned, now))))
  return planned.map(({ shape, steps }): Line => {
    const { personId, day, side, from, to, code } = shape
    const own = steps.map((one): Step => ({
      ...one,
      seen: seen.get(one.step)?.get(shape),
      tickedAt: tickOf(personId, one.step),
    }))
    return { personId, day, side, from, to, code, steps: own }
  })
}

/** What a room sees of its step, of each shift that has it: asked once for all of them. */
async function seenBy(
  db: Reader,
  [step, source]: [DayStep, StepSource],
  { shop, day }: Ground,
  planned: readonly Planned[],
  now: number,
) {
  const shifts = planned.filter(({ steps }) => steps.some((one) => one.step === step)).map(({ shape }) => shape)
  const seen = shifts.length ? await source(db, { shop, day, shifts }, now) : []
  return [step, new Map(shifts.map((shape, i): [Shape, StepSeen] => [shape, seen[i]!]))] as const
}

// --- mine ---------------------------------------------------------------------------------------------

/** Whose line of which shop is asked for; `wished`: the side that somebody chose on a board without a roster. */
export type Asking = { shop: Shop; personId: string; now: number; wished?: Shift | undefined }

/** `off`: the roster has no shift of theirs today; who is on instead, and when their own next one begins. */
export type Mine =
  { is: 'on'; rostered: boolean; line: Line } | { is: 'off'; today: Day; on: Duty[]; next: Duty | undefined }

export async function myDay(db: Reader, sources: Sources, asking: Asking): Promise<Mine> {
  const { shop, personId, now } = asking
  const duties = await dutiesAround(db, shop, now)
  const mine = shiftOf(duties, asking)
  if (!mine) {
    const next = duties.find((duty) => duty.personId === personId && duty.from > now)
    return { is: 'off', today: dayOf(now, shop.timeZone), on: onDuty(duties, now), next }
  }
  const [line] = await linesOf(db, sources, await groundOf(db, shop, mine.day), [mine], now)
  return { is: 'on', rostered: duties.length > 0, line: line! }
}

/** Only which steps this person has on which day, without asking any room what it sees. */
export async function mySteps(db: Reader, asking: Asking): Promise<{ day: Day; steps: DayStep[] } | undefined> {
  const { shop, now } = asking
  const mine = shiftOf(await dutiesAround(db, shop, now), asking)
  if (!mine) return undefined
  const ground = await groundOf(db, shop, mine.day)
  return { day: mine.day, steps: plannedFor(ground, mine).map(({ step }) => step) }
}

function shiftOf(duties: readonly Duty[], { shop, personId, now, wished }: Asking): Shape | undefined {
  if (!duties.length) return { ...unplanned(shop, now, wished), personId }
  const own = duties.filter((duty) => duty.personId === personId)
  return shiftNow(own, dayOf(now, shop.timeZone), now)
}

/** Without a roster everybody is on the turn that is on, or on the side of its day that they chose. */
function unplanned(shop: Shop, now: number, wished?: Shift): Turn & Span {
  const { day, side } = turnAt(shop, now)
  const turn = { day, side: wished ?? side }
  return { ...turn, ...spanOfTurn(turn, shop) }
}

// --- the team's ---------------------------------------------------------------------------------------

export type Member = { id: string; handle: string; hue: number; line: Line }
export type Team = { day: Day; rostered: boolean; members: Member[] }

/** DAY-1: the lines of all who talk to buyers and are on duty that day, in order of shift and handle. */
export async function teamDay(
  db: Reader,
  sources: Sources,
  shop: Shop,
  { day, now }: { day: Day; now: number },
): Promise<Team> {
  const staff = await staffOf(db, shop.id, ['agent', 'aftersales'])
  const duties = await dutiesBetween(db, shop, day, day)
  const rostered = duties.length > 0 || (await dutiesAround(db, shop, now)).length > 0
  const turn = { day, side: turnAt(shop, now).side }
  const shapes = rostered
    ? duties.filter((duty) => staff.some(({ id }) => id === duty.personId))
    : staff.map(({ id, ...who }) => ({ ...who, ...turn, ...spanOfTurn(turn, shop), personId: id, code: undefined }))
  const lines = await linesOf(db, sources, await groundOf(db, shop, day), shapes, now)
  const members = shapes.map(({ personId: id, handle, hue }, i): Member => ({ id, handle, hue, line: lines[i]! }))
  return { day, rostered, members: members.sort((a, b) => a.line.from - b.line.from) }
}

/** The business day that the team works on now: past midnight still that of the night shift. */
export const dayNow = (shop: Shop, now: number): Day => turnAt(shop, now).day
