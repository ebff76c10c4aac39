/** The sheet as somebody looks at it: which lines, whose each is now, what comes first. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { tidsOf } from '../orders/index.ts'
import { namesOf, type Staff } from '../people/index.ts'
import type { Having } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import { stateOf, wantedOf, type Filters } from './filters.ts'
import { haversOf, mayWork, type Team } from './rules.ts'
import { beingPaid, openEntries, type Entry } from './store.ts'
import { newestFirst, openOnes, type After } from './store-list.ts'
import { staffFor, teamOf } from './team.ts'

export type Line = { entry: Entry; having: Having; tid: string | undefined; canWork: boolean }

export type Sheet = {
  lines: Line[]
  whose: 'mine' | 'all'
  /** Open ones: for this reader to do, with something of theirs, and all. */
  counts: { todo: number; mine: number; all: number; late: number; unowned: number }
  /** The first that this reader has to do. */
  first: Entry | undefined
  /** Rows that the page leaves out, and where the next page of ended ones begins. */
  more: number
  next: string | undefined
  names: Map<string, { handle: string; hue: number }>
  staff: Staff[]
}

/** What its page is drawn from. */
export type ListProps = {
  lang: Lang
  shop: Shop
  now: number
  sheet: Sheet
  asked: Filters
  canWrite: boolean
  canExport: boolean
  /** Looks after the whole sheet. */
  leads: boolean
}

/** As many as a page shows. */
const MOST_ROWS = 200
const PAGE = 100

export async function sheetOf(ctx: Context, shop: Shop, asked: Filters): Promise<Sheet> {
  const { read, who, now } = ctx
  const team = await teamOf(read, shop, now)
  const open = await openEntries(read, shop.id)
  const whose = whoseOf(ctx, asked)
  const { rows, more, next } = await rowsFor(ctx, shop, team, asked)
  const tids = await tidsOf(read, rows.map(({ orderId }) => orderId)) // prettier-ignore
  const lines = rows.map((entry) => {
    const having = haversOf(entry, team)
    return { entry, having, tid: tids.get(entry.orderId ?? ''), canWork: mayWork(entry, who, having) }
  })
  const todo = todoOf(open, team, who.id, await beingPaid(read, shop.id))
  return {
    lines,
    whose,
    counts: {
      todo: todo.length,
      mine: open.filter((entry) => concerns(entry, team, who.id)).length,
      all: open.length,
      late: open.filter(({ dueAt }) => dueAt <= now).length,
      unowned: open.filter((entry) => haversOf(entry, team).because === 'leads').length,
    },
    first: todo[0],
    more,
    next,
    names: await namesOf(read, [...new Set(lines.flatMap(({ entry, having }) => [...having.people, entry.endedBy ?? '']))]), // prettier-ignore
    staff: await staffFor(read, shop),
  }
}

/** Leads look at everybody's first; who searches, or asks for one owner, looks among all. */
function whoseOf({ who }: Context, { whose, q, owner }: Filters): 'mine' | 'all' {
  if (q.trim() || owner) return 'all'
  return whose ?? (may(who, 'day.team') ? 'all' : 'mine')
}

/** Theirs to do now: what is prepared waits for whoever pays it, and counts among the payouts. */
const todoOf = (open: readonly Entry[], team: Team, id: string | null, paying: ReadonlySet<string>) =>
  open.filter((entry) => !paying.has(entry.id) && haversOf(entry, team).people.includes(id ?? ''))

/** Theirs to do, theirs by name, or what they promised: they want to know how it ends. */
const concerns = (entry: Entry, team: Team, id: string | null) =>
  entry.ownerId === id || entry.createdBy === id || haversOf(entry, team).people.includes(id ?? '')

/** Ended ones come page by page, the newest first; open ones all at once, late first. */
async function rowsFor(ctx: Context, shop: Shop, team: Team, asked: Filters) {
  const wanted = await wantedOf(ctx.read, shop.id, asked, ctx.now)
  const mine = whoseOf(ctx, asked) === 'mine'
  if (stateOf(asked) === 'done' || stateOf(asked) === 'any') {
    const involved = mine ? { ...wanted, with: ctx.who.id ?? '' } : wanted
    const found = await newestFirst(ctx.read, shop.id, involved, { after: afterIn(asked.after), limit: PAGE + 1 })
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    return { rows, more: 0, next: found.length > PAGE && last ? `${last.createdAt}.${last.id}` : undefined }
  }
  const all = await openOnes(ctx.read, shop.id, wanted)
  const own = mine ? all.filter((entry) => concerns(entry, team, ctx.who.id)) : all
  return { rows: own.slice(0, MOST_ROWS), more: Math.max(0, own.length - MOST_ROWS), next: undefined }
}

function afterIn(text: string | undefined): After | undefined {
  const [, createdAt, id] = /^(\d{1,15})\.(.+)$/.exec(text ?? '') ?? []
  return createdAt && id ? { createdAt: Number(createdAt), id } : undefined
}

/** How many lines this reader has that are due now. */
export async function dueForMe({ read, who, now }: Context, shop: Shop): Promise<number> {
  const due = (await openEntries(read, shop.id)).filter(({ dueAt }) => dueAt <= now)
  if (!due.length) return 0
  return todoOf(due, await teamOf(read, shop, now), who.id, await beingPaid(read, shop.id)).length
}
