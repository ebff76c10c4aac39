/** One claim, and what may happen to it. */
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { checkClaim, uncheckClaim } from './checking.ts'
import { moveClaim, shipWithout, waitForPrize, withdrawClaim } from './ending.ts'
import { addPicture } from './evidence.ts'
import { correctClaim, settleFailed } from './failing.ts'
import { OneView } from './one-view.tsx'
import { claimSight } from './one.ts'
import { pageWords } from './page-words.ts'
import { payEarly } from './paying.ts'
import { bytesOf, FORM_BYTES, pictureField } from './picture-form.ts'

const id = (c: Ask) => c.req.param('id')!

async function show(c: Ask) {
  const { ctx } = c.var
  const sight = await claimSight(ctx, id(c), c.req.query('no') === '1')
  const t = pageWords(ctx.lang)
  return page(
    c,
    { title: `${t.one} ${sight.claim.buyer}`, active: '/claims' },
    <main id="main" class="page stack">
      <OneView {...sight} />
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {t.saved}
      </Saved>
    </main>,
  )
}

const text = z.string().default('')
const checkForm = z.object({ passed: z.enum(['yes', 'no']).default('yes'), note: text, from: text })

/** From the queue the next one comes; on its own page one stays. */
async function check(c: Ask) {
  const { passed, note, from } = await readForm(c, checkForm)
  await checkClaim(c.var.ctx, id(c), { passed: passed === 'yes', note })
  return onTo(c, from === 'queue' ? `/claims?show=check&done=${id(c)}.${c.var.ctx.now}` : `/claim/${id(c)}`)
}

async function uncheck(c: Ask) {
  const { why, from } = await readForm(c, z.object({ why: text, from: text }))
  await uncheckClaim(c.var.ctx, id(c), why)
  return onTo(c, from === 'queue' ? `/claims?show=check` : `/claim/${id(c)}`)
}

/** Reads the form, does the one thing, and shows the claim again. */
const doing =
  <S extends z.ZodType>(form: S, act: (ctx: Context, id: string, read: z.output<S>) => Promise<unknown>) =>
  async (c: Ask) => {
    await act(c.var.ctx, id(c), await readForm(c, form))
    return onTo(c, `/claim/${id(c)}`)
  }

const withWhy = (act: (ctx: Context, id: string, why: string) => Promise<unknown>) =>
  doing(z.object({ why: text }), (ctx, claim, { why }) => act(ctx, claim, why))

async function picture(c: Ask) {
  const form = await readForm(c, z.object({ picture: pictureField }))
  await addPicture(c.var.ctx, id(c), await bytesOf(form.picture))
  return onTo(c, savedHref(`/claim/${id(c)}`, c.var.ctx.now))
}

export const oneRoutes = [
  get('/claim/:id', 'prizes.see', show),
  post('/claim/:id/check', 'prizes.check', check),
  post('/claim/:id/uncheck', 'prizes.check', uncheck),
  post(
    '/claim/:id/settle',
    'prizes.claim',
    doing(z.object({ ending: text }), (ctx, claim, { ending }) => settleFailed(ctx, claim, ending)),
  ),
  post('/claim/:id/correct', 'prizes.claim', doing(z.object({ serial: text, note: text }), correctClaim)),
  post('/claim/:id/move', 'prizes.claim', doing(z.object({ order: text }), moveClaim)),
  post('/claim/:id/early', 'aftersales.work', withWhy(payEarly)),
  post('/claim/:id/without', 'prizes.waive', withWhy(shipWithout)),
  post('/claim/:id/wait', 'prizes.waive', doing(z.object({}), waitForPrize)),
  post('/claim/:id/withdraw', 'prizes.claim', withWhy(withdrawClaim)),
  { ...post('/claim/:id/picture', 'prizes.claim', picture), mostBytes: FORM_BYTES },
]
