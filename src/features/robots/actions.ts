/** Every change to a robot. Addresses and secrets go in and never come out: no row of the log has them. */
import { newId } from '../../../db/kit.ts'
import type { Context, Record } from '../../core/context.ts'
import { enqueue } from '../../core/outbox.ts'
import type { Seal } from '../../core/sealing.ts'
import type { Reader } from '../../core/store.ts'
import { neededText } from '../../core/typed.ts'
import type { World } from '../../core/web.ts'
import { findShop, ownShop } from '../shops/index.ts'
import { addressIn, type Address } from './address.ts'
import { contentOf, testOf } from './letter.ts'
import { words } from './messages.ts'
import { openedBy, sealedFor } from './secrets.ts'
import { findRobot, groupLanguage, insertRobot, refusal, robotsOf, saveRobot, setTopic, wantedBy } from './store.ts'
import type { Robot } from './store.ts'
import { hear } from './telling.ts'
import { topics, wantedAtFirst, type Wanted } from './topics.ts'

export const LONGEST_NAME = 30
const LONGEST_SECRET = 200

/** What keeps secrets, and where robots may be. */
type Keeper = Pick<World, 'seal' | 'robotOrigins'>
type RobotWish = { name: string; address: string; secret: string }

/** Adds a robot that is told what is late, and all notices; returns its id. */
export const addRobot = (ctx: Context, keeper: Keeper, shopId: string, wish: RobotWish): Promise<string> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const name = nameIn(wish.name)
    const { seal, address, secret } = await checked(tx, keeper, shop.id, wish)
    const [id, { kind }] = [newId(), address]
    const made = { on: true, createdAt: ctx.now, createdBy: ctx.who.id, changedAt: ctx.now, endedAt: null }
    const robot: Robot = {
      id,
      shopId: shop.id,
      kind,
      name,
      ...sealedFor(seal, id, { url: address.url, secret }),
      ...made,
    }
    await insertRobot(tx, robot)
    for (const topic of topics) await setTopic(tx, robot, topic, wantedAtFirst[topic])
    await record('robot.added', subjectOf(robot), { shopId: shop.id, after: { name, kind } })
    return id
  })

export const renameRobot = (ctx: Context, id: string, typed: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await findRobot(tx, ctx.who, id)
    const name = nameIn(typed)
    if (name === was.name) return
    await saveRobot(tx, was, { name }, ctx.now)
    await note(record, 'robot.renamed', was, { name: was.name }, { name })
  })

/** Switched on, it is told what comes from then on. */
export const switchRobot = (ctx: Context, id: string, on: boolean): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await findRobot(tx, ctx.who, id)
    if (was.on === on) throw refusal('conflict', on ? 'onAlready' : 'offAlready')
    await saveRobot(tx, was, { on }, ctx.now)
    if (on) await hear(tx, was, ctx.now)
    await note(record, on ? 'robot.on' : 'robot.off', was, { on: was.on }, { name: was.name })
  })

/** Another address of the same platform, with its secret; the old ones are gone. */
export const readdressRobot = (ctx: Context, keeper: Keeper, id: string, wish: Omit<RobotWish, 'name'>) =>
  ctx.write(async (tx, record) => {
    const was = await findRobot(tx, ctx.who, id)
    const { seal, address, secret } = await checked(tx, keeper, was.shopId, wish, id)
    if (address.kind !== was.kind) throw refusal('invalid', 'otherKind', 'address')
    await saveRobot(tx, was, sealedFor(seal, id, { url: address.url, secret }), ctx.now)
    await note(record, 'robot.readdressed', was, undefined, { name: was.name })
  })

/** Its address and secret are wiped; what was sent through it stays in the outbox. */
export const removeRobot = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const was = await findRobot(tx, ctx.who, id)
    await saveRobot(tx, was, { on: false, endedAt: ctx.now, sealedUrl: '', sealedSecret: null }, ctx.now)
    for (const topic of topics) await setTopic(tx, was, topic, undefined)
    await note(record, 'robot.removed', was, undefined, { name: was.name })
  })

/** A line that says nothing but that it works; it leaves with the next sweep. */
export const testRobot = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const robot = await findRobot(tx, ctx.who, id)
    if (!robot.on) throw refusal('conflict', 'isOff')
    const shop = (await findShop(tx, robot.shopId))!
    const content = contentOf(robot, shop, testOf(robot, shop, await groupLanguage(tx, robot)))
    const letter = { shopId: shop.id, channel: 'robot' as const, address: id, role: 'robot' as const, content }
    await enqueue(tx, ctx.now, [{ ...letter, about: `robot-test:${newId()}` }])
    await note(record, 'robot.tested', robot, undefined, { name: robot.name })
  })

/** By robot id; what is not named stays. One row of the log for each robot that is told something else from now on. */
export const routeTopics = (
  ctx: Context,
  shopId: string,
  wish: ReadonlyMap<string, Partial<Choices>>,
): Promise<number> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, shopId)
    const own = await robotsOf(tx, shop.id)
    const all = await wantedBy(
      tx,
      own.map(({ id }) => id),
    )
    let changed = 0
    for (const robot of own) {
      const was = all.get(robot.id)!
      const changes = Object.entries(wish.get(robot.id) ?? {}).filter(([topic, least]) => was[topic as keyof Wanted] !== (least ?? undefined)) // prettier-ignore
      for (const [topic, least] of changes) await setTopic(tx, robot, topic as keyof Wanted, least ?? undefined)
      if (changes.length) await note(record, 'robot.routed', robot, was, { name: robot.name, ...Object.fromEntries(changes) }) // prettier-ignore
      changed += changes.length
    }
    return changed
  })
/** null: nothing of it. */
export type Choices = { [T in keyof Wanted]: Wanted[T] | null }

// --- what they share ----------------------------------------------------------------------------------

export const subjectOf = ({ id }: Pick<Robot, 'id'>) => `robot:${id}`

type Deed = 'renamed' | 'on' | 'off' | 'readdressed' | 'removed' | 'tested' | 'routed'
const note = (record: Record, kind: `robot.${Deed}`, robot: Robot, before: unknown, after: object) =>
  record(kind, subjectOf(robot), { shopId: robot.shopId, ...(before ? { before } : {}), after })

const nameIn = (text: string) =>
  neededText(text, 'name', { most: LONGEST_NAME, missing: (lang) => words(lang).refused.nameNeeded })

/** `except`: the robot whose address is replaced. Throws without repeating what was typed. */
async function checked(db: Reader, keeper: Keeper, shopId: string, wish: Omit<RobotWish, 'name'>, except?: string) {
  const { seal, robotOrigins } = keeper
  if (!seal) throw refusal('conflict', 'inDemo')
  const address = addressIn(wish.address, robotOrigins)
  if (!address) throw refusal('invalid', 'wrongAddress', 'address')
  const secret = address.kind === 'wecom' ? '' : wish.secret.trim()
  if (!/^[\x21-\x7e]*$/.test(secret) || secret.length > LONGEST_SECRET)
    throw refusal('invalid', 'wrongSecret', 'secret')
  const others = (await robotsOf(db, shopId)).filter(({ id }) => id !== except)
  if (others.some((robot) => isSame(seal, robot, address))) throw refusal('conflict', 'thereAlready')
  return { seal, address, secret: secret || null }
}

function isSame(seal: Seal, robot: Robot, { url }: Address): boolean {
  try {
    return openedBy(seal, robot).url === url
  } catch {
    return false // sealed with a key that is gone: it is to be replaced anyway
  }
}
