/** Ticking a step of one's own day, and taking the tick back. */
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Day } from '../../core/time.ts'
import type { DayStep } from '../../feature.ts'
import { findShop } from '../shops/index.ts'
import { mySteps, type Sources } from './lines.ts'
import { words } from './messages.ts'
import { insertTick, removeTick, type Tick } from './store.ts'

/** `day`: the business day that the page showed; on a page left open past its end nothing is ticked for the next. */
type Ticking = { day: Day; step: DayStep; side?: 'day' | 'night' | undefined }

/** DAY-1: says that a step is done which the board cannot see; twice changes nothing more. */
export const tickStep = (ctx: Context, sources: Sources, ticking: Ticking): Promise<void> =>
  ctx.write(async (tx, record) => {
    const tick = await ownTick(ctx, tx, sources, ticking)
    if (await insertTick(tx, tick, ctx.now)) await record('day.ticked', subjectOf(tick), told(tick))
  })

/** Takes one's own tick back. */
export const untickStep = (ctx: Context, sources: Sources, ticking: Ticking): Promise<void> =>
  ctx.write(async (tx, record) => {
    const tick = await ownTick(ctx, tx, sources, ticking)
    if (await removeTick(tx, tick)) await record('day.unticked', subjectOf(tick), told(tick))
  })

const subjectOf = ({ day, personId }: Tick) => `day:${day}:${personId}`
const told = ({ shopId, step }: Tick) => ({ shopId, after: { step } })

/** The tick as it may be made now; throws when the step is not this person's to tick. */
async function ownTick(
  ctx: Context,
  db: Context['read'],
  sources: Sources,
  { day, step, side }: Ticking,
): Promise<Tick> {
  const shop = ctx.shopId && ctx.who.shopIds.includes(ctx.shopId) ? await findShop(db, ctx.shopId) : undefined
  const personId = ctx.who.id
  if (!shop || !personId) throw new AppError('not_found', (lang) => words(lang).noShop)
  const mine = await mySteps(db, { shop, personId, now: ctx.now, wished: side })
  if (mine?.day !== day) throw new AppError('conflict', (lang) => words(lang).otherDay)
  if (!mine.steps.includes(step)) throw new AppError('invalid', (lang) => words(lang).notYours)
  if (sources.has(step)) throw new AppError('invalid', (lang) => words(lang).boardTicks(words(lang).steps[step]))
  return { shopId: shop.id, personId, day, step }
}
