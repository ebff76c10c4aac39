/** The meetings of a shop's days, by address: /meeting/2026-11-21/evening. */
import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { dayWord } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { mayOpen } from '../help/index.ts'
import { shopHere } from '../shops/index.ts'
import { dueFrom } from '../tasks/index.ts'
import { addPoint, dropPoint, openMeeting, talkPoint, untalkPoint } from './actions.ts'
import { noteAttendance, readMissed } from './attending.ts'
import { closeMeeting, reopenMeeting } from './closing.ts'
import type { Sources } from './draft.ts'
import { hrefOf, MeetingsView } from './list-view.tsx'
import { MeetingView } from './meeting-view.tsx'
import { refusal, words } from './messages.ts'
import { decide, saveNotes } from './noting.ts'
import type { Crossed } from './notes-view.tsx'
import { overviewOf } from './overview.ts'
import { isConflict, linkedWhere, mergedNotes, meetingAt, type At } from './rules.ts'
import { meetingSight } from './sight.ts'
import { findMeeting, lastNoter, type Meeting } from './store.ts'

function atOf(c: Ask): At {
  const at = meetingAt(c.req.param('day')!, c.req.param('kind')!)
  if (!at) throw refusal('not_found', 'notFound')
  return at
}

/** The meeting of this address, in the shop that the viewer looks at. */
async function meetingHere(c: Ask): Promise<Meeting> {
  const meeting = await findMeeting(c.var.ctx.read, shopHere(c).id, atOf(c))
  if (!meeting) throw refusal('not_found', 'notFound')
  return meeting
}

async function list(c: Ask) {
  const { ctx } = c.var
  const overview = await overviewOf(ctx, shopHere(c))
  return page(
    c,
    { title: words(ctx.lang).title, active: '/meetings' },
    <main id="main" class="page stack">
      <MeetingsView overview={overview} lang={ctx.lang} />
    </main>,
  )
}

async function showPage(c: Ask, sources: Sources, crossed?: Crossed) {
  const { ctx, features } = c.var
  const at = atOf(c)
  const seen = await meetingSight(ctx, sources, shopHere(c), at)
  if (!seen) throw refusal('not_found', 'notFound')
  const sight = { ...seen, sections: linkedWhere(seen.sections, (href) => mayOpen(features, ctx.who, href)) }
  const title = `${dayWord(at.day, ctx.lang)} ${words(ctx.lang).kinds[at.kind]}`
  return page(
    c,
    { title, active: '/meetings', ...(crossed ? { status: 409 } : {}) },
    <main id="main" class="page stack">
      <MeetingView sight={sight} crossed={crossed} />
    </main>,
  )
}

const back = (c: Ask) => onTo(c, hrefOf(atOf(c)))

async function open(c: Ask, sources: Sources) {
  await openMeeting(c.var.ctx, sources, { ...atOf(c), shopId: shopHere(c).id })
  return back(c)
}

const talkForm = z.object({ point: z.string().default(''), outcome: z.string().default('') })

async function talk(c: Ask, sources: Sources) {
  const { point: ref, outcome } = await readForm(c, talkForm)
  await talkPoint(c.var.ctx, sources, (await meetingHere(c)).id, { ref, outcome })
  return back(c)
}
async function untalk(c: Ask, sources: Sources) {
  const { point } = await readForm(c, talkForm)
  await untalkPoint(c.var.ctx, sources, (await meetingHere(c)).id, point)
  return back(c)
}
async function remove(c: Ask) {
  const { point } = await readForm(c, talkForm)
  await dropPoint(c.var.ctx, (await meetingHere(c)).id, point)
  return back(c)
}
async function add(c: Ask) {
  const { text } = await readForm(c, z.object({ text: z.string() }))
  await addPoint(c.var.ctx, (await meetingHere(c)).id, text)
  return back(c)
}

const attendanceForm = z.object({
  all: z.string().optional(),
  person: z.string().default(''),
  state: z.enum(['present', 'absent']).catch('present'),
})
async function attend(c: Ask) {
  const { all, person: personId, state } = await readForm(c, attendanceForm)
  await noteAttendance(c.var.ctx, (await meetingHere(c)).id, all ? 'everybody' : { personId, state })
  return back(c)
}

/** Two who write at once: the later one gets both texts to tidy, and nothing is saved yet. */
async function note(c: Ask, sources: Sources) {
  const { ctx } = c.var
  const form = await readForm(c, z.object({ notes: z.string(), seen: z.string().default('') }))
  const { id } = await meetingHere(c)
  try {
    await saveNotes(ctx, id, form)
  } catch (error) {
    if (!isConflict(error)) throw error
    const { notes } = await meetingHere(c)
    const t = words(ctx.lang)
    const text = mergedNotes(notes, form.notes.replace(/\r\n?/g, '\n'), t.mine)
    return showPage(c, sources, { text, by: (await lastNoter(ctx.read, id)) ?? t.somebody })
  }
  return back(c)
}

const decideForm = z.object({
  text: z.string(),
  person: z.string().default(''),
  day: z.string().default(''),
  time: z.string().default(''),
})
async function decideSomething(c: Ask) {
  const { text, person: ownerId, ...due } = await readForm(c, decideForm)
  const task = ownerId ? { ownerId, dueAt: dueFrom(due, shopHere(c)) } : undefined
  await decide(c.var.ctx, (await meetingHere(c)).id, { text, task })
  return back(c)
}

async function close(c: Ask, sources: Sources) {
  const { seen } = await readForm(c, z.object({ seen: z.coerce.number().int().min(0).catch(0) }))
  await closeMeeting(c.var.ctx, sources, (await meetingHere(c)).id, seen)
  return back(c)
}
async function reopen(c: Ask) {
  await reopenMeeting(c.var.ctx, (await meetingHere(c)).id)
  return back(c)
}
async function read(c: Ask) {
  const form = await readForm(c, z.object({ back: z.enum(['/meetings']).optional().catch(undefined) }))
  await readMissed(c.var.ctx, (await meetingHere(c)).id)
  return form.back ? onTo(c, form.back) : back(c)
}

/** Agendas are drafted from what these rooms announce. */
export const routesWith = (sources: Sources): Route[] => [
  get('/meetings', 'meetings.see', list),
  get('/meeting/:day/:kind', 'meetings.see', (c) => showPage(c, sources)),
  post('/meeting/:day/:kind/open', 'meetings.lead', (c) => open(c, sources)),
  post('/meeting/:day/:kind/talk', 'meetings.lead', (c) => talk(c, sources)),
  post('/meeting/:day/:kind/untalk', 'meetings.lead', (c) => untalk(c, sources)),
  post('/meeting/:day/:kind/points', 'meetings.lead', add),
  post('/meeting/:day/:kind/remove', 'meetings.lead', remove),
  post('/meeting/:day/:kind/attendance', 'meetings.lead', attend),
  post('/meeting/:day/:kind/notes', 'meetings.lead', (c) => note(c, sources)),
  post('/meeting/:day/:kind/decide', 'meetings.lead', decideSomething),
  post('/meeting/:day/:kind/close', 'meetings.lead', (c) => close(c, sources)),
  post('/meeting/:day/:kind/reopen', 'meetings.lead', reopen),
  post('/meeting/:day/:kind/read', 'meetings.see', read),
]
