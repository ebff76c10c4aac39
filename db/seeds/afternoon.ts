/** What the day shift still gets done after most visitors enter: before the cutoff, and before it goes home. */
import { endFollowup, openFollowups } from '../../src/features/followups/index.ts'
import { decideEach } from '../../src/features/giftrules/proposals.ts'
import { takeProposal } from '../../src/features/giftrules/index.ts'
import { openProposals } from '../../src/features/giftrules/store-proposals.ts'
import { decideDifferences, openDifferences } from '../../src/features/orders/index.ts'
import { PAID, UNPAID } from './platform.ts'
import { over, type Event } from './play.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import { STORY_SHOP } from './shops.ts'

export const afternoonEvents = (scene: Scene): Event[] =>
  scene.shop.code === STORY_SHOP ? [...actsOf(scene, [...decided, ...ended]), pay(scene)] : []

/** Of the buyers who had not paid most do when they are asked: the next file tells. */
const PAY = 8
const pay = ({ at, sales }: Scene): Event => ({
  at: at(0, '15:37'),
  async happen(now) {
    const unpaid = [...sales.values()].filter(({ status, placedAt }) => status === UNPAID && placedAt < now)
    for (const sale of unpaid.slice(0, PAY)) Object.assign(sale, { paidAt: now - 20_000, status: PAID })
  },
})

// --- decided before the cutoff ----------------------------------------------------------------------------

const decided: readonly Act[] = [
  on(0, '15:50', '木樨', async (ctx, { shop }) => {
    const open = await openProposals(ctx.read, shop.id, undefined, 50)
    await decideEach(
      ctx,
      open.map(({ id }) => id),
      (id) => takeProposal(ctx, id),
    )
  }),
  on(0, '15:53', '小满', async (ctx, { shop }) => {
    const [first] = await openDifferences(ctx.read, shop.id, '', 1)
    if (first) await decideDifferences(ctx, [first.difference.id], 'keep')
  }),
]

// --- buyers: how it ended ---------------------------------------------------------------------------------

const ends = (time: string, who: string, name: string, outcome: 'lost' | 'thanked', said: string) =>
  on(0, time, who, (ctx, { id }) => endFollowup(ctx, id(name), { outcome, said }))

/** The first of those who still have not paid and said no more than that. */
const givesUp = (time: string, who: string, said: string) =>
  on(0, time, who, async (ctx, { shop }) => {
    const unpaid = (await openFollowups(ctx.read, shop.id)).filter(({ kind }) => kind === 'unpaid')
    const silent = unpaid.find(({ said: before }) => !before)
    if (!silent) throw over('nobody is left who has not paid')
    await endFollowup(ctx, silent.id, { outcome: 'lost', reason: 'hesitates', said })
  })

const ended: readonly Act[] = [
  givesUp('15:48', '青禾', '说再看看别家，不急'),
  givesUp('15:51', '甘棠', '拍错款了，说明天重拍'),
  givesUp('15:57', '小满', '等发工资，先不要了'),
  ends('16:08', '小满', 'bag', 'thanked', '谢过了，说洗衣袋看到会好评'),
  ends('16:14', '青禾', 'coasters', 'thanked', '新客，告诉她有事找青禾'),
  ends('16:19', '小满', 'bedding', 'lost', '在别家拍了，下次活动再问'),
  ends('17:06', '小满', 'blue', 'thanked', '谢过，说到货拍照'),
  ends('21:30', '阿北', 'quilt', 'lost', '还是想先试睡，我们做不到'),
  ends('22:12', '山岚', 'lampSize', 'lost', '又问了一次，没有回'),
]
