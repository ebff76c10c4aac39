/** Pressing "next stop", and beginning the day again: plain forms, so that they need no script. */
import { z } from 'zod'
import { faces } from '../../../db/seeds/people.ts'
import { clockwork, makeContext } from '../../core/context.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, pageBefore, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { hereOf, keepEntry } from '../people/index.ts'
import { enterAs } from './actions.ts'
import { barOf, TourBar } from './bar.tsx'
import { HERE, LATE } from './places.ts'
import { openingNames, stationNames } from './stations.ts'
import type { Tour } from './tour.ts'
import { outside } from './world.ts'

function tourHere(c: Ask): Tour {
  const { tour } = c.var.world
  if (!tour) throw outside(c)
  return tour
}

const step = z.object({ day: z.string(), to: z.enum(stationNames) })

/** Back to the page where it was pressed, with what is to be seen now, or with the news that somebody, or the clock, was faster. */
async function next(c: Ask) {
  const tour = tourHere(c)
  const { day, to } = await readForm(c, step)
  const isMoved = day === tour.id && (await tour.moveTo(to))
  if (isMoved) await c.var.world.sweepNow?.()
  return onTo(c, `${pageBefore(c) ?? '/'}#${isMoved ? HERE : LATE}`, { leave: true })
}

const sight = z.object({ at: z.enum(stationNames) })

/** To the page of a station, as whoever sees it best. */
async function look(c: Ask) {
  const { at } = await readForm(c, sight)
  const { face, href } = tourHere(c).stations.find(({ name }) => name === at)!
  keepEntry(c, await enterAs(c.var.ctx, face, hereOf(c)))
  return onTo(c, href, { leave: true })
}

const beginning = z.object({ day: z.string(), from: z.enum(openingNames) })

/** A new day, entered as the person that one was. */
async function again(c: Ask) {
  const tour = tourHere(c)
  const { ctx } = c.var
  const { day, from } = await readForm(c, beginning)
  const fresh = await tour.again(day, from)
  const here = faces.find(({ handle }) => handle === ctx.who.handle)
  if (!here) return onTo(c, '/demo/roles', { leave: true })
  const entering = makeContext({ store: fresh.store, who: clockwork, now: fresh.clock(), lang: ctx.lang })
  keepEntry(c, await enterAs(entering, here.face, hereOf(c)))
  return onTo(c, `/#${HERE}`, { leave: true })
}

/** The bar again, for pages that stay open. */
function bar(c: Ask) {
  c.header('cache-control', 'no-store')
  return c.html(<TourBar {...barOf(c, tourHere(c)).props} />)
}

export const tourRoutes = [
  post('/demo/next', 'anyone', next),
  post('/demo/look', 'anyone', look),
  post('/demo/again', 'anyone', again),
  get('/demo/bar', 'anyone', bar),
]
