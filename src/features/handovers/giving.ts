/** SHIFT-2, SHIFT-4: a handover is given and sealed; who comes is told. */
import type { Context, Record } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { announce } from '../inbox/index.ts'
import { acknowledgeMinutesOf } from '../shops/index.ts'
import { deskFor, takingFor, type Desk } from './desk.ts'
import { renew, type Sources } from './draft.ts'
import { turnWord, words } from './messages.ts'
import { refuse } from './refusals.ts'
import { dueAtOf } from './rules.ts'
import { isOvertaken, replaceHandover, sign, type Handover } from './store.ts'
import { linesOf, removeLine, sealLine, type Item } from './store-items.ts'
import { draftDesk } from './writing.ts'

/** An item as it was handed over: what stands in the sealed line. */
export type Given = Pick<Item, (typeof givenFields)[number]>
const givenFields = [
  'urgency',
  'summary',
  'todo',
  'dueAt',
  'ownerId',
  'ifThen',
  'href',
  'orderId',
  'buyer',
  'writerId',
  'writer',
  'bornAt',
  'bornDay',
  'bornSide',
] as const
const givenOf = (item: Item) => Object.fromEntries(givenFields.map((name) => [name, item[name]])) as Given

/** Seals the draft with all that is open at this moment. What is settled is not handed over. Throws conflict when given. */
export const giveHandover = (ctx: Context, sources: Sources, id: string): Promise<Handover> =>
  ctx.write(async (tx, record) => {
    const desk = await draftDesk(tx, ctx, id)
    const given = await seal(tx, ctx, record, sources, desk, ctx.who.id)
    if (ctx.who.id) await sign(tx, { handoverId: id, personId: ctx.who.id, role: 'giving', at: ctx.now })
    await tellWhoComes(tx, ctx, { ...desk, handover: given })
    return given
  })

/** SHIFT-4: nobody gave it and its shift is over: whoever comes takes the draft as it stands. */
export const takeUngiven = (ctx: Context, sources: Sources, id: string): Promise<Handover> =>
  ctx.write(async (tx, record) => {
    const desk = await draftDesk(tx, ctx, id)
    if (!desk.sides.outgoingOver) throw refuse('conflict', 'notOver')
    const taking = takingFor(ctx, desk)
    if (taking === 'own' || taking === 'outgoing') throw refuse('conflict', 'giveInstead')
    return seal(tx, ctx, record, sources, desk, null)
  })

async function seal(tx: Tx, ctx: Context, record: Record, sources: Sources, desk: Desk, givenBy: string | null) {
  const { shop, handover, receiver } = desk
  if (await isOvertaken(tx, handover)) throw refuse('conflict', 'overtaken')
  await renew(tx, ctx, record, sources, desk)
  const lines = await linesOf(tx, handover.id)
  for (const { line, item } of lines)
    if (item.state === 'settled') await removeLine(tx, handover.id, item.id)
    else await sealLine(tx, line, givenOf(item))
  const { to } = receiver
  const dueAt = dueAtOf(ctx.now, to, shop, acknowledgeMinutesOf(shop))
  const change = {
    state: 'given' as const,
    givenAt: ctx.now,
    givenBy,
    dueAt,
    toDay: to?.day ?? null,
    toSide: to?.side ?? null,
  }
  if (!(await replaceHandover(tx, handover, change))) throw refuse('conflict', 'givenAlready')
  const count = lines.filter(({ item }) => item.state === 'open').length
  const kind = givenBy || ctx.who.id === null ? 'handover.given' : 'handover.taken_ungiven'
  await record(kind, `handover:${handover.id}`, {
    shopId: shop.id,
    after: { day: handover.day, side: handover.side, count, to },
  })
  return { ...handover, ...change }
}

/** Whoever is planned to come; when nobody is, the leads, at once: they may take it over. */
async function tellWhoComes(tx: Tx, ctx: Context, { shop, handover, receiver, sides }: Desk) {
  const isNobody = receiver.to === null
  const count = (await linesOf(tx, handover.id)).length
  const to = (isNobody ? sides.leads : receiver.people).filter((id) => id !== ctx.who.id)
  await announce(tx, ctx.now, {
    shopId: shop.id,
    to,
    key: `handover.given:${handover.id}`,
    tone: isNobody ? 'late' : 'soon',
    text: both((lang) => {
      const say = words(lang).told
      return (isNobody ? say.nobodyComes : say.given)(turnWord(handover, lang), ctx.who.handle, count)
    }),
    href: `/handover/${handover.id}`,
  })
}

/** A second person of the outgoing shift stands for it too. Twice changes nothing more. */
export const coSign = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { shop, handover, sides } = await deskFor(tx, ctx, id)
    if (handover.state === 'draft') throw refuse('conflict', 'notGiven')
    if (!ctx.who.id) return
    if (!sides.outgoing.includes(ctx.who.id) && sides.incoming.includes(ctx.who.id))
      throw refuse('conflict', 'signAsTaker')
    if (!(await sign(tx, { handoverId: id, personId: ctx.who.id, role: 'giving', at: ctx.now }))) return
    await record('handover.cosigned', `handover:${id}`, { shopId: shop.id })
  })
