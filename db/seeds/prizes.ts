/** What was won and promised after the sale: prizes and coupons, the after-sales sheet, refunds that are bought anew. */
import { campaignsOn } from '../../src/features/campaigns/index.ts'
import { addEntry, finishEntry, moveEntry } from '../../src/features/aftersales/index.ts'
import { checkClaim, claimPrize, settleFailed, type NewClaim } from '../../src/features/claims/index.ts'
import { addGiftRule, findRule, switchGiftRule } from '../../src/features/giftrules/index.ts'
import { payOut, preparePayout } from '../../src/features/payouts/index.ts'
import { addPrize, prizesToClaim } from '../../src/features/prizes/index.ts'
import { agreeRefund } from '../../src/features/refunds/index.ts'
import { changeSettings } from '../../src/features/shops/index.ts'
import { entryOfClaim } from '../../src/features/aftersales/index.ts'
import type { Event } from './play.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import { STORY_SHOP } from './shops.ts'

export const prizeEvents = (scene: Scene): Event[] =>
  scene.shop.code === STORY_SHOP ? actsOf(scene, [...rules, ...won, ...afterSales, ...anew]) : []

// --- how the shop does it -------------------------------------------------------------------------------

const rules: readonly Act[] = [
  on(3, '10:02', '南星', async (ctx, { shop, person }) => {
    await changeSettings(ctx, shop.id, {
      prizeCheckers: [await person('木樨')],
      refundHandlers: [await person('远志'), await person('木樨')],
    })
  }),
  on(2, '10:20', '云舟', async (ctx, { shop }) => {
    const running = await campaignsOn(ctx.read, shop, ctx.now, ctx.now + 1)
    const campaignId = running.find(({ name }) => name === '床品换季满减')!.id
    await addPrize(ctx, { campaignId, kind: 'physical', name: '保温杯', planned: 30 })
    await addPrize(ctx, { campaignId, kind: 'physical', name: '真丝眼罩', planned: 4 })
    await addPrize(ctx, { campaignId, kind: 'coupon', name: '抽奖券 ¥10', planned: 200, worth: 1000 })
  }),
  on(0, '10:32', '木樨', async (ctx, { shop }) => {
    const gift = { item: '', leastQuantity: 1, leastAmount: 150000, campaignId: null, fromAt: null, toAt: null }
    const id = await addGiftRule(ctx, shop.id, { ...gift, name: '满 1500 送杯垫', gift: '杯垫', giftQuantity: 2 })
    await switchGiftRule(ctx, id, true, (await findRule(ctx.read, ctx.who, id)).version)
  }),
]

// --- prizes -----------------------------------------------------------------------------------------------

type Won = { name?: string; sale: string; kind: 'physical' | 'coupon'; prize: string; serial: string }

const claims = (ago: number, time: string, who: string, { name = '', sale, kind, prize, serial }: Won) =>
  on(ago, time, who, async (ctx, { shop, ledger, tid, keep }) => {
    const orderId = await ledger.orderId(shop, tid(sale))
    const prizeId = (await prizesToClaim(ctx.read, shop.id, ctx.now, kind)).find((one) => one.name === prize)!.id
    const wish: NewClaim = { shopId: shop.id, kind, orderId, prizeId, serial }
    keep(name, await claimPrize(ctx, wish))
  })
const checks = (time: string, name: string, passed: boolean, note = '') =>
  on(0, time, '木樨', (ctx, { id }) => checkClaim(ctx, id(name), { passed, note }))

