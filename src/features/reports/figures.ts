/** The chat tool's figures: looked at, then taken in. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { fold } from '../../core/text.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { peopleOf } from '../people/index.ts'
import { ownShop, type Shop } from '../shops/index.ts'
import { BadTable, counted, figuresText, MOST_BYTES, readFigures, type Counted, type ReadFigures, type RefusedFigures } from './figures-file.ts' // prettier-ignore
import { figuresBetween, putFigures, type ChatRow } from './figures-store.ts'
import { figuresWords } from './figures-words.ts'

type FiguresImported = { new: number; changed: number; same: number; refused: readonly RefusedFigures[] }
/** `text`: the good lines, for importFigures. */
export type FiguresPreview = FiguresImported & {
  text: string
  /** Names of columns that were passed over. */
  unread: readonly string[]
  examples: readonly (ReadFigures & { handle: string })[]
}

const EXAMPLES = 5

/** What taking this table in would do; nothing is kept. `day`: of a table that names none. Throws invalid when it is none. */
export async function previewFigures(
  ctx: Context,
  shopId: string,
  bytes: Uint8Array,
  day?: Day,
): Promise<FiguresPreview> {
  const shop = await ownShop(ctx.read, ctx, shopId)
  const handles = await handlesOf(ctx.read, shop)
  const handleOf = (personId: string) => handles.get(personId) ?? ''
  const { figures, refused, unread } = await tableIn(ctx, shop, bytes, handles, day)
  const found = await compared(ctx.read, shop, figures)
  const examples = found.todo.slice(0, EXAMPLES).map(({ read }) => ({ ...read, handle: handleOf(read.personId) }))
  return { ...found.counts, refused, unread, text: figuresText(figures, handleOf), examples }
}

/** Takes in what is new or different; the same table again changes nothing. Throws invalid when it is none. */
export async function importFigures(ctx: Context, shopId: string, text: string): Promise<FiguresImported> {
  const shop = await ownShop(ctx.read, ctx, shopId)
  const { figures, refused } = await tableIn(ctx, shop, Buffer.from(text), await handlesOf(ctx.read, shop))
  return ctx.write(async (tx, record) => {
    const { todo, counts } = await compared(tx, shop, figures)
    await putFigures(ctx.store, tx, todo.map(({ row }) => ({ ...row, importedAt: ctx.now }))) // prettier-ignore
    const days = todo.map(({ row }) => row.day).sort()
    const after = { rows: todo.length, from: days[0], to: days.at(-1) }
    if (todo.length) await record('figures.imported', `figures:${shop.id}`, { shopId: shop.id, after })
    return { ...counts, refused }
  })
}

/** Also of those who have left: last month's table names them. */
const handlesOf = async (db: Reader, shop: Shop) =>
  new Map((await peopleOf(db, [shop.id])).map(({ id, handle }) => [id, handle]))

async function tableIn(
  { now }: Context,
  { timeZone }: Shop,
  bytes: Uint8Array,
  handles: ReadonlyMap<string, string>,
  day?: Day,
) {
  if (bytes.length > MOST_BYTES) throw unreadable('too_many')
  const people = new Map([...handles].map(([id, handle]) => [fold(handle), id]))
  const terms = { zone: timeZone, today: dayOf(now, timeZone), people, day }
  return readFigures(bytes, terms).catch((error: unknown) => {
    throw error instanceof BadTable ? unreadable(error.problem) : error
  })
}

function unreadable(problem: BadTable['problem']) {
  const say = (lang: Lang) => figuresWords(lang).unreadable[problem]
  return new AppError('invalid', say, { file: say })
}

type Todo = { read: ReadFigures; row: Omit<ChatRow, 'importedAt'> }

/** What differs from what is kept; where the table says nothing, what is kept stays. */
async function compared(db: Reader, shop: Shop, figures: readonly ReadFigures[]) {
  const days = figures.map(({ day }) => day).sort()
  const kept = days.length ? await figuresBetween(db, shop.id, days[0]!, days.at(-1)!) : []
  const known = new Map(kept.map((row) => [`${row.personId} ${row.day}`, row]))
  const counts = { new: 0, changed: 0, same: 0 }
  const todo: Todo[] = []
  for (const read of figures) {
    const before = known.get(`${read.personId} ${read.day}`)
    const row = { shopId: shop.id, personId: read.personId, day: read.day, ...merged(before, read) }
    const what = !before ? 'new' : counted.some((field) => row[field] !== before[field]) ? 'changed' : 'same'
    counts[what]++
    if (what !== 'same') todo.push({ read, row })
  }
  return { todo, counts }
}

const merged = (before: Counted | undefined, read: Counted): Counted => ({
  enquiries: read.enquiries ?? before?.enquiries ?? null,
  firstResponse: read.firstResponse ?? before?.firstResponse ?? null,
  averageResponse: read.averageResponse ?? before?.averageResponse ?? null,
  orders: read.orders ?? before?.orders ?? null,
  amount: read.amount ?? before?.amount ?? null,
})
