/** One filed version, for its writer and for those who lead the team; anybody else's is not found. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import { deliveriesOf } from '../outbox/index.ts'
import { reachableById, reachableOf } from '../people/index.ts'
import { findShop } from '../shops/index.ts'
import { aboutOf } from './filing.ts'
import { shiftOf } from './gathering.ts'
import { refusal } from './messages.ts'
import { standingOf } from './rules.ts'
import { reportById, versionsOf } from './store-versions.ts'

/** `asked`: the version; left out or unknown: the newest. Throws not_found, also while nothing is filed. */
export async function readReport({ read, who, now }: Context, id: string, asked: number | undefined) {
  const report = await reportById(read, id)
  const isOwn = report?.personId === who.id
  const mayRead = report && who.shopIds.includes(report.shopId) && (isOwn || may(who, 'reports.team'))
  if (!mayRead) throw refusal('not_found', 'notYours')
  const versions = await versionsOf(read, id)
  const version = versions.find((one) => one.version === asked) ?? versions[0]
  if (!version) throw refusal('not_found', 'notYours')
  const shop = (await findShop(read, report.shopId))!
  const { dueAt } = await shiftOf(read, shop, report)
  return {
    shop,
    report,
    version,
    versions,
    before: versions.find((one) => one.version === version.version - 1),
    standing: standingOf({ dueAt, filedAt: report.filedAt }, now),
    deliveries: await deliveriesOf(read, [aboutOf(id, version.version)]),
    names: await namesByAddress(read, shop.id, [report.personId]),
    isOwn,
  }
}

async function namesByAddress(read: Context['read'], shopId: string, ids: readonly string[]) {
  const known = [...(await reachableOf(read, shopId)), ...(await reachableById(read, ids))]
  return new Map(known.flatMap(({ email, handle }) => (email ? [[email.toLowerCase(), handle] as const] : [])))
}
