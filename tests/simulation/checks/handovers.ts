/** SHIFT-3, SHIFT-4: items live until they are settled, none twice; what ends un-given or unread alerts a supervisor. */
import { eq, inArray, placeholder } from 'drizzle-orm'
import { handoverItems, handoverLines } from '../../../db/schema.ts'
import { statement, type Reader } from '../../../src/core/store.ts'
import { addDays, dayOf, MINUTE, type Day } from '../../../src/core/time.ts'
import { onTurn, stretchOf, type Side } from '../rota.ts'
import { isLead } from './hearing.ts'
import type { Check, Fault, Look } from './look.ts'
import type { Handover, Item } from './things.ts'

/** SHIFT-3: what was open once is there until somebody settles it, and keeps its age. */
export const itemsLiveOn: Check = async (look) => {
  const { watch, place } = look
  const open = look.open.items
  for (const { id, key, bornAt } of open)
    if (!watch.items.has(id)) watch.items.set(id, { shopId: place.shop.id, key, bornAt })
  const younger = open.filter(({ id, bornAt }) => watch.items.get(id)!.bornAt !== bornAt)
  return [
    ...(await lostItems(look, new Set(open.map(({ id }) => id)))),
    ...younger.map(({ id }) => ({ what: `item:${id}`, why: 'lost its age', subject: `handover-item:${id}` })),
  ]
}

async function lostItems({ db, watch, place }: Look, open: ReadonlySet<string>): Promise<Fault[]> {
  const gone = [...watch.items]
    .filter(([id, { shopId }]) => shopId === place.shop.id && !open.has(id))
    .map(([id]) => id)
  if (!gone.length) return []
  const rows = await db.select({ id: handoverItems.id }).from(handoverItems).where(inArray(handoverItems.id, gone))
  const settled = new Set(rows.map(({ id }) => id))
  const lost = gone.filter((id) => !settled.has(id))
  const faults = lost.map((id) => ({ what: `item:${id}`, why: `was open and is gone: ${watch.items.get(id)!.key ?? 'own words'}`, subject: `handover-item:${id}` })) // prettier-ignore
  for (const id of gone) watch.items.delete(id)
  return faults
}

/** SHIFT-3: nothing is open twice, and nothing stands twice in the newest list. */
export const nothingTwice: Check = async (look) => {
  const keys = look.open.items.flatMap(({ key }) => key ?? [])
  const [newest] = look.open.handovers
  const lines = newest ? await itemsIn(look, newest.id) : []
  const things = lines.map(({ orderId, summary }) => `${orderId ?? ''} ${summary.zh}`)
  return [
    ...doubles(keys).map((key) => ({ what: key, why: 'is open as two items' })),
    ...doubles(things).map((thing) => ({ what: `${newest!.id} ${thing}`, why: 'stands twice in one handover', subject: `handover:${newest!.id}` })), // prettier-ignore
  ]
}
const doubles = (list: readonly string[]) => [...new Set(list.filter((one, i) => list.indexOf(one) !== i))]

/** Open items of one list. */
async function itemsIn({ db, open }: Look, handoverId: string, which: 'all' | 'unread' = 'all'): Promise<Item[]> {
  const rows = await lines(db, { handoverId })
  const listed = new Set(rows.filter(({ readAt }) => which === 'all' || readAt === null).map(({ itemId }) => itemId))
  return open.items.filter(({ id }) => listed.has(id))
}
const lines = statement((db: Reader) =>
  db
    .select({ itemId: handoverLines.itemId, readAt: handoverLines.acknowledgedAt })
    .from(handoverLines)
    .where(eq(handoverLines.handoverId, placeholder('handoverId'))),
)

// --- alerts -----------------------------------------------------------------------------------------------

/** SHIFT-3: given, its time has passed, something is unread and no later shift has handed over: a supervisor knows. */
export const unreadAlerts: Check = async (look) => {
  const newest = look.open.handovers.find(({ state }) => state !== 'draft')
  if (newest?.state !== 'given' || newest.dueAt! > look.now || leadsKnow(look, newest)) return []
  const unread = await itemsIn(look, newest.id, 'unread')
  return unread.length ? [{ what: newest.id, why: `${unread.length} items unread, no supervisor was told`, subject: `handover:${newest.id}` }] : [] // prettier-ignore
}

/** SHIFT-4: half an hour after its end a shift that left something open has handed over, or a supervisor knows. */
export const missingAlerts: Check = async (look) => {
  const { place, open } = look
  const turn = lastEnded(look)
  if (!turn) return []
  const rows = look.open.handovers.filter((one) => inTime(one) >= inTime(turn))
  if (rows.some(({ state }) => state !== 'draft')) return []
  const draft = rows.find((one) => inTime(one) === inTime(turn))
  const name = `${place.shop.code} ${turn.day} ${turn.side}`
  if (!draft) {
    const n = open.items.length
    return n ? [{ what: name, why: `ended with ${n} open items and no draft` }] : []
  }
  const old = await itemsIn(look, draft.id)
  const left = old.filter(({ bornAt }) => bornAt <= turn.to)
  if (!left.length || leadsKnow(look, draft)) return []
  return [{ what: name, why: `ended with ${left.length} open items, nobody handed over, no supervisor was told`, subject: `handover:${draft.id}` }] // prettier-ignore
}

const leadsKnow = ({ watch, place }: Look, { id }: Handover) =>
  [...(watch.told.get(id) ?? [])].some((told) => told.tone === 'late' && isLead(place)(told))

/** The newest turn with people on it that ended half an hour ago or earlier. */
function lastEnded({ place, now }: Look): { day: Day; side: Side; to: number } | undefined {
  const today = dayOf(now, place.shop.timeZone)
  const turns = [0, -1, -2].flatMap((n) =>
    (['night', 'day'] as const).map((side) => ({ day: addDays(today, n), side })),
  )
  return turns
    .map((turn) => ({ ...turn, ...stretchOf(place.shop, turn.day, turn.side) }))
    .find(({ day, side, to }) => to + 30 * MINUTE <= now && onTurn(place, day, side).length > 0)
}
const inTime = ({ day, side }: { day: Day; side: Side }) => `${day} ${side}`
