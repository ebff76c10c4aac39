/** The shop's own shifts: adding, retiring, bringing back. */
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { shopHere } from '../shops/index.ts'
import { CodesPage } from './codes-page.tsx'
import { addCode, restoreShift, retireShift } from './codes.ts'
import { words } from './messages.ts'
import { kindsOf } from './store.ts'

async function codes(c: Ask) {
  const { ctx } = c.var
  const kinds = await kindsOf(ctx.read, shopHere(c))
  const saved = { at: c.req.query('saved'), now: ctx.now }
  return page(
    c,
    { title: words(ctx.lang).codes, active: '/roster' },
    <CodesPage lang={ctx.lang} kinds={kinds} saved={saved} />,
  )
}

const form = z.object({ name: z.string(), from: z.string(), to: z.string(), side: z.enum(['day', 'night']) })

async function add(c: Ask) {
  await addCode(c.var.ctx, shopHere(c).id, await readForm(c, form))
  return onTo(c, savedHref('/shifts', c.var.ctx.now))
}

const kept = (keep: (ctx: Context, shopId: string, code: string) => Promise<void>) => async (c: Ask) => {
  await keep(c.var.ctx, shopHere(c).id, c.req.param('code')!)
  return onTo(c, savedHref('/shifts', c.var.ctx.now))
}

export const codesRoutes: Route[] = [
  get('/shifts', 'roster.plan', codes),
  post('/shifts', 'roster.plan', add),
  post('/shifts/:code/retire', 'roster.plan', kept(retireShift)),
  post('/shifts/:code/restore', 'roster.plan', kept(restoreShift)),
]
