/** The handover as people live it: drafted, given in time, late or never; read back at once, late, by halves or not at all. */
import { and, desc, eq } from 'drizzle-orm'
import { handovers, handoverTalk } from '../../../db/schema.ts'
import { features } from '../../../src/features.ts'
import { MINUTE, type Day } from '../../../src/core/time.ts'
import {
  acknowledgeItem,
  addItem,
  amendItem,
  answer,
  askBack,
  coSign,
  draftFor,
  emptyWish,
  giveHandover,
  leaveOut,
  linesOf,
  settleItem,
  signHandover,
  takeUngiven,
} from '../../../src/features/handovers/index.ts'
import { anyOf } from '../chance.ts'
import { sealedWhole } from '../checks/sealed.ts'
import { awayKey, stretchOf } from '../rota.ts'
import { service, type Errand, type Habit, type Scene } from '../scene.ts'
import type { Place } from '../town.ts'

const sources = features.flatMap((room) => room.handover ?? [])

type Side = 'day' | 'night'
type Turn = { day: Day; side: Side }

/** What becomes of this turn's handover: most are written towards the end, some given late, some never. */
export function handoverErrands(place: Place, day: Day): Errand[] {
  return (['day', 'night'] as const).flatMap((side) => {
    const { to } = stretchOf(place.shop, day, side)
    const roll = place.chance.next()
    const { whole } = place.chance
    const turn = { day, side }
    const draft: Errand = {
      name: 'draft handover',
      at: to - whole(40, 120) * MINUTE,
      who: service,
      deed: outgoing(turn, write),
    }
    if (roll < 0.12) return [] // nobody so much as thinks of it
    if (roll < 0.22) return [draft]
    const late = roll < 0.35
    const at = late ? to + whole(5, 100) * MINUTE : to - whole(3, 25) * MINUTE
    return [
      draft,
      { name: late ? 'give handover late' : 'give handover', at, who: service, deed: outgoing(turn, give) },
    ]
  })
}

/** Only the people of that turn write its handover, at home too when it got late; without any of them nobody does. */
const outgoing = (turn: Turn, deed: (scene: Scene, turn: Turn) => Promise<unknown>) => async (scene: Scene) => {
  const { place } = scene
  const codes = place.rota.published.get(turn.day)
  const people = place.team.filter(
    ({ id }) => codes?.get(id) === turn.side && !place.rota.away.has(awayKey(turn.day, id)),
  )
  const me = people.find(({ id }) => id === scene.me.id) ?? anyOf(scene.chance, people)
  if (!me) return false
  return deed({ ...scene, me, ctx: { ...scene.ctx, who: me.actor } }, turn)
}

async function write(scene: Scene, turn: Turn) {
  const { ctx, place, chance } = scene
  const { id, state } = await draftFor(ctx, sources, place.shop, turn)
  if (state !== 'draft') return false
  for (let n = chance.whole(0, 2); n > 0; n--) {
    const summary = `${chance.pick(['群里说要换包材', '买家晚上回话'])} ${chance.digits(9)}`
    await addItem(ctx, id, { ...emptyWish, summary, todo: '问一声' })
  }
  const [one] = await linesOf(scene.db, id)
  if (one && chance.happens(0.08)) await leaveOut(ctx, id, one.item.id, '明天再说')
}

async function give(scene: Scene, turn: Turn) {
  const { ctx, place } = scene
  const { id, state } = await draftFor(ctx, sources, place.shop, turn)
  if (state !== 'draft') return false
  await giveHandover(ctx, sources, id)
  if (scene.chance.happens(0.12)) place.lazy.add(id)
  await sealedWhole(scene, id)
}

// --- the incoming side ----------------------------------------------------------------------------------

const newest = async ({ db, place }: Scene) =>
  (await db.select().from(handovers).where(eq(handovers.shopId, place.shop.id)).orderBy(desc(handovers.day), desc(handovers.side)).limit(2)) // prettier-ignore

/** What was given and waits for this shift; some lie about. */
async function waiting(scene: Scene) {
  const given = (await newest(scene)).find(({ state }) => state === 'given')
  return given && !scene.place.lazy.has(given.id) ? given : undefined
}

async function readBack(scene: Scene) {
  const handover = await waiting(scene)
  if (!handover) return false
  const { ctx, db, chance } = scene
  const unread = (await linesOf(db, handover.id)).filter(
    ({ line, item }) => line.acknowledgedAt === null && item.state === 'open',
  )
  for (const { item } of unread.slice(0, chance.whole(4, 15))) {
    if (chance.happens(0.05)) await askBack(ctx, handover.id, item.id, '哪个买家？')
    else await acknowledgeItem(ctx, sources, handover.id, item.id)
  }
  return unread.length > 0
}

async function sign(scene: Scene) {
  const handover = await waiting(scene)
  if (!handover) return false
  const left = (await linesOf(scene.db, handover.id)).some(
    ({ line, item }) => line.acknowledgedAt === null && item.state === 'open',
  )
  return left ? false : signHandover(scene.ctx, handover.id)
}

/** Nobody gave it: whoever came takes the draft as it stands. */
async function takeDraft(scene: Scene) {
  const [last] = await newest(scene)
  if (last?.state !== 'draft' || stretchOf(scene.place.shop, last.day, last.side).to > scene.now) return false
  await takeUngiven(scene.ctx, sources, last.id)
  await sealedWhole(scene, last.id)
}

async function settle(scene: Scene) {
  const [last] = (await newest(scene)).filter(({ state }) => state !== 'draft')
  if (!last) return false
  const own = (await linesOf(scene.db, last.id)).filter(({ item }) => item.key === null && item.state === 'open')
  const one = anyOf(scene.chance, own)
  return one ? settleItem(scene.ctx, sources, last.id, one.item.id, '办好了') : false
}

// --- both sides ---------------------------------------------------------------------------------------------

async function reply(scene: Scene) {
  const { db, ctx, place } = scene
  const asked = await db
    .select({ handoverId: handoverTalk.handoverId, itemId: handoverTalk.itemId })
    .from(handoverTalk)
    .where(and(eq(handoverTalk.shopId, place.shop.id), eq(handoverTalk.kind, 'question')))
    .orderBy(desc(handoverTalk.at))
    .limit(5)
  const open = asked.filter(({ itemId }) => !place.answered.has(itemId))
  const one = anyOf(scene.chance, open)
  if (!one) return false
  place.answered.add(one.itemId)
  await answer(ctx, one.handoverId, one.itemId, '就是昨天那位')
}

async function change(scene: Scene) {
  const [last] = (await newest(scene)).filter(({ state }) => state === 'given' || state === 'taken')
  const one = last && anyOf(scene.chance, await linesOf(scene.db, last.id))
  if (!last || !one) return false
  return scene.chance.happens(0.5) ? amendItem(scene.ctx, last.id, one.item.id, '改成明天') : coSign(scene.ctx, last.id)
}

export const handoverHabits: readonly Habit[] = [
  { name: 'read back', perHour: 1.5, who: service, deed: readBack },
  { name: 'sign handover', perHour: 0.8, who: service, deed: sign },
  { name: 'take a draft over', perHour: 0.4, who: service, deed: takeDraft },
  { name: 'settle item', perHour: 0.2, who: service, deed: settle },
  { name: 'answer a question', perHour: 0.3, who: service, deed: reply },
  { name: 'amend or co-sign', perHour: 0.1, who: service, deed: change },
]
