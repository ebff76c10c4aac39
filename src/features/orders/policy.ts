/** ORD-2: a flag's meaning is stored with the order, so a changed flag policy is carried out on the open orders. */
import type { Context } from '../../core/context.ts'
import type { Reader, Tx } from '../../core/store.ts'
import type { Shop } from '../shops/index.ts'
import { meaningOf, type Flag, type FlagTable, type Meaning } from '../shops/flags.ts'
import { openByFlag, saveMeaning } from './store.ts'

/** `orders` open orders that would change; `flag` becomes `newFlag` where a number gets its colour only now. */
export type PolicyChange = { flag: Flag; newFlag: Flag; from: Meaning; to: Meaning; orders: number }

const renamed = (table: FlagTable, flag: Flag): Flag => {
  const code = /^code-(\d+)$/.exec(flag)?.[1]
  return (code && table.codes.find((c) => c.code === Number(code))?.colour) || flag
}

/** What these flag tables would do to the shop's open orders; empty when nothing changes. */
export async function policyEffect(db: Reader, shop: Pick<Shop, 'id'>, newFlags: FlagTable): Promise<PolicyChange[]> {
  const groups = await openByFlag(db, shop.id)
  return groups
    .map((group) => {
      const flag = group.flag as Flag
      const newFlag = renamed(newFlags, flag)
      return { flag, newFlag, from: group.meaning, to: meaningOf(newFlags, newFlag), orders: group.orders }
    })
    .filter((change) => change.from !== change.to || change.flag !== change.newFlag)
}

/**
 * Carries it out in the transaction that saves the tables, whose activity row (of the shop) tells it; returns what
 * changed. An open hold stays open: an order that would ship by its flag is still held until somebody releases it.
 */
export async function setMeaningsByPolicy(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  shop: Pick<Shop, 'id'>,
  newFlags: FlagTable,
): Promise<PolicyChange[]> {
  const changes = await policyEffect(tx, shop, newFlags)
  for (const change of changes) await saveMeaning(tx, shop.id, change, ctx.now)
  return changes
}
