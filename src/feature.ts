/** What a feature announces. Adding a page, a job or a menu entry edits the feature and nothing central. */
import type { Child } from 'hono/jsx'
import type { Actor, Right } from './access.ts'
import type { Activity } from './core/activity.ts'
import type { Context } from './core/context.ts'
import type { Job } from './core/due.ts'
import type { Both, Lang, Said } from './core/i18n.ts'
import type { Reader, Tx } from './core/store.ts'
import type { Day } from './core/time.ts'
import type { Ask } from './core/web.ts'
import type { Channel } from './features/inbox/index.ts'
import type { Known } from './features/reports/rules.ts'
import type { Shop, Shift } from './features/shops/index.ts'

/** `anyone`: also who is not signed in. `person`: whoever is, whatever their roles. */
export type Door = Right | 'anyone' | 'person'

export type Route = {
  method: 'get' | 'post'
  path: string
  door: Door
  handle: (c: Ask) => Response | Promise<Response>
  /** Bytes of the largest body it takes; left out: those of a long form. */
  mostBytes?: number
}

export const get = (path: string, door: Door, handle: Route['handle']): Route => ({ method: 'get', path, door, handle })
export const post = (path: string, door: Door, handle: Route['handle']): Route => ({
  method: 'post',
  path,
  door,
  handle,
})

/** Words an activity row as a sentence without its subject ("flag red → purple"), by kind. */
export type Sentences = Record<string, (row: Activity, lang: Lang) => string>

export type NavEntry = {
  href: string
  word: Said
  right: Right
  /** Position in the menu, small first. */
  order: number
  /** A single key that leads there from every page. */
  shortcut?: string
  /**
   * A number that wants attention; 0 shows nothing. Gets the current shop, if there is one, and its revision when the
   * request began.
   */
  badge?: (ctx: Context, shop: Shop | undefined, revision: string | undefined) => Promise<number>
}

/** Something that one does, found by its name from every page: 登记兑奖. */
export type ActionEntry = {
  word: Said
  /** Where it is done; `post`: pressing it does it. */
  href: string
  post?: true
  right: Right | 'person'
  /** Position among all actions, the most common first. */
  order: number
  /** Other names under which people look for it. */
  keys?: readonly string[]
  /** Whoever it concerns of those who may. */
  only?: (where: { who: Pick<Actor, 'roles'>; demo: boolean }) => boolean
}

// --- what `?` says ------------------------------------------------------------------------------------

/** Of one page, in one language. `[Holds](/holds)` becomes a link for who may open that page. */
export type HelpWords = {
  /** The page's name. */
  title: string
  /** What the page is for. */
  about: string
  /** What one does here, the first thing first. */
  steps?: readonly string[]
  /** Its words, colours and marks, each with what it means. */
  marks?: readonly (readonly [mark: string, meaning: string])[]
}

export type PageHelp = {
  /** The path of its route: "/orders/:id". */
  path: string
  /** Only for who may do this; of several for one page the first that fits is shown. */
  right?: Right
} & Record<Lang, HelpWords>

/** A word of the field, with what it means. */
export type Term = {
  /** Its anchor in the glossary: "cutoff". */
  id: string
  /** The page where it is seen. */
  href?: string
  /** Other names under which people look for it. */
  keys?: readonly string[]
} & Record<Lang, { word: string; meaning: string }>

// --- what a room tells the handover, the meetings and the day's line ----------------------------------

export type Urgency = 'steady' | 'watch' | 'urgent'

/** Something open: what a shift leaves to the next, or what a meeting talks about. */
export type OpenThing = {
  /** Names it for good, so that it is never carried twice: "hold:<id>". */
  key: string
  urgency: Urgency
  /** One line, with buyers masked. */
  summary: Both
  /** What is to be done; left out where the summary says it. */
  todo?: Both
  /** By when, UTC ms, and by whom. */
  dueAt?: number
  /** From when its room calls it late, UTC ms; left out: from `dueAt`. */
  lateAt?: number
  ownerId?: string | null
  href: string
  orderId?: string
  /** Masked; the handover can be found by it. */
  buyer?: string
}

