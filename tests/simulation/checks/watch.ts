/** What the checks keep in mind over a run: what they have seen, what people were told, and what was forgotten. */

/**
 * owner: nobody has it · surface: its day passed in silence · batch: a held order was to ship · carry: a handover lost
 * it · prize: a prize, a payout or a refund went wrong · twice: carried or told double · alert: a handover ended open and nobody was told ·
 * report: a daily report was missed by nobody, or did not reach its route.
 */
export const rules = ['owner', 'surface', 'batch', 'prize', 'carry', 'twice', 'alert', 'report'] as const
export type Rule = (typeof rules)[number]

export type Forgotten = { rule: Rule; shop: string; at: string; what: string; why: string; story: string[] }
/** One person was told once. */
export type Telling = { personId: string; key: string; at: number; tone: 'late' | 'soon' | 'calm'; href: string }

export type Watch = {
  /** Different things by kind. */
  tracked: Map<string, number>
  seen: Set<string>
  /** Times that a rule was asked about a thing. */
  checks: number
  forgotten: Forgotten[]
  /** UTC ms of the last check, by shop: what is older was looked at. */
  last: Map<string, number>
  /** Who was told what, by each word of the message's key: ids, days, kinds. */
  told: Map<string, Telling[]>
  /** The last message that was heard, by shop. */
  heard: Map<string, string>
  /** The last day whose agendas were looked at, by shop. */
  agendas: Map<string, string>
  /** Open items of handovers as they were first seen, by id. */
  items: Map<string, { shopId: string; key: string | null; bornAt: number }>
}
export const newWatch = (): Watch => ({
  tracked: new Map(),
  seen: new Set(),
  checks: 0,
  forgotten: [],
  last: new Map(),
  told: new Map(),
  heard: new Map(),
  agendas: new Map(),
  items: new Map(),
})

/** Notes that this thing is watched; a thing counts once however often it is looked at. */
export function track(watch: Watch, kind: string, key: string) {
  watch.checks++
  if (watch.seen.has(key)) return
  watch.seen.add(key)
  watch.tracked.set(kind, (watch.tracked.get(kind) ?? 0) + 1)
}
