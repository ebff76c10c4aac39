/** The due list, one follow-up, and what can be done with it. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import { maskTyped } from '../../core/masking.ts'
import { dayOf, instantOf, isClocktime, isDay } from '../../core/time.ts'
import { onTo, pageBefore, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved } from '../../ui/parts.tsx'
import { tidsOf } from '../orders/index.ts'
import { leadsOf, namesOf, staffOf } from '../people/index.ts'
import { dutiesAround } from '../shifts/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import {
  contactAgain,
  endFollowup,
  giveFollowup,
  openFollowup,
  reopenFollowup,
  twinsFor,
  type NewFollowup,
} from './actions.ts'
import { dueList, proposals } from './list.ts'
import { OneView } from './one-view.tsx'
import { pageWords } from './page-words.ts'
import { holdersOf, kinds, masksOf, outcomes, reasons, type Kind } from './rules.ts'
import { FoundView } from './search-view.tsx'
import { contactsOf, findFollowup, followupsOfBuyer, refusal, type Followup } from './store.ts'
import { firstTimeOrders } from './store-sweep.ts'
import { DueView } from './views.tsx'

const id = (c: Ask) => c.req.param('id')!

const kindIn = (text: string | undefined): Kind | undefined => kinds.find((kind) => kind === text)

// --- the due list -------------------------------------------------------------------------------------

const list = (c: Ask) => {
  const asked = c.req.query('q')?.trim()
  return asked ? found(c, asked) : duePage(c)
}

type Typed = { draft: NewFollowup; twins: Followup[] }

/** `typed`: what was not saved, because the buyer has one already. */
async function duePage(c: Ask, typed?: Typed) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const asked = new URLSearchParams(typed ? (pageBefore(c)?.split('?')[1] ?? '') : new URL(c.req.url).search)
  const kind = kindIn(asked.get('kind') ?? undefined)
  const whose = asked.get('whose') ?? (may(ctx.who, 'day.team') ? 'team' : 'mine')
  const filters = { whose: whose === 'team' ? ('team' as const) : ('mine' as const), kind }
  const due = await dueList(ctx.read, shop, { ...filters, personId: ctx.who.id, now: ctx.now })
  const firstTimers = kind === 'self_service' ? await firstOnes(c, shop) : undefined
  const canDo = may(ctx.who, 'followups.do')
  const props = { lang: ctx.lang, shop, now: ctx.now, list: due, ...filters, firstTimers, canDo, ...typed }
  return page(
    c,
    { title: pageWords(ctx.lang).title, active: '/followups' },
    <main id="main" class="page stack">
      <DueView {...props} openId={asked.get('open') ?? undefined} />
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {pageWords(ctx.lang).saved}
      </Saved>
    </main>,
  )
}

const firstOnes = ({ var: { ctx } }: Ask, shop: Shop) =>
  firstTimeOrders(ctx.read, shop.id, {
    since: instantOf(dayOf(ctx.now, shop.timeZone), '00:00', shop.timeZone),
    until: ctx.now,
  })

async function found(c: Ask, asked: string) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const masked = maskTyped(asked.normalize('NFKC').slice(0, 60))
  const hits = await followupsOfBuyer(ctx.read, shop.id, masksOf(masked))
  const tids = await tidsOf(ctx.read, hits.map(({ endedByOrder }) => endedByOrder)) // prettier-ignore
  return page(
    c,
    { title: pageWords(ctx.lang).search, active: '/followups' },
    <main id="main" class="page stack">
      <FoundView lang={ctx.lang} shop={shop} asked={asked} found={hits} tids={tids} />
    </main>,
  )
}

// --- noting a buyer -----------------------------------------------------------------------------------

const field = z.string().optional()
const seen = z.coerce.number().optional()
/** What is not on the list of reasons counts as none given. */
const reason = z.enum(reasons).optional().catch(undefined)
const noteForm = z.object({
  kind: z.enum(kinds),
  buyer: z.string(),
  said: z.string(),
  reason,
  evenSo: z.literal('yes').optional(),
  nextDay_lost: field,
  nextTime_lost: field,
  nextDay_unpaid: field,
  nextTime_unpaid: field,
  nextDay_self_service: field,
  nextTime_self_service: field,
})

/** UTC ms; undefined when nothing was filled in; throws invalid. */
function nextFrom(shop: Shop, day: string | undefined, time: string | undefined): number | undefined {
  if (!day && !time) return undefined
  if (!isDay(day ?? '') || !isClocktime(time ?? '')) throw refusal('invalid', 'nextWrong', 'nextTime')
  return instantOf(day!, time!, shop.timeZone)
}

