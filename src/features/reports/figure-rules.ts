/** Which number counts when a person and the chat tool both say one. Pure. */
import type { FigureName, Figures } from './rules.ts'

export const figureNames = ['enquiries', 'orders', 'sales'] as const satisfies readonly FigureName[]

export const eachFigure = (valueOf: (name: FigureName) => number | null): Figures => ({
  enquiries: valueOf('enquiries'),
  orders: valueOf('orders'),
  sales: valueOf('sales'),
})

/**
 * REPORT-1: the one order of preference, for a report, a day and a month. What the agent typed wins, for they saw the
 * tool's number and changed it; what they left to the tool is the tool's, and that one counts the whole day. `typed`: of
 * each report of the day, null where it was left open.
 */
export function preferred(typed: readonly (number | null)[], counted: number | null): number | null {
  const isAllTyped = typed.length > 0 && !typed.includes(null)
  return isAllTyped ? sum(typed) : (counted ?? sum(typed))
}

/** Of those who said; null where nobody did. */
export function sum(values: readonly (number | null)[]): number | null {
  const said = values.filter((value) => value !== null)
  return said.length ? said.reduce((a, b) => a + b, 0) : null
}
