/** What a run has to say: how much was played, what was watched, and what was forgotten. */
import type { ReportCount } from './checks/reports.ts'
import type { Forgotten } from './checks/watch.ts'

export type Report = {
  shopDays: number
  events: number
  done: ReadonlyMap<string, number>
  refused: ReadonlyMap<string, number>
  /** Different things that somebody had to keep in mind. */
  tracked: ReadonlyMap<string, number>
  /** Times that a rule was asked about one thing. */
  checks: number
  forgotten: readonly Forgotten[]
  reports: ReportCount
  seconds: number
}

const summed = (maps: readonly ReadonlyMap<string, number>[]): Map<string, number> => {
  const all = new Map<string, number>()
  for (const [name, n] of maps.flatMap((map) => [...map])) all.set(name, (all.get(name) ?? 0) + n)
  return all
}
const total = (reports: readonly Report[], of: (report: Report) => number) =>
  reports.reduce((sum, report) => sum + of(report), 0)

/** Several towns as one report. */
export const merged = (reports: readonly Report[]): Report => ({
  shopDays: total(reports, (one) => one.shopDays),
  events: total(reports, (one) => one.events),
  done: summed(reports.map((one) => one.done)),
  refused: summed(reports.map((one) => one.refused)),
  tracked: summed(reports.map((one) => one.tracked)),
  checks: total(reports, (one) => one.checks),
  forgotten: reports.flatMap((one) => one.forgotten),
  reports: {
    owed: total(reports, (one) => one.reports.owed),
    filed: total(reports, (one) => one.reports.filed),
    missing: total(reports, (one) => one.reports.missing),
    mails: total(reports, (one) => one.reports.mails),
    delivered: total(reports, (one) => one.reports.delivered),
    repeated: total(reports, (one) => one.reports.repeated),
  },
  seconds: Math.max(...reports.map((one) => one.seconds)),
})

export function asJson({ done, refused, tracked, ...rest }: Report): string {
  const [counts, no, things] = [done, refused, tracked].map((map) => Object.fromEntries(map))
  return JSON.stringify({ ...rest, tracked: things, done: counts, refused: no }, null, 1)
}

/** As many are told with their story; of the others only how many they are. */
const STORIES = 5

export function asText(report: Report): string {
  const { shopDays, events, checks, forgotten, seconds } = report
  const tracked = [...report.tracked.values()].reduce((all, n) => all + n, 0)
  return [
    `${shopDays} shop-days, ${grouped(events)} events, ${grouped(checks)} checks, ${seconds} s`,
    `things tracked: ${grouped(tracked)} (${listed(report.tracked)})`,
    `reports: ${counted(report.reports)}`,
    `done: ${listed(report.done)}`,
    ...(report.refused.size ? [`refused by the board: ${listed(report.refused)}`] : []),
    `forgotten: ${forgotten.length}${forgotten.length ? ` (${listed(byRule(forgotten))})` : ''}`,
    ...forgotten.slice(0, STORIES).map(told),
  ].join('\n')
}

const counted = ({ owed, filed, missing, mails, delivered, repeated }: ReportCount) =>
  `owed ${grouped(owed)} = filed ${grouped(filed)} + missing ${grouped(missing)}; mails ${grouped(mails)} = delivered ${grouped(delivered)} (${grouped(repeated)} more than once)`

const grouped = (n: number) => n.toLocaleString('en-US')
const listed = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${grouped(n)} ${name}`).join(', ') // prettier-ignore

function byRule(forgotten: readonly Forgotten[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of forgotten) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

const told = ({ rule, shop, at, what, why, story }: Forgotten) =>
  [`\n[${rule}] ${shop} ${at}: ${what}`, `  ${why}`, ...story.map((line) => `  ${line}`)].join('\n')
