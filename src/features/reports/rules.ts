/** REPORT-1…5: what a report holds, when it is due, how it stands. Pure. */
import type { Role } from '../../access.ts'
import type { Both } from '../../core/i18n.ts'
import { MINUTE, type Day } from '../../core/time.ts'
import type { Shift, ShopSettings } from '../shops/index.ts'

/** What the board cannot know: counts; money in fen. null: not said yet. */
export type Figures = { enquiries: number | null; orders: number | null; sales: number | null }

export type FigureName = keyof Figures

/** What the writer typed. `sections`: own words to a section; `none`: sections of which there is nothing to say. */
export type ReportDraft = {
  figures: Figures
  sections: { [name: string]: string }
  none: string[]
  own: string
  /** Names the page on which it was typed. */
  sheet?: string
}

/** One line that the board knows by itself. `cells`: its row in the attached list. */
export type Known = { text: Both; href?: string; cells?: (string | Both)[] }
export type Section = { name: string; word: Both; known: Known[]; said: string; none: boolean; heads?: Both[] }

/** A report as it goes out, frozen. */
export type ReportContent = {
  shop: string
  person: string
  day: Day
  side: Shift
  figures: Figures
  /** Of these the ones that nobody typed: the chat tool counted them. */
  fromTool?: FigureName[]
  /** Of the chat tool: seconds. */
  response?: { first: number | null; average: number | null }
  sections: Section[]
  own: string
}

export const emptyDraft: ReportDraft = {
  figures: { enquiries: null, orders: null, sales: null },
  sections: {},
  none: [],
  own: '',
}

/** REPORT-1: each agent on a shift owes one report for it. */
export const owesReports = (roles: readonly Role[]) => roles.includes('agent')

const DEFAULT_REPORT_MINUTES = 30
/** A report of a night is due before the next afternoon. */
export const MOST_REPORT_MINUTES = 720
/** REPORT-4: minutes after the shift's end. */
export const reportMinutesOf = ({ settings }: { settings: ShopSettings }): number =>
  settings.reportMinutes ?? DEFAULT_REPORT_MINUTES

/** `to`: when the shift ends, UTC ms. */
export const dueAfter = (to: number, shop: { settings: ShopSettings }): number => to + reportMinutesOf(shop) * MINUTE

/** open: not filed, and there is time · missing: not filed, and there is none. */
export type Standing = 'intime' | 'late' | 'missing' | 'open'
export function standingOf({ dueAt, filedAt }: { dueAt: number; filedAt: number | null }, now: number): Standing {
  if (filedAt !== null) return filedAt <= dueAt ? 'intime' : 'late'
  return now > dueAt ? 'missing' : 'open'
}
