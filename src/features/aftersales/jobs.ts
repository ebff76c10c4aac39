/** What the clock starts: leads hear once of a line that nobody has dealt with in time. */
import type { Context } from '../../core/context.ts'
import { claim, whichClaimed, type Job } from '../../core/due.ts'
import { both } from '../../core/i18n.ts'
import { announce } from '../inbox/index.ts'
import { namesOf } from '../people/index.ts'
import { forEachShop, type Shop } from '../shops/index.ts'
import { toldOf } from './line.ts'
import { words } from './messages.ts'
import { haversOf, LEADS_TOLD_AFTER, type Team } from './rules.ts'
import { entryById, openEntries, type Entry } from './store.ts'
import { teamOf } from './team.ts'

const OVERDUE = 'entry.overdue'

export const overdueJob: Job = {
  name: 'after-sales overdue',
  sweep: (ctx) => forEachShop(ctx, (shop) => tellLate(ctx, shop)),
}

/** A line that was given another time can be late once more. */
const keyOf = ({ id, dueAt }: Entry) => `${id} ${dueAt}`

async function tellLate(ctx: Context, shop: Shop) {
  const open = await openEntries(ctx.read, shop.id)
  const late = open.filter(({ dueAt }) => dueAt + LEADS_TOLD_AFTER <= ctx.now)
  if (!late.length) return
  const team = await teamOf(ctx.read, shop, ctx.now)
  const told = await whichClaimed(ctx.read, OVERDUE, late.map(keyOf))
  for (const entry of late) if (!told.has(keyOf(entry))) await tell(ctx, shop, team, entry)
}

const tell = (ctx: Context, shop: Shop, team: Team, seen: Entry) =>
  ctx.write(async (tx, record) => {
    const entry = await entryById(tx, seen.id)
    if (!entry || entry.state === 'done' || entry.dueAt !== seen.dueAt) return
    if (!(await claim(tx, OVERDUE, keyOf(entry), entry.dueAt + LEADS_TOLD_AFTER, ctx.now))) return
    const names = await namesOf(tx, haversOf(entry, team).people)
    const havers = [...names.values()].map(({ handle }) => handle)
    await record(OVERDUE, `entry:${entry.id}`, { shopId: shop.id, after: { ...toldOf(entry), havers } })
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: team.leads,
      key: `${OVERDUE}:${entry.id}:${entry.dueAt}`,
      tone: 'late',
      text: both((lang) => saidOf(entry, havers, words(lang))),
      href: `/entry/${entry.id}`,
    })
  })

const saidOf = ({ kind, buyer, promised }: Entry, havers: readonly string[], t: ReturnType<typeof words>) =>
  t.announce.overdue(t.one(t.kinds[kind], buyer, promised), havers.join(' ') || t.nobody)
