/** Imports: bring a file in, look at the preview, apply it or not. */
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { readQuery } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { countDifferences } from '../orders/index.ts'
import { findShop, type Shop } from '../shops/index.ts'
import { applyImport, cancelImport, startImport } from './actions.ts'
import { ImportPage } from './import-view.tsx'
import { say } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { rejectedCsv } from './rejected-csv.ts'
import { findImport, importsPage, rejectsAfter } from './store.ts'
import { withProgress } from './threads.ts'
import { dropOldUploads, keepUpload } from './uploads.ts'
import { ImportsPage } from './views.tsx'

const UPLOAD_BYTES = 64 * 1024 * 1024
const ON_PAGE = 30
const REJECTS_SHOWN = 100

/** The shop that this person looks at. */
export async function currentShop(ctx: Context): Promise<Shop> {
  const shop = ctx.shopId ? await findShop(ctx.read, ctx.shopId) : undefined
  if (!shop) throw new AppError('conflict', say((t) => t.refused.noShop)) // prettier-ignore
  return shop
}

async function list(c: Ask) {
  const { ctx, world } = c.var
  const shop = await currentShop(ctx)
  const { before } = readQuery(c, z.object({ before: z.string().max(40).optional() }))
  await dropOldUploads(world.dataDir)
  const found = await importsPage(ctx.read, shop.id, before, ON_PAGE + 1)
  const props = { ctx, shop, list: found.slice(0, ON_PAGE), more: found.length > ON_PAGE }
  const differences = await countDifferences(ctx.read, shop.id)
  const options = { title: pageWords(ctx.lang).imports, active: '/imports' }
  return page(c, options, <ImportsPage {...props} differences={differences} />)
}

async function upload(c: Ask) {
  const { ctx, world } = c.var
  const shop = await currentShop(ctx)
  const kept = await keepUpload(c.req.raw.body, c.req.header('content-type') ?? '', world.dataDir)
  const started = await startImport(ctx, shop.id, kept)
  return onTo(c, `/imports/${started.id}`, { leave: true })
}

async function one(c: Ask) {
  const { ctx } = c.var
  const found = withProgress(await findImport(ctx.read, ctx.who, c.req.param('id')!))
  const shop = (await findShop(ctx.read, found.shopId))!
  const lines = await rejectsAfter(ctx.read, found.id, -1, REJECTS_SHOWN + 5)
  const rejects = lines.filter(({ reason }) => reason !== 'header').slice(0, REJECTS_SHOWN)
  const differences = await countDifferences(ctx.read, shop.id)
  const options = { title: found.fileName, active: '/imports' }
  return page(c, options, <ImportPage {...{ ctx, shop, found, rejects, differences }} />)
}

async function download(c: Ask) {
  const { ctx } = c.var
  const found = await findImport(ctx.read, ctx.who, c.req.param('id')!)
  const name = encodeURIComponent(`${pageWords(ctx.lang).rejectedTitle} ${found.fileName.replace(/\.\w+$/, '')}.csv`)
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="rejected.csv"; filename*=UTF-8''${name}`)
  c.header('cache-control', 'private, no-store')
  return c.body(await rejectedCsv(ctx, found.id))
}

const after = (action: (ctx: Context, id: string) => Promise<void>) => async (c: Ask) => {
  const id = c.req.param('id')!
  await action(c.var.ctx, id)
  return onTo(c, `/imports/${id}`)
}

export const importRoutes = [
  get('/imports', 'orders.import', list),
  { ...post('/imports', 'orders.import', upload), mostBytes: UPLOAD_BYTES },
  get('/imports/:id', 'orders.import', one),
  get('/imports/:id/rejected.csv', 'orders.import', download),
  post('/imports/:id/apply', 'orders.import', after(applyImport)),
  post('/imports/:id/cancel', 'orders.import', after(cancelImport)),
]
