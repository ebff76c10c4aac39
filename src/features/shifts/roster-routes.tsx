/** The roster's page: planning a week, changing a day at short notice. */
import { z } from 'zod'
import { readForm, readQuery } from '../../core/forms.ts'
import { isDay, type Day } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { shopHere } from '../shops/index.ts'
import { words } from './messages.ts'
import { copyWeek, discardDraft, planWeek, type Missed, type Wish } from './planning.ts'
import { changeAtOnce, planAndPublish } from './publishing.ts'
import { RosterPage } from './roster-page.tsx'
import { rosterHref } from './telling.ts'
import { weekOf, type Week } from './week.ts'
import { daysOf, mondayOf } from './weeks.ts'

const LONGEST_MISSED = 4000
const asked = z.object({
  week: z.string().optional(),
  missed: z.string().max(LONGEST_MISSED).default(''),
  saved: z.string().optional(),
  copied: z.string().optional(),
  published: z.string().optional(),
})

async function roster(c: Ask) {
  const { ctx } = c.var
  const { week: day, missed, saved, copied, published } = readQuery(c, asked)
  const week = await weekOf(ctx, shopHere(c), day && isDay(day) ? day : undefined, c.var.features)
  const props = { lang: ctx.lang, week, missed: missedIn(missed, week) }
  const active = { title: words(ctx.lang).roster, active: '/roster' }
  const done = { at: saved, now: ctx.now, copied, published: published !== undefined }
  return page(c, active, <RosterPage {...props} saved={done} />)
}

/** As many as an address holds. */
const missedText = (missed: readonly Missed[]) => {
  const all = missed.map(({ personId, day, code }) => `${personId}~${day}~${code ?? ''}`).join(',')
  return all.length > LONGEST_MISSED ? all.slice(0, all.lastIndexOf(',', LONGEST_MISSED)) : all
}

/** Back from the address: only cells of this week, with what they are now. */
const missedIn = (text: string, week: Week): Missed[] =>
  text.split(',').flatMap((part) => {
    const [personId = '', day = '', code = ''] = part.split('~')
    const cell = week.rows.find((row) => row.id === personId)?.cells.find((one) => one.day === day)
    const known = code === '' || code === 'off' || week.kinds.some((kind) => kind.code === code)
    return week.mayPlan && cell && known ? [{ personId, day, was: null, code: code || null, now: cell.code }] : []
  })

// --- planning -------------------------------------------------------------------------------------------

const weekForm = z.looseObject({
  week: z.string().refine(isDay),
  seen: z.string().default(''),
  do: z.enum(['save', 'publish', 'copy', 'discard']).default('save'),
})
type WeekForm = z.output<typeof weekForm>

/** What the form changes: a cell that was chosen anew; else what its person's whole week is filled with. */
function wishesIn(form: WeekForm, days: readonly Day[]): Wish[] {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : undefined)
  const people = Object.keys(form).flatMap((name) => /^was\.([^.]+)\./.exec(name)?.[1] ?? [])
  return [...new Set(people)].flatMap((personId) =>
    days.flatMap((day) => {
      const was = text(`was.${personId}.${day}`)
      const chosen = text(`cell.${personId}.${day}`)
      if (was === undefined || chosen === undefined) return []
      const code = chosen === was ? text(`fill.${personId}`) || was : chosen
      return code === was ? [] : [{ personId, day, was: was || null, code: code || null }]
    }),
  )
}

async function plan(c: Ask) {
  const { ctx } = c.var
  const form = await readForm(c, weekForm)
  const shopId = shopHere(c).id
  const href = rosterHref(form.week)
  if (form.do === 'discard') {
    await discardDraft(ctx, shopId, form.week, form.seen)
    return onTo(c, savedHref(href, ctx.now))
  }
  const wishes = wishesIn(form, daysOf(mondayOf(form.week)))
  const publishes = form.do === 'publish'
  const missed = publishes
    ? await planAndPublish(ctx, shopId, form.week, { wishes, seen: form.seen })
    : await planWeek(ctx, shopId, wishes)
  if (missed.length) return onTo(c, `${href}&missed=${missedText(missed)}`)
  const copied = form.do === 'copy' ? `&copied=${await copyWeek(ctx, shopId, form.week)}` : ''
  return onTo(c, savedHref(`${href}${copied}${publishes ? '&published=1' : ''}`, ctx.now))
}

// --- at short notice --------------------------------------------------------------------------------------

const changeForm = z.object({
  day: z.string(),
  person: z.string().min(1),
  code: z.string(),
  cover: z.string().default(''),
  note: z.string(),
})

async function change(c: Ask) {
  const { ctx } = c.var
  const { day, person, code, cover, note } = await readForm(c, changeForm)
  const coverId = cover || undefined
  await changeAtOnce(ctx, shopHere(c).id, { day, personId: person, code, coverId, note })
  return onTo(c, savedHref(rosterHref(day), ctx.now))
}

export const rosterRoutes: Route[] = [
  get('/roster', 'roster.see', roster),
  post('/roster', 'roster.plan', plan),
  post('/roster/change', 'roster.plan', change),
]