async function note(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const form = await readForm(c, noteForm)
  const { kind, buyer, said } = form
  const nextAt = nextFrom(shop, form[`nextDay_${kind}`], form[`nextTime_${kind}`])
  const wish: NewFollowup = { kind, buyer, said, reason: form.reason, nextAt, evenSo: form.evenSo === 'yes' }
  const twins = wish.evenSo || !buyer.trim() ? [] : await twinsFor(ctx.read, shop, wish)
  if (twins.length) return duePage(c, { draft: wish, twins })
  await openFollowup(ctx, shop.id, wish)
  return goBack(c)
}

/** DAY-2: one click takes a first-time buyer's order over. */
async function take(c: Ask) {
  const { tid } = await readForm(c, z.object({ tid: z.string() }))
  await openFollowup(c.var.ctx, shopHere(c).id, {
    kind: 'self_service',
    buyer: tid,
    said: '',
    isOrder: true,
    evenSo: true,
  })
  return goBack(c)
}

/** To the list as it was, without the row that was worked on; or to the one follow-up. */
function goBack(c: Ask) {
  const from = new URL(pageBefore(c) ?? '/followups', 'http://here')
  if (!/^\/followups?(\/|$)/.test(from.pathname)) return onTo(c, '/followups')
  from.searchParams.delete('open')
  from.searchParams.set('saved', String(c.var.ctx.now))
  return onTo(c, from.pathname + from.search)
}

// --- one ----------------------------------------------------------------------------------------------

async function show(c: Ask) {
  const { ctx } = c.var
  const followup = await findFollowup(ctx.read, ctx.who, id(c))
  const shop = shopHere(c, followup.shopId)
  const contacts = (await contactsOf(ctx.read, [followup.id])).get(followup.id) ?? []
  const others = await followupsOfBuyer(ctx.read, shop.id, masksOf(followup.buyer), followup.id, 10)
  const orderIds = [followup, ...others].flatMap((one) => [one.orderId, one.endedByOrder])
  const duties = await dutiesAround(ctx.read, shop, ctx.now, 'followups.do')
  const having = holdersOf(followup, duties, { now: ctx.now, leads: await leadsOf(ctx.read, shop.id) })
  const people = [...having.people, ...contacts.flatMap(({ byId }) => byId ?? [])]
  const props = {
    lang: ctx.lang,
    shop,
    now: ctx.now,
    followup,
    having,
    contacts,
    others,
    tids: await tidsOf(ctx.read, orderIds),
    names: await namesOf(ctx.read, people),
    colleagues: (await staffOf(ctx.read, shop.id)).filter((person) => may(person, 'followups.do')),
    proposed: (await proposals(ctx.read, shop, ctx.now))[followup.kind],
    canDo: may(ctx.who, 'followups.do'),
  }
  return page(
    c,
    { title: `${pageWords(ctx.lang).one} ${followup.buyer}`, active: '/followups' },
    <main id="main" class="page stack">
      <OneView {...props} />
    </main>,
  )
}

async function contact(c: Ask) {
  const { ctx } = c.var
  const form = await readForm(c, z.object({ said: z.string(), nextDay: field, nextTime: field, seen }))
  const shop = shopHere(c, (await findFollowup(ctx.read, ctx.who, id(c))).shopId)
  const nextAt = nextFrom(shop, form.nextDay, form.nextTime)
  await contactAgain(ctx, id(c), { said: form.said, nextAt, seenNextAt: form.seen })
  return goBack(c)
}

async function end(c: Ask) {
  const form = await readForm(c, z.object({ outcome: z.enum(outcomes), said: z.string(), reason, seen }))
  await endFollowup(c.var.ctx, id(c), { ...form, seenNextAt: form.seen })
  return goBack(c)
}

async function reopen(c: Ask) {
  await reopenFollowup(c.var.ctx, id(c))
  return goBack(c)
}

async function give(c: Ask) {
  const { person } = await readForm(c, z.object({ person: z.string() }))
  await giveFollowup(c.var.ctx, id(c), person)
  return goBack(c)
}

export const routes = [
  get('/followups', 'followups.see', list),
  post('/followups', 'followups.do', note),
  post('/followups/take', 'followups.do', take),
  get('/followup/:id', 'followups.see', show),
  post('/followup/:id/contact', 'followups.do', contact),
  post('/followup/:id/end', 'followups.do', end),
  post('/followup/:id/reopen', 'followups.do', reopen),
  post('/followup/:id/give', 'followups.do', give),
]
