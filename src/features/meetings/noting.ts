/** What a meeting leaves in writing: its notes, and its decisions, which become somebody's task. */
import type { Context } from '../../core/context.ts'
import { neededText } from '../../core/typed.ts'
import { addTask } from '../tasks/index.ts'
import { stillOpen } from './gathering.ts'
import { refusal } from './messages.ts'
import { checkedNotes, versionOf } from './rules.ts'
import { insertDecision } from './store-people.ts'
import { meetingById, saveMeeting } from './store.ts'

/** `seen`: the version that was on the writer's page; throws conflict when somebody has saved another since. */
export const saveNotes = (ctx: Context, id: string, wish: { notes: string; seen: string }): Promise<void> =>
  ctx.write(async (tx, record) => {
    const notes = checkedNotes(wish.notes)
    const meeting = await meetingById(tx, ctx.who, id)
    if (notes === meeting.notes) return
    if (versionOf(meeting.notes) !== wish.seen) throw refusal('conflict', 'notesNewer')
    if (!(await saveMeeting(tx, meeting, { notes }))) throw refusal('conflict', 'notesNewer')
    const { shopId, day, kind } = meeting
    await record('meeting.noted', `meeting:${id}`, {
      shopId,
      before: { notes: meeting.notes },
      after: { day, kind, notes },
    })
  })

type Deciding = {
  text: string
  /** Whose action item it becomes; left out: it is only kept. */
  task?: { ownerId: string; dueAt: number } | undefined
}

/** Returns its action item's id; null when nobody has to do anything. */
export const decide = (ctx: Context, id: string, wish: Deciding): Promise<string | null> =>
  ctx.write(async (tx, record) => {
    const text = neededText(wish.text, 'text')
    const meeting = await stillOpen(tx, ctx, id)
    const { shopId } = meeting
    const taskId = wish.task ? await addTask(ctx, { shopId, kind: 'action', text, ...wish.task, meetingId: id }) : null
    await insertDecision(tx, { meetingId: id, shopId, text, taskId, at: ctx.now, by: ctx.who.id })
    await record('meeting.decided', `meeting:${id}`, { shopId, after: { text, taskId } })
    return taskId
  })
