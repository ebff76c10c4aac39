/** REPORT-2: to whom a shop's reports go. Never without a TO and a CC, each with an address. */
import { may } from '../../access.ts'
import type { Context, Record } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { isAddress } from '../../core/mail-settings.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { reachableOf, saveAddress, type Reachable } from '../people/index.ts'
import { ownShop } from '../shops/index.ts'
import { refusal, words } from './messages.ts'
import { routedElsewhere, routeRow, saveRoute } from './store-route.ts'

/** People who work for the shop today; somebody without an address gets nothing, and the page says so. */
export type Recipients = { to: Reachable[]; cc: Reachable[] }

/** Undefined until somebody has set it. */
export async function routeOf(db: Reader, shopId: string): Promise<Recipients | undefined> {
  const row = await routeRow(db, shopId)
  if (!row) return undefined
  const here = new Map((await reachableOf(db, shopId)).map((person) => [person.id, person]))
  const those = (ids: readonly string[]) => ids.flatMap((id) => here.get(id) ?? [])
  return { to: those(row.to), cc: those(row.cc) }
}

/** Those whom reports can go to: who may read the team's. */
export const routable = (staff: readonly Reachable[]) => staff.filter((person) => may(person, 'reports.team'))

/** Whom the rule names, for the first time: supervisors and directors; the manager. */
export function proposedRoute(staff: readonly Reachable[]): { to: string[]; cc: string[] } {
  const cc = staff.filter(({ roles }) => roles.includes('manager'))
  const to = staff.filter(({ roles }) => roles.includes('supervisor') || roles.includes('director'))
  return { to: to.filter((person) => !cc.includes(person)).map(({ id }) => id), cc: cc.map(({ id }) => id) }
}

/** `addresses`: by person, where one was typed; they are saved with it. */
type RouteWish = { to: readonly string[]; cc: readonly string[]; addresses?: { [personId: string]: string } }

/** One row in the log for the route, one for each address; the same again changes nothing. */
export const setRoute = (ctx: Context, shopId: string, wish: RouteWish): Promise<void> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const staff = routable(await reachableOf(tx, shop.id))
    const now = await withAddresses(tx, record, shop.id, staff, wish.addresses ?? {})
    const to = [...new Set(wish.to)]
    const cc = [...new Set(wish.cc)]
    checkRoute(now, { to, cc })
    const was = await routeRow(tx, shop.id)
    if (was && `${was.to.join()}|${was.cc.join()}` === `${to.join()}|${cc.join()}`) return
    const changedAt = Math.max(ctx.now, (was?.changedAt ?? 0) + 1) // two changes of one moment are told apart
    if (!(await saveRoute(tx, { shopId: shop.id, to, cc, changedAt }, was))) throw refusal('conflict', 'routeFaster')
    const named = (ids: readonly string[]) => ids.map((id) => now.find((one) => one.id === id)?.handle ?? '')
    const before = was && { to: named(was.to), cc: named(was.cc) }
    await record('report.route_changed', `shop:${shop.id}`, { shopId: shop.id, before, after: { to: named(to), cc: named(cc) } }) // prettier-ignore
  })

function checkRoute(staff: readonly Reachable[], { to, cc }: { to: string[]; cc: string[] }) {
  if (!to.length) throw refusal('invalid', 'routeTo', 'to')
  if (!cc.length) throw refusal('invalid', 'routeCc', 'cc')
  if (to.some((id) => cc.includes(id))) throw refusal('invalid', 'routeTwice', 'cc')
  const chosen = [...to, ...cc].map((id) => staff.find((one) => one.id === id))
  if (chosen.includes(undefined)) throw refusal('invalid', 'routePerson', 'to')
  const without = chosen.filter((one) => !one!.email).map((one) => one!.handle)
  if (!without.length) return
  throw new AppError('invalid', (lang) => words(lang).routeAddress(without.join(words(lang).log.comma)))
}

async function withAddresses(
  tx: Tx,
  record: Record,
  shopId: string,
  staff: readonly Reachable[],
  addresses: { [personId: string]: string },
): Promise<Reachable[]> {
  const after: Reachable[] = []
  for (const person of staff) {
    const email = (addresses[person.id] ?? person.email ?? '').trim() || null
    if (email !== null && email !== person.email && !isAddress(email))
      throw refusal('invalid', 'addressWrong', `address-${person.id}`)
    if (email === null && person.email && (await routedElsewhere(tx, shopId, person.id)))
      throw refusal('invalid', 'addressElsewhere', `address-${person.id}`)
    if (email !== person.email) {
      await saveAddress(tx, person.id, email)
      const [before, is] = [person.email, email].map((one) => one && maskedAddress(one))
      await record('report.address_set', `person:${person.id}`, {
        shopId,
        before: { address: before },
        after: { handle: person.handle, address: is },
      })
    }
    after.push({ ...person, email })
  }
  return after
}

/** "z***@example.com": which one it is, without giving it away. */
export function maskedAddress(address: string): string {
  const [name = '', domain = ''] = address.split('@')
  return `${[...name][0] ?? ''}***@${domain}`
}
