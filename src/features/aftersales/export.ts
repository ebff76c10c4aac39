/** WHO-5: the sheet as a workbook: only for leads, and the log says who took how many rows, and which. */
import type { Context } from '../../core/context.ts'
import type { Both, Lang } from '../../core/i18n.ts'
import { longOf } from '../../core/time.ts'
import { workbook, type SheetColumn } from '../../core/xlsx.ts'
import { tidsOf } from '../orders/index.ts'
import { namesOf } from '../people/index.ts'
import { ownShop, type Shop } from '../shops/index.ts'
import { stateOf, wantedOf, type Filters } from './filters.ts'
import { sheetWords } from './words-sheet.ts'
import { kindWord, stateWord } from './messages.ts'
import type { Entry } from './store.ts'
import { newestFirst } from './store-list.ts'

/** One book holds at most so many rows. */
const MOST_EXPORTED = 5000

type Row = { entry: Entry; tid: string; owner: string; endedBy: string }

/** All lines that these filters show, the newest first, as the bytes of an .xlsx. Everybody's, not only one's own. */
export async function exportSheet(ctx: Context, shopId: string, asked: Filters): Promise<Buffer> {
  const shop = await ownShop(ctx.read, ctx, shopId)
  const wanted = await wantedOf(ctx.read, shop.id, asked, ctx.now)
  const found = await newestFirst(ctx.read, shop.id, wanted, { limit: MOST_EXPORTED })
  const rows = await rowsOf(ctx, found)
  const filter = await filterOf(ctx, asked)
  await ctx.write((_tx, record) =>
    record('aftersales.exported', `shop:${shop.id}`, { shopId: shop.id, after: { rows: rows.length, filter } }),
  )
  const t = sheetWords(ctx.lang)
  const at = longOf(ctx.now, shop.timeZone)
  const lines = [...t.origin(shop.name, ctx.who.handle, at, rows.length), t.filter(filter[ctx.lang]), t.notice]
  return workbook({ name: t.sheet, columns: columnsFor(shop, ctx.lang), rows, origin: { name: t.originName, lines } })
}

async function rowsOf({ read }: Context, found: readonly Entry[]): Promise<Row[]> {
  const tids = await tidsOf(read, found.map(({ orderId }) => orderId)) // prettier-ignore
  const people = new Set(found.flatMap(({ ownerId, endedBy }) => [ownerId ?? '', endedBy ?? '']))
  const names = await namesOf(read, [...people].filter(Boolean))
  const handle = (id: string | null) => names.get(id ?? '')?.handle ?? ''
  return found.map((entry) => ({
    entry,
    tid: tids.get(entry.orderId ?? '') ?? '',
    owner: handle(entry.ownerId),
    endedBy: handle(entry.endedBy),
  }))
}

/** The filters in words, in both languages: the log keeps them. */
async function filterOf({ read }: Context, asked: Filters): Promise<Both> {
  const owner = asked.owner ? (await namesOf(read, [asked.owner])).get(asked.owner)?.handle : undefined
  const said = (lang: Lang) => {
    const state = stateOf(asked)
    const t = sheetWords(lang)
    const states = state === 'todo' || state === 'late' || state === 'any' ? t[state] : stateWord(state, lang)
    return [states, asked.kind && kindWord(asked.kind, lang), owner, asked.q.trim() && t.seeking].filter(Boolean)
  }
  return { zh: said('zh').join('，'), en: said('en').join(', ') }
}

function columnsFor({ timeZone }: Shop, lang: Lang): SheetColumn<Row>[] {
  const t = sheetWords(lang).columns
  const at = (moment: number | null) => (moment === null ? null : longOf(moment, timeZone).slice(0, 16))
  return [
    { header: t.entered, width: 17, cell: ({ entry }) => at(entry.createdAt) },
    { header: t.kind, width: 12, cell: ({ entry }) => kindWord(entry.kind, lang) },
    { header: t.buyer, width: 14, cell: ({ entry }) => entry.buyer },
    { header: t.order, width: 22, cell: ({ tid }) => tid },
    { header: t.promised, width: 40, cell: ({ entry }) => entry.promised },
    { header: t.promisedBy, width: 10, cell: ({ entry }) => entry.promisedBy },
    { header: t.amount, width: 10, cell: ({ entry }) => (entry.amount === null ? null : entry.amount / 100) },
    { header: t.state, width: 12, cell: ({ entry }) => stateWord(entry.state, lang) },
    { header: t.owner, width: 10, cell: ({ owner }) => owner },
    { header: t.due, width: 17, cell: ({ entry }) => at(entry.dueAt) },
    { header: t.result, width: 40, cell: ({ entry }) => entry.result },
    { header: t.ended, width: 17, cell: ({ entry }) => at(entry.endedAt) },
    { header: t.endedBy, width: 10, cell: ({ endedBy }) => endedBy },
  ]
}