/** SHIFT-2: what a room has open for the next shift. The handover lists nothing by hand. */
export type HandoverSource = {
  /** The first part of its keys: "hold". */
  name: string
  /** Its heading: 暂缓到期 */
  word: Said
  /** All that is open at `now` and matters until `until`, the end of the incoming shift (UTC ms). */
  open(db: Reader, shop: Shop, span: { now: number; until: number }): Promise<OpenThing[]>
  /** Of these keys the ones that are over, each with a line how it ended: settled on its own page, moved to a later day. */
  ended(
    db: Reader,
    shop: Shop,
    keys: readonly string[],
    span: { now: number; until: number },
  ): Promise<Map<string, Both>>
  /** Somebody of the incoming shift took it over and owns it from now on. */
  taken?(tx: Tx, key: string, by: { personId: string; side: Shift }): Promise<void>
}

export type MeetingKind = 'morning' | 'evening'

/** MEET-1: what a room has for an agenda. */
export type AgendaSource = {
  name: string
  word: Said
  meetings: readonly MeetingKind[]
  points(db: Reader, shop: Shop, about: { kind: MeetingKind; day: Day; now: number }): Promise<OpenThing[]>
  /** A meeting talked about it, and what came of it; null: it was not talked about after all. */
  talked?(tx: Tx, key: string, said: { outcome: string; at: number } | null): Promise<void>
}

/** What stands on every calendar from one day to another: a campaign. */
export type DayMark = { from: Day; to: Day; text: Both; href: string }
export const isMarked = (mark: DayMark, day: Day) => mark.from <= day && day <= mark.to

/** Marks of all rooms that touch these days, in order of their first day. */
export async function marksOf(features: readonly Feature[], db: Reader, shop: Shop, from: Day, to: Day) {
  const lists = await Promise.all(features.flatMap(({ marks }) => (marks ? [marks(db, shop, from, to)] : [])))
  return lists.flat().sort((a, b) => a.from.localeCompare(b.from))
}

/** DAY-1: the steps of an agent's day, in time order. */
export const daySteps = [
  'morning_meeting',
  'orders',
  'lost',
  'unpaid',
  'self_service',
  'notebook',
  'learning',
  'handover',
  'evening_meeting',
  'report',
] as const
export type DayStep = (typeof daySteps)[number]

/** Somebody's shift of a business day, from when until when (UTC ms). */
type ShiftOfPerson = { personId: string; side: Shift; from: number; to: number }
/** Whose day, in which shop. */
export type DayOfPerson = ShiftOfPerson & { shop: Shop; day: Day }
/** The shifts of a shop's day that are asked for together: one, or the whole team's. */
export type DayOfTeam = { shop: Shop; day: Day; shifts: readonly ShiftOfPerson[] }
/** What the board can see of a step by itself: how much was done, how much is left, and when it was finished. */
export type StepSeen = { doneAt: number | null; count: number; left?: number; href: string }
/** Sees a step of each of these shifts, in their order; what it reads does not grow with how many there are. */
export type StepSource = (db: Reader, of: DayOfTeam, now: number) => Promise<StepSeen[]>

/** What a room needs to know of an order to say its own about it. */
export type OrderHere = { id: string; shopId: string; tid: string; buyer: string; open: boolean }

/** A page on which a manager says how a room works. */
export type SettingsPage = { href: string; word: Said; right: Right }

/**
 * REPORT-1: what a room knows of somebody's shift, for their daily report. Small `order` first. `heads`: the columns of
 * its attached list, where there is one.
 */
export type ReportSource = {
  name: string
  word: Said
  order: number
  /** The agent says something about it, or that there is nothing. */
  required: boolean
  /** Only reports of this side have it. */
  side?: Shift
  heads?: Said[]
  known(db: Reader, of: DayOfPerson, now: number): Promise<Known[]>
}

