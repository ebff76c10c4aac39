/** One line, and what can be done with it. */
import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved } from '../../ui/parts.tsx'
import { shopHere } from '../shops/index.ts'
import { kindWord, refusal } from './messages.ts'
import { finishEntry, moveEntry, reopenEntry } from './moving.ts'
import { sightOf } from './one.ts'
import { OneView } from './one-view.tsx'
import { giveEntry, postponeEntry, takeEntry } from './owning.ts'
import { pageWords } from './page-words.ts'
import { amountIn, dueIn } from './reading.ts'
import { openStates } from './rules.ts'
import { findEntry } from './store.ts'

const id = (c: Ask) => c.req.param('id')!

async function show(c: Ask) {
  const { ctx } = c.var
  const entry = await findEntry(ctx.read, ctx.who, id(c))
  return page(
    c,
    { title: `${kindWord(entry.kind, ctx.lang)} ${entry.buyer}`, active: '/aftersales' },
    <main id="main" class="page stack">
      <OneView {...await sightOf(c, entry)} />
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {pageWords(ctx.lang).saved}
      </Saved>
    </main>,
  )
}

const seen = z.coerce.number().optional()
const why = z.string()
const back = (c: Ask) => onTo(c, `/entry/${id(c)}`)

async function done(c: Ask) {
  await finishEntry(c.var.ctx, id(c), await readForm(c, z.object({ result: z.string(), seen })))
  return back(c)
}
async function reopen(c: Ask) {
  await reopenEntry(c.var.ctx, id(c), await readForm(c, z.object({ why, seen })))
  return back(c)
}
async function move(c: Ask) {
  const form = await readForm(c, z.object({ state: z.enum(openStates), why, amount: z.string().default(''), seen }))
  await moveEntry(c.var.ctx, id(c), { ...form, amount: amountIn(form.amount) })
  return back(c)
}
async function take(c: Ask) {
  await takeEntry(c.var.ctx, id(c), await readForm(c, z.object({ seen })))
  return back(c)
}
async function give(c: Ask) {
  const { person, ...form } = await readForm(c, z.object({ person: z.string(), why, seen }))
  await giveEntry(c.var.ctx, id(c), { ...form, personId: person })
  return back(c)
}
async function postpone(c: Ask) {
  const form = await readForm(c, z.object({ day: z.string(), time: z.string(), why, seen }))
  const { shopId } = await findEntry(c.var.ctx.read, c.var.ctx.who, id(c))
  const dueAt = dueIn(form, shopHere(c, shopId))
  if (dueAt === undefined) throw refusal('invalid', 'dueWrong', 'day')
  await postponeEntry(c.var.ctx, id(c), { dueAt, why: form.why, seen: form.seen })
  return back(c)
}

export const entryRoutes = [
  get('/entry/:id', 'aftersales.see', show),
  post('/entry/:id/done', 'aftersales.write', done),
  post('/entry/:id/reopen', 'aftersales.write', reopen),
  post('/entry/:id/move', 'aftersales.write', move),
  post('/entry/:id/take', 'aftersales.write', take),
  post('/entry/:id/give', 'aftersales.write', give),
  post('/entry/:id/postpone', 'aftersales.write', postpone),
]
