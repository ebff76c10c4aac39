/** One look at one shop at one moment, and the story of what it finds wrong. */
import { activityOf } from '../../../src/core/activity.ts'
import type { Reader } from '../../../src/core/store.ts'
import { shortOf } from '../../../src/core/time.ts'
import { onNow } from '../rota.ts'
import type { Place } from '../town.ts'
import type { Open } from './things.ts'
import type { Rule, Watch } from './watch.ts'

export type Look = { db: Reader; place: Place; now: number; watch: Watch; open: Open }
/** What a check finds wrong. `what` names the thing for good; `subject`: whose rows of the log tell its story. */
export type Fault = { what: string; why: string; subject?: string | undefined }
export type Check = (look: Look) => Promise<Fault[]>

/** Of so many the story is kept. */
const STORIES = 20

/** What was forgotten is noted once. */
export async function note({ db, place, now, watch }: Omit<Look, 'open'>, rule: Rule, faults: readonly Fault[]) {
  for (const { what, why, subject } of faults) {
    if (watch.forgotten.some((one) => one.rule === rule && one.what === what)) continue
    const story = watch.forgotten.length < STORIES ? await storyOf(db, place, now, subject) : []
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
