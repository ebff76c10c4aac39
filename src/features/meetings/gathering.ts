/** What the actions of a meeting begin with: the meeting, its shop, and what rooms have for it now. */
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { draftAgenda, type Sources } from './draft.ts'
import { refusal } from './messages.ts'
import type { Drafted } from './rules.ts'
import { keepDrafted, meetingById, pointsOf, type Meeting } from './store.ts'

type OpenMeeting = { meeting: Meeting; shop: Shop; drafted: Drafted[] }

/** The meeting with what rooms have for it now; throws not_found, and conflict when it is over. */
export async function openMeetingOf(ctx: Context, sources: Sources, id: string): Promise<OpenMeeting> {
  const meeting = await meetingById(ctx.read, ctx.who, id)
  const shop = (await findShop(ctx.read, meeting.shopId))!
  const { day, kind } = meeting
  return { meeting, shop, drafted: await draftAgenda(ctx.read, sources, shop, { day, kind, now: ctx.now }) }
}

/** As it is inside the transaction. */
export async function stillOpen(tx: Tx, ctx: Context, id: string): Promise<Meeting> {
  const meeting = await meetingById(tx, ctx.who, id)
  if (meeting.state !== 'open') throw refusal('conflict', 'notOpen')
  return meeting
}

/** Keeps what came since the meeting was opened. */
export async function keepUp(tx: Tx, meetingId: string, drafted: readonly Drafted[]) {
  const kept = await pointsOf(tx, meetingId)
  const keys = new Set(kept.map(({ key }) => key))
  const added = drafted.filter(({ key }) => !keys.has(key))
  await keepDrafted(tx, meetingId, added, kept.length)
  return added.length ? pointsOf(tx, meetingId) : kept
}
