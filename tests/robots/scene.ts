/** A shop whose chat groups have robots, on a platform of our own. */
import { eq } from 'drizzle-orm'
import { activity, messages, outbox } from '../../db/schema.ts'
import { sealWith } from '../../src/core/sealing.ts'
import { deliverOutbox, type Posted } from '../../src/core/outbox.ts'
import { tellManagers } from '../../src/features/outbox/index.ts'
import { announce, type Announcement, type Tone } from '../../src/features/inbox/index.ts'
import { addRobot } from '../../src/features/robots/actions.ts'
import { robotSender } from '../../src/features/robots/index.ts'
import { tellRobots } from '../../src/features/robots/telling.ts'
import type { Kind } from '../../src/features/robots/address.ts'
import { lettersIn } from '../outbox/letters.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { openPlatform, SECRET } from './platform.ts'

export const PUBLIC_URL = new URL('https://board.example.com')
export type Scene = Awaited<ReturnType<typeof openScene>>

export async function openScene() {
  const [w, platform] = [await openWorld(), await openPlatform()]
  const keeper = { seal: sealWith(Buffer.alloc(32, 3)), robotOrigins: [platform.origin] }
  Object.assign(w.world, keeper)
  const sender = robotSender({ ...w.world, ...keeper, timeout: 3000 })!
  return {
    ...w,
    platform,
    keeper,
    sender,
    /** Added by the manager; returns its id. */
    add: (kind: Kind, name: string = kind, secret = kind === 'wecom' ? '' : SECRET) =>
      addRobot(w.as('南星'), keeper, w.shopA.id, { name, address: platform.urls[kind], secret }),
    /** What the clock does: robots hear what was announced, what is due leaves. */
    async sweep(publicUrl: URL | undefined = PUBLIC_URL) {
      await tellRobots(w.clockContext(), publicUrl)
      await deliver(w, sender)
    },
    deliver: () => deliver(w, sender),
    letters: () => lettersIn(w),
    async close() {
      await platform.close()
      await w.close()
    },
  }
}

const deliver = (w: TestWorld, robot: ReturnType<typeof robotSender>) =>
  deliverOutbox(w.clockContext(), { robot }, { dice: () => 0, alarm: tellManagers })

/** Tells these people of shop A something, with a buyer in it as a careless room would. */
export const tell = (w: TestWorld, key: string, tone: Tone = 'late', more: Partial<Announcement> = {}) =>
  w.store.write((tx) =>
    announce(tx, w.clock.now, {
      shopId: w.shopA.id,
      to: ['小满', '阿北', '木樨'].map((handle) => w.actors[handle]!.id!),
      key,
      tone,
      text: { zh: '测**1 的 3187452960018834521 备注：地址写错', en: '测**1, 3187452960018834521: remark' },
      href: '/holds',
      ...more,
    }),
  )

export const deedsOf = async (w: Pick<TestWorld, 'store'>, id: string) =>
  w.store.read
    .select()
    .from(activity)
    .where(eq(activity.subject, `robot:${id}`))
    .orderBy(activity.at, activity.seq)

export const messagesOf = (w: TestWorld, handle: string) =>
  w.store.read.select().from(messages).where(eq(messages.personId, w.actors[handle]!.id!))

export const forget = (w: Pick<TestWorld, 'store'>) => w.store.write((tx) => tx.delete(outbox))
export const last = (letters: readonly Posted[]) => letters.at(-1)!
