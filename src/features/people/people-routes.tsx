/** Pages of those who manage people. */
import { z } from 'zod'
import { may, roles } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import type { Lang } from '../../core/i18n.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { shopsOf } from '../shops/index.ts'
import { addPeople, invitePerson, managedPerson, type Added } from './actions.ts'
import { AddPage, LinksPage, type Onward } from './add-page.tsx'
import { originOf } from './here.ts'
import { assignDuties, disablePerson, enablePerson, workOf } from './leaving.ts'
import { peopleFrom, type LineFault } from './lines.ts'
import { words } from './messages.ts'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'
import { reportHeirsOf } from './report-routes.ts'
import { givableRoles } from './rules.ts'
import { invitedIds, peopleOf } from './store.ts'

const many = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat())
const maybe = z
  .string()
  .max(100)
  .transform((text) => text.trim() || null)

async function listPage(c: Ask) {
  const { ctx } = c.var
  const found = await peopleOf(ctx.read, ctx.who.shopIds)
  const people = c.var.world.demo ? found.map((person) => ({ ...person, passwordHash: '' })) : found // no passwords there
  const shops = await shopsOf(ctx.read, ctx.who.shopIds)
  const props = { lang: ctx.lang, who: ctx.who, shops, people, invited: await invitedIds(ctx.read, ctx.now) }
  return page(c, { title: words(ctx.lang).people, active: '/people' }, <PeoplePage {...props} />)
}

async function addPage(c: Ask) {
  const { ctx } = c.var
  const shops = await shopsOf(ctx.read, ctx.who.shopIds)
  const props = { lang: ctx.lang, shops, shopId: ctx.shopId, givable: givableRoles(ctx.who) }
  return page(c, { title: words(ctx.lang).addTitle, active: '/people' }, <AddPage {...props} />)
}

async function add(c: Ask) {
  const { lines, shops } = await readForm(c, z.object({ lines: z.string().max(50_000), shops: many }))
  return linksPage(c, await addFromLines(c.var.ctx, lines, shops))
}

/** Adds everybody in the pasted lines to these shops, or refuses with each line's fault. */
export function addFromLines(ctx: Context, lines: string, shopIds: readonly string[]): Promise<Added[]> {
  const { people, faults } = peopleFrom(lines)
  if (faults.length) throw badLines(faults)
  if (!people.length) throw new AppError('invalid', ...twice((lang) => words(lang).nobody))
  return addPeople(
    ctx,
    people.map((person) => ({ ...person, shopIds })),
  )
}

const twice = (say: (lang: Lang) => string) => [say, { lines: say }] as const

const badLines = (faults: readonly LineFault[]) =>
  new AppError('invalid', (lang) => words(lang).linesFault, {
    lines: (lang) => faults.map(({ line, fault, text }) => words(lang).lineFault[fault](line, text)).join('\n'),
  })

type LinksWish = { bare?: boolean; onward?: Onward }

/** The one page that shows links; it is not kept anywhere. */
export function linksPage(c: Ask, added: readonly Added[], { bare = false, onward }: LinksWish = {}) {
  const { lang } = c.var.ctx
  const props = { lang, added, origin: originOf(c), onward: onward ?? { href: '/people', word: words(lang).toPeople } }
  const title = words(lang).addedTitle(added.length)
  return page(c, { title, active: '/people', bare }, <LinksPage {...props} />)
}

async function personPage(c: Ask) {
  const { ctx } = c.var
  const person = await managedPerson(ctx.read, ctx, c.req.param('id')!)
  const colleagues = await peopleOf(ctx.read, person.shopIds)
  const heirs = colleagues.filter((p) => p.id !== person.id && p.disabledAt === null && may(p, 'orders.hold'))
  const shops = await shopsOf(ctx.read, ctx.who.shopIds)
  const reportHeirs = await reportHeirsOf(ctx.read, person.id, colleagues)
  const owned = { holds: await workOf(ctx.read, person.id), reportHeirs }
  const props = { person, shops, heirs, ...owned, givable: givableRoles(ctx.who) }
  const saved = { at: c.req.query('saved'), now: ctx.now }
  return page(c, { title: person.handle, active: '/people' }, <PersonPage lang={ctx.lang} saved={saved} {...props} />)
}

const dutiesForm = z.object({
  roles: many.pipe(z.array(z.enum(roles))),
  shops: many,
  email: maybe,
  name: maybe,
  staffNumber: maybe,
  heir: z.string().optional(),
  reportHeir: z.string().optional(),
})

async function changeDuties(c: Ask) {
  const { shops: shopIds, heir, reportHeir, ...duties } = await readForm(c, dutiesForm)
  const id = c.req.param('id')!
  await assignDuties(c.var.ctx, id, { ...duties, shopIds }, heir, reportHeir)
  return onTo(c, savedHref(`/people/${id}`, c.var.ctx.now))
}

async function disable(c: Ask) {
  const { heir, reportHeir } = await readForm(c, dutiesForm.pick({ heir: true, reportHeir: true }))
  await disablePerson(c.var.ctx, c.req.param('id')!, heir, reportHeir)
  return onTo(c, '/people', { leave: true })
}

async function enable(c: Ask) {
  await enablePerson(c.var.ctx, c.req.param('id')!)
  return onTo(c, `/people/${c.req.param('id')}`)
}

export const peopleRoutes: Route[] = [
  get('/people', 'people.see', listPage),
  get('/new-people', 'people.manage', addPage),
  post('/people', 'people.manage', add),
  get('/people/:id', 'people.manage', personPage),
  post('/people/:id/duties', 'people.manage', changeDuties),
  post('/people/:id/invite', 'people.manage', async (c) =>
    linksPage(c, [await invitePerson(c.var.ctx, c.req.param('id')!)]),
  ),
  post('/people/:id/disable', 'people.manage', disable),
  post('/people/:id/enable', 'people.manage', enable),
]
