/** The computer behind a request, and what its browser keeps. */
import { getCookie } from 'hono/cookie'
import { addressOf } from '../../core/remote.ts'
import type { Ask } from '../../core/web.ts'
import type { Entry, Here } from './sign-in.ts'
import { keepCookie, sessionCookie, stationCookie } from './sessions.ts'

const DAY_SECONDS = 24 * 3600
/** The longest that browsers keep a cookie. */
const STATION_KEPT = 400 * DAY_SECONDS
const SESSION_KEPT = 30 * DAY_SECONDS

/** Where this request's computer is, and what is open on it. */
export const hereOf = (c: Ask): Here => ({
  stationToken: getCookie(c, stationCookie(c.var.world)),
  sessionId: c.var.session?.id,
  address: addressOf(c),
})

/** Gives the browser what it signs in with from now on. */
export function keepEntry(c: Ask, { sessionToken, stationToken }: Entry) {
  keepCookie(c, sessionCookie(c.var.world), sessionToken, SESSION_KEPT)
  keepCookie(c, stationCookie(c.var.world), stationToken, STATION_KEPT)
}

/** How people reach this board, for links that are sent to them: "https://board.example.com". */
export const originOf = (c: Ask) => `${c.var.world.secure ? 'https' : 'http'}://${c.req.header('host')}`
