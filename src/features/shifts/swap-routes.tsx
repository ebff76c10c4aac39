/** Asking for a swap and answering it. */
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { readForm, readQuery } from '../../core/forms.ts'
import { isDay } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { shopHere } from '../shops/index.ts'
import { words } from './messages.ts'
import { swapChoices } from './swap-choices.ts'
import { NoShift, SwapPage } from './swap-page.tsx'
import { acceptSwap, askSwap, declineSwap, withdrawSwap } from './swapping.ts'
import { rosterHref } from './telling.ts'

const asked = z.object({ day: z.string().optional(), of: z.string().optional() })

async function choose(c: Ask) {
  const { ctx } = c.var
  const { day, of } = readQuery(c, asked)
  const choices = await swapChoices(ctx, shopHere(c), { day: day && isDay(day) ? day : undefined, of })
  const main = choices ? <SwapPage lang={ctx.lang} choices={choices} /> : <NoShift lang={ctx.lang} />
  return page(c, { title: words(ctx.lang).swaps, active: '/roster' }, main)
}

const form = z.object({ day: z.string(), of: z.string().min(1), back: z.string().default(''), why: z.string() })

async function ask(c: Ask) {
  const { ctx } = c.var
  const { day, of, back, why } = await readForm(c, form)
  await askSwap(ctx, shopHere(c).id, { of, day, otherDay: back || undefined, why })
  return onTo(c, savedHref(rosterHref(day), ctx.now), { leave: true })
}

const answered = (answer: (ctx: Context, id: string) => Promise<void>) => async (c: Ask) => {
  await answer(c.var.ctx, c.req.param('id')!)
  return onTo(c, savedHref('/roster', c.var.ctx.now))
}

export const swapRoutes: Route[] = [
  get('/swap', 'roster.swap', choose),
  post('/swap', 'roster.swap', ask),
  post('/swaps/:id/accept', 'roster.swap', answered(acceptSwap)),
  post('/swaps/:id/decline', 'roster.swap', answered(declineSwap)),
  post('/swaps/:id/withdraw', 'roster.swap', answered(withdrawSwap)),
]
