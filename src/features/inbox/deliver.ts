/** What waits comes into the inbox: each once, whoever sweeps, however long the board was down. */
import { newId } from '../../../db/kit.ts'
import type { Context } from '../../core/context.ts'
import { both } from '../../core/i18n.ts'
import type { Tx } from '../../core/store.ts'
import { allShops } from '../shops/index.ts'
import type { Channel } from './channels.ts'
import { digestText } from './digest.ts'
import { comingNow, toneOf } from './rules.ts'
import type { Message } from './store.ts'
import { insertDigest, peopleWaiting, quietOf, recipientOf, takeIn, waitingFor, zoneOf } from './store-delivery.ts'

/**
 * Delivers what waits for each person, outside of their quiet hours; many at once as one digest. Each person's turn is
 * a transaction of its own, so that one person's failing channel keeps nobody else waiting; throws when one failed.
 * Leaves no activity row: what was told whom and when stands in the messages themselves.
 */
export async function deliverMessages(ctx: Context, channels: readonly Channel[] = []): Promise<void> {
  const failures: unknown[] = []
  for (const personId of await peopleWaiting(ctx.read))
    await ctx.write((tx) => deliverTo(tx, ctx.now, personId, channels)).catch((e) => failures.push(e))
  if (failures.length) throw new AggregateError(failures, `${failures.length} people were not told`)
}

async function deliverTo(tx: Tx, now: number, personId: string, channels: readonly Channel[]) {
  const when = { quiet: await quietOf(tx, personId), now, zone: await zoneOf(tx, personId) }
  const { alone, digest } = comingNow(await waitingFor(tx, personId), when)
  const came = await takeIn(tx, alone, { deliveredAt: now })
  if (digest.length) came.push(...(await asDigest(tx, now, digest)))
  if (!came.length) return
  const person = await recipientOf(tx, personId)
  for (const message of came) for (const channel of channels) await channel.send(tx, message, person)
}

/** Makes one message of many; they are seen inside it. Nothing when another process was faster. */
async function asDigest(tx: Tx, now: number, list: readonly Message[]): Promise<Message[]> {
  const id = newId()
  const parts = await takeIn(tx, list, { deliveredAt: now, digestId: id })
  if (!parts.length) return []
  const shopIds = [...new Set(parts.map(({ shopId }) => shopId))]
  const names = await namesOfShops(tx, shopIds)
  const row: Message = {
    id,
    personId: parts[0]!.personId,
    shopId: shopIds.length === 1 ? shopIds[0]! : null,
    key: `digest:${parts[0]!.id}`,
    tone: toneOf(parts),
    text: both((lang) => digestText(parts, names, lang)),
    href: `/inbox?digest=${id}`,
    at: now,
    deliveredAt: now,
    digestId: null,
    readAt: null,
  }
  await insertDigest(tx, row)
  return [row]
}

const namesOfShops = async (tx: Tx, ids: readonly (string | null)[]) =>
  (await allShops(tx)).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
