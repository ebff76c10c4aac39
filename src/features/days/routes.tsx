/** One's own day and the team's. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import { panel, piece, type Piece } from '../../core/panel.ts'
import { isDay, MINUTE } from '../../core/time.ts'
import { onTo, pageBefore, sendPieces, type Ask } from '../../core/web.ts'
import { daySteps, get, post, type Route } from '../../feature.ts'
import { pageOf, rendered } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { waitingFor } from '../handovers/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import { tickStep, untickStep } from './actions.ts'
import { dayNow, myDay, teamDay, type Sources } from './lines.ts'
import { words } from './messages.ts'
import { DayOff } from './off-view.tsx'
import { OwnDay } from './own-view.tsx'
import { Live, Tabs } from './parts.tsx'
import { SideChoice } from './side-choice.tsx'
import { TeamDay } from './team-view.tsx'
import { tickedToast } from './toast.tsx'

const side = z.enum(['day', 'night']).optional().catch(undefined)
const ticking = z.object({ day: z.string().refine(isDay), step: z.enum(daySteps), side })

/** Changes with whatever the page shows: what people did, and the minute. */
const revisionFor = (c: Ask, shop: Shop) => `${c.var.revisions.get(shop.id)}-${Math.floor(c.var.ctx.now / MINUTE)}`

/** The page on which somebody ticks: one's own day, or the live board, whose head shows the same step. */
const tickedOn = (c: Ask) => (/^\/board(\?|$)/.test(pageBefore(c) ?? '') ? '/board' : '/day')

const [OPENING, CLOSING] = [piece('<main id="main" class="page stack">'), piece('</main>')]

export function dayRoutes(sources: Sources): Route[] {
  /** The part of one's own page that refreshes itself. */
  async function ownPart(c: Ask) {
    const { ctx } = c.var
    const shop = shopHere(c)
    const wished = side.parse(c.req.query('side'))
    const mine = await myDay(ctx.read, sources, { shop, personId: ctx.who.id!, now: ctx.now, wished })
    const query = new URLSearchParams({ seen: revisionFor(c, shop), ...(wished && { side: wished }) })
    const waits = may(ctx.who, 'handovers.see') ? await waitingFor(ctx, shop.id) : undefined
    const taking = waits && { unread: waits.unread, href: `/handover/${waits.handover.id}` }
    return (
      <Live href={`/day/live?${query.toString()}`}>
        {mine.is === 'off' ? (
          <DayOff lang={ctx.lang} shop={shop} mine={mine} />
        ) : (
          <>
            {!mine.rostered && <SideChoice lang={ctx.lang} side={mine.line.side} />}
            <OwnDay lang={ctx.lang} shop={shop} line={mine.line} now={ctx.now} taking={taking} />
          </>
        )}
      </Live>
    )
  }

  async function ownPage(c: Ask) {
    const { ctx } = c.var
    const t = words(ctx.lang)
    const around = await rendered(<Tabs who={ctx.who} lang={ctx.lang} at="mine" />)
    const toast = await rendered(tickedToast(c))
    const live = await rendered(await ownPart(c))
    const pieces = [OPENING, piece(`${around}${live}${toast}`), CLOSING]
    return pageOf(c, { title: t.title, active: '/day' }, pieces)
  }

  /** What a page asks every few seconds: nothing when it shows the newest. */
  async function ownLive(c: Ask) {
    if (c.req.query('seen') === revisionFor(c, shopHere(c))) return c.body(null, 204)
    return c.html(await rendered(await ownPart(c)))
  }

  /** The same for all who lead this shop. */
  function teamPart(c: Ask): Promise<Piece> {
    const { ctx } = c.var
    const shop = shopHere(c)
    const today = dayNow(shop, ctx.now)
    const asked = c.req.query('day') ?? ''
    const day = isDay(asked) ? asked : today
    const [mayPlan, mayAdd] = [may(ctx.who, 'roster.plan'), may(ctx.who, 'people.manage')]
    const revision = revisionFor(c, shop)
    const query = new URLSearchParams({ seen: revision, ...(isDay(asked) && { day }) })
    return panel(`days ${shop.id} ${asked && day} ${ctx.lang} ${mayPlan} ${mayAdd}`, revision, async () => {
      const team = await teamDay(ctx.read, sources, shop, { day, now: ctx.now })
      return rendered(
        <Live href={`/days/live?${query.toString()}`}>
          <TeamDay {...{ lang: ctx.lang, shop, team, now: ctx.now, today, mayPlan, mayAdd }} />
        </Live>,
      )
    })
  }

  async function teamPage(c: Ask) {
    const { ctx } = c.var
    const tabs = piece(await rendered(<Tabs who={ctx.who} lang={ctx.lang} at="team" />))
    return pageOf(c, { title: words(ctx.lang).team, active: '/days' }, [OPENING, tabs, await teamPart(c), CLOSING])
  }

  async function teamLive(c: Ask) {
    if (c.req.query('seen') === revisionFor(c, shopHere(c))) return c.body(null, 204)
    return sendPieces(c, [await teamPart(c)])
  }

  async function tick(c: Ask) {
    const form = await readForm(c, ticking)
    await tickStep(c.var.ctx, sources, form)
    const { step: ticked, day, side: wished } = form
    const query = new URLSearchParams({ ticked, day, ...(wished && { side: wished }) })
    return onTo(c, savedHref(`${tickedOn(c)}?${query.toString()}`, c.var.ctx.now))
  }

  async function untick(c: Ask) {
    const form = await readForm(c, ticking)
    await untickStep(c.var.ctx, sources, form)
    return onTo(c, form.side ? `${tickedOn(c)}?side=${form.side}` : tickedOn(c))
  }

  return [
    get('/day', 'day.see', ownPage),
    get('/day/live', 'day.see', ownLive),
    post('/day/tick', 'day.see', tick),
    post('/day/untick', 'day.see', untick),
    get('/days', 'day.team', teamPage),
    get('/days/live', 'day.team', teamLive),
  ]
}
