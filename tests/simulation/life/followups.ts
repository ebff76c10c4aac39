/** Going back to buyers who did not finish buying: opened in five seconds, contacted when due, ended one way or another. */
import {
  contactAgain,
  endFollowup,
  giveFollowup,
  openFollowup,
  openFollowups,
} from '../../../src/features/followups/index.ts'
import { endingsOf, reasons, type Kind } from '../../../src/features/followups/rules.ts'
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import { anyOf, type Chance } from '../chance.ts'
import { agents, service, type Habit, type Scene } from '../scene.ts'
import { thoseWho } from '../team.ts'

/** Some are about a trade of the market, so that its payment ends them by itself. */
const buyerOf = ({ place, chance }: Scene) =>
  (chance.happens(0.3) && anyOf(chance, [...place.market.open.values()].slice(-40))?.buyer) || nickOf(chance)

const firsts = [...'春夏秋冬风花雪月山川河海石木林竹']
const lasts = [...'甲乙丙丁子丑寅卯辰巳午未申酉戌亥']
/** Different behind their masks, mostly. */
const nickOf = (chance: Chance) => `${chance.pick(firsts)}${chance.digits(4)}${chance.pick(lasts)}`

const open = (kind: Kind) => async (scene: Scene) => {
  const { ctx, place, chance } = scene
  const reason = kind === 'lost' ? chance.pick(reasons) : undefined
  const nextAt = chance.happens(0.3) ? scene.now + chance.whole(1, 60) * HOUR : undefined
  await openFollowup(ctx, place.shop.id, { kind, buyer: buyerOf(scene), said: '问了尺寸', reason, nextAt })
}

/** The due ones: most are contacted and end, some get another date, some nobody gets round to. */
async function goBack(scene: Scene) {
  const { db, ctx, place, now, chance } = scene
  const due = (await openFollowups(db, place.shop.id)).filter(({ nextAt }) => nextAt <= now)
  const one = anyOf(chance, due)
  if (!one) return false
  if (chance.happens(0.35)) return contactAgain(ctx, one.id, { said: '明天再说', nextAt: laterThan(scene) })
  const outcome = chance.pick(endingsOf[one.kind])
  await endFollowup(ctx, one.id, { outcome, said: '聊完了', reason: outcome === 'lost' ? 'price' : undefined })
}
const laterThan = ({ now, chance }: Scene) =>
  chance.happens(0.5) ? undefined : now + chance.whole(20, 50 * 60) * MINUTE

async function give({ db, ctx, place, chance }: Scene) {
  const one = anyOf(chance, await openFollowups(db, place.shop.id))
  const to = anyOf(chance, thoseWho(place.team, 'agent'))
  return one && to && one.ownerId !== to.id ? giveFollowup(ctx, one.id, to.id) : false
}

export const followupHabits: readonly Habit[] = [
  { name: 'lost buyer', perHour: 0.35, who: agents, deed: open('lost') },
  { name: 'self-service buyer', perHour: 0.25, who: agents, deed: open('self_service') },
  { name: 'unpaid by hand', perHour: 0.05, who: agents, deed: open('unpaid') },
  { name: 'go back to a buyer', perHour: 1.3, who: service, deed: goBack },
  { name: 'give follow-up', perHour: 0.05, who: service, deed: give },
]
