/** MEET-2: who was there, from the roster in one click; and catching up on what was missed. */
import type { Context } from '../../core/context.ts'
import type { Tx } from '../../core/store.ts'
import { settle } from '../inbox/index.ts'
import { namesOf, staffOf } from '../people/index.ts'
import { dutiesBetween } from '../shifts/index.ts'
import { findShop } from '../shops/index.ts'
import { refusal } from './messages.ts'
import { expectedAt } from './rules.ts'
import { attendanceOf, noteMissing, noteOne, noteRead, type Attendance } from './store-people.ts'
import { meetingById, type Meeting } from './store.ts'

type Wish = 'everybody' | { personId: string; state: Attendance['state'] }

/** `everybody`: all who are on the roster and were not noted are present. The same again changes nothing. */
export const noteAttendance = (ctx: Context, id: string, wish: Wish): Promise<void> =>
  ctx.write(async (tx, record) => {
    const meeting = await meetingById(tx, ctx.who, id)
    const noted = wish === 'everybody' ? await noteExpected(tx, meeting) : await noteSomebody(tx, meeting, wish)
    if (!noted.length) return
    const state = wish === 'everybody' ? 'present' : wish.state
    const people = [...(await namesOf(tx, noted)).values()].map(({ handle }) => handle)
    await record('meeting.attendance', `meeting:${id}`, { shopId: meeting.shopId, after: { state, people } })
  })

async function noteExpected(tx: Tx, meeting: Meeting) {
  const shop = (await findShop(tx, meeting.shopId))!
  const duties = await dutiesBetween(tx, shop, meeting.day, meeting.day)
  return noteMissing(tx, meeting.id, expectedAt(meeting.kind, duties), 'present')
}

async function noteSomebody(tx: Tx, meeting: Meeting, { personId, state }: Exclude<Wish, string>) {
  const works = (await staffOf(tx, meeting.shopId)).some(({ id }) => id === personId)
  if (!works) throw refusal('invalid', 'nobodyHere', 'person')
  const was = (await attendanceOf(tx, [meeting.id])).find((row) => row.personId === personId)
  if (was?.state === state) return []
  await noteOne(tx, meeting.id, personId, state)
  return [personId]
}

/** Was not there, and has read what was missed; the message about it is settled with it. */
export const readMissed = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const meeting = await meetingById(tx, ctx.who, id)
    if (!ctx.who.id || !(await noteRead(tx, id, ctx.who.id, ctx.now))) throw refusal('conflict', 'notMissed')
    await settle(tx, ctx.now, { key: `meeting.missed:${id}`, of: [ctx.who.id] })
    const { shopId, day, kind } = meeting
    await record('meeting.read', `meeting:${id}`, { shopId, after: { day, kind } })
  })
