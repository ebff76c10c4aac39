/** What stands on the list of reports: one's own of the last days, what the team is missing, and what was delivered. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { addDays, dayOf } from '../../core/time.ts'
import { deliveriesOf, type Told } from '../outbox/index.ts'
import type { Shop } from '../shops/index.ts'
import { aboutOf } from './filing.ts'
import { missingNow } from './grid.ts'
import { owedBetween, type Owed } from './owed.ts'

const DAYS = 14

export type OwnReport = Owed & { deliveries: Told[] }
/** `now`: owed and not filed, the oldest first; `past`: the rest, newest first. `teamMissing`: null for who may not know. */
export type ReportList = { now: OwnReport[]; past: OwnReport[]; teamMissing: number | null }

export async function reportList(ctx: Context, shop: Shop): Promise<ReportList> {
  const today = dayOf(ctx.now, shop.timeZone)
  const span = { from: addDays(today, -DAYS), to: today }
  const begun = (await owedBetween(ctx.read, shop, { ...span, personId: ctx.who.id! })).filter(({ from }) => from <= ctx.now) // prettier-ignore
  const about = (one: Owed) => (one.report && one.version ? [aboutOf(one.report.id, one.version)] : [])
  const told = await deliveriesOf(ctx.read, begun.flatMap(about)) // prettier-ignore
  const own = begun.map((one) => ({ ...one, deliveries: told.filter((letter) => about(one).includes(letter.about)) }))
  return {
    now: own.filter(({ version }) => !version),
    past: own.filter(({ version }) => version).toReversed(),
    teamMissing: may(ctx.who, 'reports.team') ? (await missingNow(ctx.read, shop, ctx.now)).length : null,
  }
}

/** The number beside the menu: one's own that are due and not filed; for those who lead what is missing now. */
export async function reportsBadge(ctx: Context, shop: Shop | undefined): Promise<number> {
  if (!shop || !ctx.who.id) return 0
  if (may(ctx.who, 'reports.team')) return (await missingNow(ctx.read, shop, ctx.now)).length
  const today = dayOf(ctx.now, shop.timeZone)
  const owed = await owedBetween(ctx.read, shop, { from: addDays(today, -1), to: today, personId: ctx.who.id })
  return owed.filter(({ version, to }) => !version && to <= ctx.now).length
}
