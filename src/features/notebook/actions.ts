/** Every change to the notebook. */
import type { Context } from '../../core/context.ts'
import { neededText } from '../../core/typed.ts'
import { orderByTid } from '../orders/index.ts'
import { findShop } from '../shops/index.ts'
import { refusal } from './messages.ts'
import { agendaDayAt, mayPlace, ONE_PRESS, orderNumberIn } from './rules.ts'
import { findNote, insertNote, notesBetween, placeNote } from './store.ts'

/** Keeps a line; an order number of the shop in it links it to that order. Pressed twice it is one. Returns its id. */
export const writeNote = (ctx: Context, wish: { shopId: string; text: string }): Promise<string> =>
  ctx.write(async (tx, record) => {
    const text = neededText(wish.text, 'text')
    const { shopId } = wish
    if (!ctx.who.shopIds.includes(shopId) || !ctx.who.id) throw refusal('not_found', 'notFound')
    const lately = { from: ctx.now - ONE_PRESS, to: ctx.now + 1 }
    const before = await notesBetween(tx, { shopId, authorIds: [ctx.who.id], ...lately })
    const same = before.find((note) => note.text === text)
    if (same) return same.id
    const tid = orderNumberIn(text)
    const order = tid ? await orderByTid(tx, shopId, tid) : undefined
    const by = { authorId: ctx.who.id, author: ctx.who.handle, at: ctx.now }
    const id = await insertNote(tx, { shopId, ...by, text, orderId: order?.id ?? null, agendaDay: null })
    await record('note.written', `note:${id}`, { shopId, after: { text, orderId: order?.id ?? null } })
    return id
  })

/** DAY-3: onto the evening agenda of this business day; twice changes nothing more. */
export const toAgenda = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const note = await placeable(tx, ctx, id)
    const day = agendaDayAt((await findShop(tx, note.shopId))!, ctx.now)
    if (note.agendaDay === day) return
    await placeNote(tx, note, day)
    const before = { agendaDay: note.agendaDay }
    await record('note.to_agenda', `note:${id}`, { shopId: note.shopId, before, after: { text: note.text, day } })
  })

/** Takes it off again. */
export const offAgenda = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const note = await placeable(tx, ctx, id)
    if (note.agendaDay === null) return
    await placeNote(tx, note, null)
    const before = { agendaDay: note.agendaDay }
    await record('note.off_agenda', `note:${id}`, { shopId: note.shopId, before, after: { text: note.text } })
  })

async function placeable(tx: Parameters<typeof findNote>[0], ctx: Context, id: string) {
  const note = await findNote(tx, ctx.who, id)
  if (note.talkedAt !== null) throw refusal('conflict', 'talkedAlready')
  if (!mayPlace(note, ctx.who)) throw refusal('forbidden', 'notYours')
  return note
}
