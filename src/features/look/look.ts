/**
 * How pages look on this computer. Its browser keeps the choice, not the person: a phone at night and an office screen
 * want different ones. The server reads it, so that no page flashes in another look first.
 */
import { getCookie } from 'hono/cookie'
import type { Ask, World } from '../../core/web.ts'
import { keepCookie } from '../people/index.ts'

/** The first of each is what a browser has that chose nothing. */
export const themes = ['system', 'light', 'dark'] as const
export const spaces = ['roomy', 'compact'] as const

export type Look = { theme: (typeof themes)[number]; space: (typeof spaces)[number] }

const KEPT = 400 * 24 * 3600 // seconds: the longest that browsers keep a cookie
const cookie = ({ secure }: World) => `${secure ? '__Host-' : ''}zaowan-look`

export function lookOf(c: Ask): Look {
  const said = getCookie(c, cookie(c.var.world))?.split('-') ?? []
  return { theme: oneOf(themes, said), space: oneOf(spaces, said) }
}

const oneOf = <T extends string>(all: readonly [T, ...T[]], said: readonly string[]): T =>
  all.find((one) => said.includes(one)) ?? all[0]

export const keepLook = (c: Ask, { theme, space }: Look) =>
  keepCookie(c, cookie(c.var.world), `${theme}-${space}`, KEPT)

/** What a page says of it, for the tokens: nothing where nothing was chosen. */
export const looksOf = ({ theme, space }: Look) => ({
  'data-theme': theme === themes[0] ? undefined : theme,
  'data-space': space === spaces[0] ? undefined : space,
})
