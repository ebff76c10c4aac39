/** The sheet: its list, entering a line, many at once, and the workbook. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm, readQuery } from '../../core/forms.ts'
import { dayOf } from '../../core/time.ts'
import { localPath, onTo, type Ask } from '../../core/web.ts'
import { XLSX } from '../../core/xlsx.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { isBigDay } from '../campaigns/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import { addEntry } from './actions.ts'
import { bulkDeeds, changeMany, type BulkResult } from './bulk.ts'
import { Outcome } from './bulk-view.tsx'
import { exportSheet } from './export.ts'
import { filters, type Filters } from './filters.ts'
import { findAbout, type Found } from './finding.ts'
import { dueFor } from './line.ts'
import { sheetOf } from './list.ts'
import { ListView } from './list-view.tsx'
import { refusal, words } from './messages.ts'
import { NewView, type Draft } from './new-view.tsx'
import { entryRoutes } from './one-routes.tsx'
import { pageWords } from './page-words.ts'
import { amountIn, dueIn } from './reading.ts'
import { kinds } from './rules.ts'
import { settingsRoutes } from './settings.tsx'
import { entriesById } from './store.ts'
import { sheetWords } from './words-sheet.ts'

// --- the list -----------------------------------------------------------------------------------------

const list = (c: Ask) => listPage(c, readQuery(c, filters))

async function listPage(c: Ask, asked: Filters, results: readonly BulkResult[] = []) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const sheet = await sheetOf(ctx, shop, asked)
  const flags = {
    canWrite: may(ctx.who, 'aftersales.write'),
    canExport: may(ctx.who, 'aftersales.export'),
    leads: may(ctx.who, 'day.team'),
  }
  const changed = await entriesById(ctx.read, shop.id, results.map(({ id }) => id)) // prettier-ignore
  return page(
    c,
    { title: words(ctx.lang).title, active: '/aftersales' },
    <main id="main" class="page stack">
      {results.length > 0 && (
        <Outcome lang={ctx.lang} results={results} entries={new Map(changed.map((entry) => [entry.id, entry]))} />
      )}
      <ListView lang={ctx.lang} shop={shop} now={ctx.now} sheet={sheet} asked={asked} {...flags} />
    </main>,
  )
}

// --- many at once -------------------------------------------------------------------------------------

const many = z.union([z.string(), z.array(z.string())]).transform((v) => [v].flat())
/** `row` is "<id> <when it had changed last>". */
const bulkForm = z.object({
  row: many,
  deed: z.enum(bulkDeeds),
  line: z.string().default(''),
  person: z.string().optional(),
  back: z.string().default(''),
})

async function bulk(c: Ask) {
  const { row, deed, line, person, back } = await readForm(c, bulkForm)
  const picked = row.map((text) => {
    const [id = '', seen] = text.split(' ')
    return { id, seen: seen ? Number(seen) : undefined }
  })
  const results = await changeMany(c.var.ctx, picked, { deed, line, personId: person })
  const query = new URLSearchParams((localPath(back) ?? '').split('?')[1])
  return listPage(c, filters.parse(Object.fromEntries(query)), results)
}

// --- entering -----------------------------------------------------------------------------------------

async function newPage(c: Ask, shop: Shop, found: Found, draft: Draft = {}) {
  const { ctx } = c.var
  const bigDay = await isBigDay(ctx.read, shop, dayOf(ctx.now, shop.timeZone))
  const dueAt = await dueFor(ctx.read, shop, ctx.now)
  return page(
    c,
    { title: pageWords(ctx.lang).newTitle, active: '/aftersales' },
    <main id="main" class="page stack">
      <NewView {...{ lang: ctx.lang, shop, now: ctx.now, found, draft, bigDay, dueAt }} />
    </main>,
  )
}

const asking = z.object({ order: z.string().default(''), buyer: z.string().default(''), kind: z.enum(kinds).optional().catch(undefined) }) // prettier-ignore

async function blank(c: Ask) {
  const shop = shopHere(c)
  const { order, buyer, kind } = readQuery(c, asking)
  return newPage(c, shop, await findAbout(c.var.ctx.read, shop, { order: order || buyer }), { kind })
}

const entryForm = z.object({
  order: z.string(),
  orderId: z.string().optional(),
  kind: z.enum(kinds),
  promised: z.string(),
  amount: z.string().default(''),
  day: z.string().default(''),
  time: z.string().default(''),
  evenSo: z.literal('yes').optional(),
})

async function enter(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const form = await readForm(c, entryForm)
  const found = await findAbout(ctx.read, shop, form)
  const evenSo = form.evenSo === 'yes'
  if (found.isNumber && !found.orders.length) throw refusal('invalid', 'orderUnknown', 'order')
  if ((found.orders.length > 1 && !found.order) || (found.twins.length > 0 && !evenSo)) return newPage(c, shop, found, form) // prettier-ignore
  const amount = amountIn(form.amount)
  const id = await addEntry(ctx, {
    shopId: shop.id,
    kind: form.kind,
    buyer: found.order ? '' : form.order,
    orderId: found.order?.id,
    promised: form.promised,
    amount,
    state: amount === undefined ? 'open' : 'to_pay',
    dueAt: dueIn(form, shop),
    evenSo,
  })
  return onTo(c, savedHref(`/entry/${id}`, ctx.now), { leave: true })
}

// --- the workbook -------------------------------------------------------------------------------------

async function download(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const book = await exportSheet(ctx, shop.id, await readForm(c, filters))
  const day = dayOf(ctx.now, shop.timeZone)
  const name = encodeURIComponent(sheetWords(ctx.lang).fileName(day))
  c.header('content-type', XLSX)
  c.header('content-disposition', `attachment; filename="aftersales-${day}.xlsx"; filename*=UTF-8''${name}`)
  c.header('cache-control', 'private, no-store')
  return c.body(book as never)
}

export const routes = [
  get('/aftersales', 'aftersales.see', list),
  post('/aftersales', 'aftersales.write', enter),
  get('/aftersales/new', 'aftersales.write', blank),
  post('/aftersales/bulk', 'aftersales.write', bulk),
  post('/aftersales/export', 'aftersales.export', download),
  ...entryRoutes,
  ...settingsRoutes,
]