/** The screens of the live board: for those who talk to buyers, who pack, who lead. */
export const boards = ['agent', 'warehouse', 'lead'] as const
export type BoardName = (typeof boards)[number]

/** What a panel's own part is made from. */
export type BoardAsk = { ctx: Context; shop: Shop }

/** A part of the live board. It asks for itself again when something of its topics happened. */
export type BoardPanel = {
  /** In addresses and layouts: "due". */
  name: string
  word: Said
  boards: readonly BoardName[]
  /** Position, small first; a person may lay them out otherwise. */
  order: number
  right: Right
  /** First words of what happens ("order", "hold"); 'minute': time itself changes it. */
  topics: readonly string[]
  /** It is one person's; left out: the same for all who have the same rights. */
  own?: true
  /** A list: on a desk it stands in the broad column. */
  wide?: true
  /** It opens the board: what to do next, what is forgotten. Without a heading of its own; the first of a board's is shown. */
  head?: true
  /** What stands under its heading; null: there is nothing to say, and it is not shown. */
  render(ask: BoardAsk): Promise<Child>
}

/** Something late, missing or waiting in a room right now: how many, their name without the number, and their list. */
export type Figure = { count: number; words: Said; href: string; tone: 'late' | 'soon' }

/** What a room tells those who lead about what is late. Small `order` first. */
export type LateSource = {
  order: number
  /** Of the pages that its figures lead to. */
  right: Right
  /** Only what happens in these is asked for again. */
  topics: readonly string[]
  /** Also those of which there are none; the same for all who have the right. */
  figures(ask: BoardAsk): Promise<Figure[]>
}

/** How something went day by day: one number a day; null: there was nothing to count. */
export type Trend = {
  /** The heading of its column: 留下单数 */
  word: Said
  /** A line is what comes and goes; bars are what should not be. */
  shape: 'line' | 'bars'
  values: (number | null)[]
  /** The list behind a day's number; undefined: there is none any more. */
  href(day: Day): string | undefined
}

/** What a room tells those who lead about the last days. Small `order` first. */
export type TrendSource = {
  order: number
  right: Right
  topics: readonly string[]
  /** The same for all who have the right. */
  trends(ask: BoardAsk, days: readonly Day[]): Promise<Trend[]>
}

export type Feature = {
  name: string
  routes?: readonly Route[]
  jobs?: readonly Job[]
  nav?: readonly NavEntry[]
  /** What is done here, for the search that opens over every page. */
  actions?: readonly ActionEntry[]
  /** What `?` says of its pages. */
  help?: readonly PageHelp[]
  /** Words that the glossary explains and the search finds. */
  terms?: readonly Term[]
  sentences?: Sentences
  handover?: readonly HandoverSource[]
  agenda?: readonly AgendaSource[]
  report?: readonly ReportSource[]
  /** Ways besides the inbox by which people are told. */
  channels?: readonly Channel[]
  /** Panels of the live board. */
  board?: readonly BoardPanel[]
  /** What is late right now, and how the last days went: for those who lead. */
  late?: readonly LateSource[]
  trends?: readonly TrendSource[]
  /** Panels on a person's own page. */
  own?: readonly ((c: Ask) => Promise<Child>)[]
  /** Panels on the page of one order; null where there is nothing to say or do. */
  order?: readonly ((c: Ask, order: OrderHere) => Promise<Child>)[]
  /** Linked from the shop's settings. */
  settings?: readonly SettingsPage[]
  /** Where a person must go before a page behind this right opens to them; undefined lets them in. */
  gate?: (ctx: Context, shop: Shop, right: Right) => Promise<string | undefined>
  marks?: (db: Reader, shop: Shop, from: Day, to: Day) => Promise<DayMark[]>
  /** Steps of the day that this room can see for itself. */
  steps?: Partial<Record<DayStep, StepSource>>
}
