/** What the checks keep in mind over a run: what they have seen, and what was forgotten, each once. */
import { activityOf } from '../../../src/core/activity.ts'
import type { Reader } from '../../../src/core/store.ts'
import { shortOf } from '../../../src/core/time.ts'
import { onNow } from '../rota.ts'
import type { Place } from '../town.ts'

/** owner: nobody has it · surface: its day passed in silence · batch: a held order was to ship · twice: carried or told double · alert: an open end of a handover that nobody was told of · carry: left out of a handover */
export const rules = ['owner', 'surface', 'batch', 'twice', 'alert', 'carry'] as const
export type Rule = (typeof rules)[number]

/** What a check finds wrong. `what` names the thing for good; `subject`: whose rows of the log tell its story. */
export type Fault = { what: string; why: string; subject?: string | undefined }
export type Forgotten = { rule: Rule; shop: string; at: string; what: string; why: string; story: string[] }

export type Watch = {
  /** Different things by kind. */
  tracked: Map<string, number>
  seen: Set<string>
  checks: number
  forgotten: Forgotten[]
  /** UTC ms of the last check, by shop: what is older was looked at. */
  last: Map<string, number>
}
export const newWatch = (): Watch => ({
  tracked: new Map(),
  seen: new Set(),
  checks: 0,
  forgotten: [],
  last: new Map(),
})

/** Notes that this thing is watched; a thing counts once however often it is looked at. */
export function track(watch: Watch, kind: string, key: string) {
  watch.checks++
  if (watch.seen.has(key)) return
  watch.seen.add(key)
  watch.tracked.set(kind, (watch.tracked.get(kind) ?? 0) + 1)
}

/** What is asked at one moment about one shop. */
export type Look = { db: Reader; place: Place; now: number; watch: Watch }
export type Check = (look: Look) => Promise<Fault[]>

export async function note({ db, place, now, watch }: Look, rule: Rule, faults: readonly Fault[]) {
  for (const { what, why, subject } of faults) {
    if (watch.forgotten.some((one) => one.rule === rule && one.what === what)) continue
    const story = watch.forgotten.length < 20 ? await storyOf(db, place, now, subject) : []
    watch.forgotten.push({ rule, shop: place.shop.code, at: shortOf(now, place.shop.timeZone), what, why, story })
  }
}

/** Who was on, and the last rows of the thing's own log. */
async function storyOf(db: Reader, place: Place, now: number, subject: string | undefined): Promise<string[]> {
  const zone = place.shop.timeZone
  const on = onNow(place, now).map(({ personId }) => place.team.find(({ id }) => id === personId)!.handle)
  const rows = subject ? await activityOf(db, subject, 6) : []
  const told = rows.map(({ at, actor, kind, why }) => `${shortOf(at, zone)} ${actor} ${kind} ${why ?? ''}`.trim())
  return [`on duty: ${on.join(' ') || 'nobody'}`, ...told]
}
