/** What was given out by day, the reconciliation, and the wheel's own list. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { activityOf } from '../../core/activity.ts'
import { readForm } from '../../core/forms.ts'
import { addDays, dayOf, instantOf, isDay, type Day } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { shopHere, type Shop } from '../shops/index.ts'
import { CheckView } from './check-view.tsx'
import { checkWords } from './check-words.ts'
import { countsByDay, spanAsked, ways } from './counting.ts'
import { CountsView, type Cell } from './counts-view.tsx'
import { countsWords } from './counts-words.ts'
import { importWins, previewWins, withdrawWins, type WinsPreview } from './importing.ts'
import { PreviewView } from './preview-view.tsx'
import { disagreeing, reconcile, settleMismatch } from './reconciling.ts'
import { givingsBetween, givingsOf } from './store-counts.ts'
import { lastImport, listOf } from './store-wins.ts'
import { MOST_BYTES } from './wins-file.ts'
import { WinsView } from './wins-view.tsx'
import { winsRefusal, winsWords } from './wins-words.ts'

// --- counts -------------------------------------------------------------------------------------------

const dayIn = (text: string | undefined) => (text && isDay(text) ? text : undefined)
const startOf = (day: Day, { timeZone }: Shop) => instantOf(day, '00:00', timeZone)
const endOf = (day: Day, shop: Shop) => startOf(addDays(day, 1), shop)

async function counts(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const today = dayOf(ctx.now, shop.timeZone)
  const span = spanAsked(dayIn(c.req.query('from')), dayIn(c.req.query('to')), today)
  const givings = await givingsBetween(ctx.read, shop.id, startOf(span.from, shop), endOf(span.to, shop))
  const rows = countsByDay(givings, { ...span, zone: shop.timeZone })
  const disagree = disagreeing(await reconcile(ctx.read, shop, ctx.now))
  return page(
    c,
    { title: countsWords(ctx.lang).title, active: '/prizes' },
    <main id="main" class="page stack">
      <CountsView {...{ lang: ctx.lang, shop, today, span, rows, disagree, cell: await cellAsked(c, shop) }} />
    </main>,
  )
}

/** The claims of the number that was chosen. */
async function cellAsked(c: Ask, shop: Shop): Promise<Cell | undefined> {
  const day = dayIn(c.req.query('day'))
  const way = ways.find((one) => one === c.req.query('way'))
  if (!day || !way) return undefined
  const claims = await givingsOf(c.var.ctx.read, shop.id, way, startOf(day, shop), endOf(day, shop))
  return { day, way, claims }
}

// --- reconciliation -----------------------------------------------------------------------------------

async function check(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const found = await reconcile(ctx.read, shop, ctx.now)
  return page(
    c,
    { title: checkWords(ctx.lang).title, active: '/prizes' },
    <main id="main" class="page stack">
      <CheckView {...{ lang: ctx.lang, shop, found, canPlan: may(ctx.who, 'prizes.plan') }} />
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {checkWords(ctx.lang).saved}
      </Saved>
    </main>,
  )
}

async function settle(c: Ask) {
  const wish = await readForm(c, z.object({ id: z.string(), why: z.string() }))
  await settleMismatch(c.var.ctx, shopHere(c).id, wish)
  return onTo(c, savedHref('/prizes/check', c.var.ctx.now))
}

// --- the wheel's own list -----------------------------------------------------------------------------

/** Imports that the page tells of. */
const TOLD = 10

async function winsPage(c: Ask, preview?: WinsPreview) {
  const { ctx } = c.var
  const t = winsWords(ctx.lang)
  const shop = shopHere(c)
  const list = { ...(await listOf(ctx.read, shop.id)), last: await lastImport(ctx.read, shop.id) }
  const history = await activityOf(ctx.read, `wins:${shop.id}`, TOLD)
  const props = { lang: ctx.lang, shop, list, history }
  return page(
    c,
    { title: t.title, active: '/prizes' },
    <main id="main" class="page stack">
      {preview ? <PreviewView {...props} preview={preview} /> : <WinsView {...props} />}
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {c.req.query('undone') ? t.undone : t.imported}
      </Saved>
    </main>,
  )
}

const winsForm = z.object({
  file: z.union([z.instanceof(File), z.literal('')]).optional(),
  text: z.string().optional(),
  apply: z.literal('yes').optional(),
})

/** A list that comes for the first time is shown; with `apply` it is taken in. */
async function bring(c: Ask) {
  const { ctx } = c.var
  const { file, text = '', apply } = await readForm(c, winsForm)
  const shop = shopHere(c)
  if (apply) {
    await importWins(ctx, shop.id, text)
    return onTo(c, savedHref('/prizes/wins', ctx.now))
  }
  const bytes = file && file.size ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(text)
  if (!bytes.length) throw winsRefusal('invalid', 'noFile', 'file')
  return winsPage(c, await previewWins(ctx, shop.id, bytes))
}

async function withdraw(c: Ask) {
  const { importedAt, why } = await readForm(c, z.object({ importedAt: z.coerce.number(), why: z.string() }))
  const { ctx } = c.var
  await withdrawWins(ctx, shopHere(c).id, { importedAt, why })
  return onTo(c, savedHref('/prizes/wins?undone=1', ctx.now))
}

/** The list, and a megabyte for what a form puts around it. */
const UPLOAD_BYTES = MOST_BYTES + 1024 * 1024

export const listRoutes = [
  get('/prizes/counts', 'prizes.see', counts),
  get('/prizes/check', 'prizes.see', check),
  post('/prizes/check/settle', 'prizes.plan', settle),
  get('/prizes/wins', 'prizes.plan', (c) => winsPage(c)),
  { ...post('/prizes/wins', 'prizes.plan', bring), mostBytes: UPLOAD_BYTES },
  post('/prizes/wins/withdraw', 'prizes.plan', withdraw),
]
