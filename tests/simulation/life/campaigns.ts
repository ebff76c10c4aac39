/** Campaigns that are planned, moved while they run and called off; notices that stand beside the moving work. */
import { HOUR } from '../../../src/core/time.ts'
import {
  campaignsOn,
  cancelCampaign,
  changeCampaign,
  planCampaign,
  type Campaign,
  type CampaignWish,
} from '../../../src/features/campaigns/index.ts'
import { postNotice, readNotice, standingNotices } from '../../../src/features/notices/index.ts'
import { anyOf } from '../chance.ts'
import { inDays, leads, service, type Habit, type Scene } from '../scene.ts'

async function plan({ ctx, place, chance, now }: Scene) {
  const startsAt = now + chance.whole(-2, 96) * HOUR
  const wish: CampaignWish = {
    name: `满减 ${chance.digits(9)}`,
    rules: '满 300 减 40',
    coupons: '',
    answers: '一个订单只能用一张券',
    startsAt,
    endsAt: startsAt + chance.whole(5, 96) * HOUR,
    bigDay: chance.happens(0.1),
  }
  await planCampaign(ctx, place.shop.id, wish)
}

const coming = ({ db, place, now, chance }: Scene): Promise<Campaign | undefined> =>
  campaignsOn(db, place.shop, now, now + 7 * 24 * HOUR).then((list) => anyOf(chance, list))

async function change(scene: Scene) {
  const was = await coming(scene)
  if (!was) return false
  const { name, rules, coupons, answers, startsAt, bigDay } = was
  const endsAt = Math.max(scene.now, was.startsAt) + scene.chance.whole(1, 60) * HOUR
  await changeCampaign(
    scene.ctx,
    was.id,
    { name, rules, coupons, answers, startsAt, bigDay, endsAt },
    { why: '平台改了时间' },
  )
}

async function callOff(scene: Scene) {
  const was = await coming(scene)
  return was ? cancelCampaign(scene.ctx, was.id, '不做了') : false
}

const post = async (scene: Scene) =>
  void (await postNotice(scene.ctx, {
    title: `包装换了 ${scene.chance.digits(9)}`,
    body: '新箱子在二号架',
    expiresOn: inDays(scene, 1, 9),
  }))

async function read({ db, ctx, place, today, chance }: Scene) {
  const one = anyOf(chance, await standingNotices(db, place.shop.id, today))
  return one ? readNotice(ctx, one.id) : false
}

export const campaignHabits: readonly Habit[] = [
  { name: 'plan campaign', perHour: 0.06, who: leads, deed: plan },
  { name: 'change campaign', perHour: 0.06, who: leads, deed: change },
  { name: 'call campaign off', perHour: 0.01, who: leads, deed: callOff },
  { name: 'post notice', perHour: 0.03, who: leads, deed: post },
  { name: 'read notice', perHour: 0.15, who: service, deed: read },
]