const won: readonly Act[] = [
  claims(2, '17:05', '小满', { name: 'draw', sale: 'happy', kind: 'coupon', prize: '抽奖券 ¥10', serial: 'CY26111800231' }), // prettier-ignore
  claims(2, '20:14', '阿北', { name: 'draw2', sale: 'happy2', kind: 'coupon', prize: '抽奖券 ¥10', serial: 'CY26111800277' }), // prettier-ignore
  claims(1, '21:42', '阿北', { name: 'night', sale: 'newHome', kind: 'physical', prize: '保温杯', serial: 'CY26112000417' }), // prettier-ignore
  claims(1, '22:18', '阿北', { name: 'mistyped', sale: 'office', kind: 'physical', prize: '保温杯', serial: 'CY2611200O431' }), // prettier-ignore
  claims(1, '22:51', '阿北', { name: 'toCorrect', sale: 'together', kind: 'physical', prize: '真丝眼罩', serial: 'CY26112000499' }), // prettier-ignore
  checks('09:06', 'night', true),
  checks('09:07', 'mistyped', false, '轮盘后台没有这个号，最后几位像是抄错了'),
  on(0, '10:11', '小满', (ctx, { id }) => settleFailed(ctx, id('mistyped'), '买家说记成别家的了，不要了')),
  checks('09:09', 'toCorrect', false, '这个号抽到的是谢谢参与，请和买家说明'),
  claims(0, '13:43', '小满', { name: 'cup', sale: 'cup', kind: 'physical', prize: '保温杯', serial: 'CY26112100088' }),
  checks('13:51', 'cup', true),
  claims(0, '15:06', '青禾', {
    name: 'cup2',
    sale: 'cup2',
    kind: 'physical',
    prize: '保温杯',
    serial: 'CY26112100102',
  }),
  claims(0, '15:10', '小满', { sale: 'card', kind: 'coupon', prize: '抽奖券 ¥10', serial: 'CY26112100115' }),
  checks('15:44', 'cup2', true),
  claims(0, '21:42', '阿北', { sale: 'tomorrow', kind: 'physical', prize: '保温杯', serial: 'CY26112100431' }),
  claims(0, '22:20', '山岚', { sale: 'wardrobe', kind: 'physical', prize: '真丝眼罩', serial: 'CY26112100446' }),
]

// --- the after-sales sheet ----------------------------------------------------------------------------------

type Line = { name: string; sale: string; kind: 'quality' | 'courier' | 'bad_review' | 'refund'; promised: string; amount?: number } // prettier-ignore

const enters = (ago: number, time: string, who: string, { name, sale, kind, promised, amount }: Line) =>
  on(ago, time, who, async (ctx, { shop, ledger, tid, keep }) => {
    const orderId = await ledger.orderId(shop, tid(sale))
    const paid = amount ? { amount, state: 'to_pay' as const } : {}
    keep(name, await addEntry(ctx, { shopId: shop.id, kind, buyer: '', orderId, promised, ...paid }))
  })

const prepares = (time: string, claim: string) =>
  on(0, time, '远志', async (ctx, { id, keep }) => {
    const entry = (await entryOfClaim(ctx.read, id(claim)))!
    keep(`payout of ${claim}`, await preparePayout(ctx, { entryId: entry.id, amount: 1000 }))
  })

const afterSales: readonly Act[] = [
  enters(1, '10:20', '小满', { name: 'scratch', sale: 'difference', kind: 'quality', promised: '柜门划痕，补一块门板' }), // prettier-ignore
  on(1, '11:05', '远志', (ctx, { id }) => moveEntry(ctx, id('scratch'), { state: 'waiting_warehouse', why: '门板没货，等补' })), // prettier-ignore
  enters(1, '19:40', '阿北', { name: 'late', sale: 'courier', kind: 'courier', promised: '快递多收了 ¥8，帮买家要回来' }), // prettier-ignore
  enters(0, '10:02', '青禾', { name: 'cups', sale: 'together', kind: 'quality', promised: '上次碎了一只，这次多放一只' }), // prettier-ignore
  enters(0, '14:12', '小满', { name: 'price', sale: 'bag', kind: 'refund', promised: '满减少算了，补 ¥15', amount: 1500 }), // prettier-ignore
  on(0, '13:30', '远志', (ctx, { id }) => finishEntry(ctx, id('cups'), { result: '多放了一只，备注写了' })),
  prepares('09:20', 'draw'),
  on(0, '09:46', '木樨', (ctx, { id }) => payOut(ctx, id('payout of draw'), '支付宝 2026112122001402')),
  prepares('14:26', 'draw2'),
]

// --- refunded and bought anew ---------------------------------------------------------------------------------

const anew: readonly Act[] = [
  on(0, '14:08', '青禾', async (ctx, { shop, ledger, tid }) => {
    const orderId = await ledger.orderId(shop, tid('anew'))
    await agreeRefund(ctx, orderId, { why: '拍错颜色，已经重拍一单', newTid: tid('anew2') })
  }),
]
