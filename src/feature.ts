/** What a feature announces. Adding a page, a job or a menu entry edits the feature and nothing central. */
import type { Right } from './access.ts'
import type { Activity } from './core/activity.ts'
import type { Context } from './core/context.ts'
import type { Job } from './core/due.ts'
import type { Lang, Said } from './core/i18n.ts'
import type { Ask } from './core/web.ts'

/** `anyone`: also who is not signed in. `person`: whoever is, whatever their roles. */
export type Door = Right | 'anyone' | 'person'

export type Route = {
  method: 'get' | 'post'
  path: string
  door: Door
  handle: (c: Ask) => Response | Promise<Response>
  /** Bytes of the largest body it takes; left out: those of a long form. */
  mostBytes?: number
}

export const get = (path: string, door: Door, handle: Route['handle']): Route => ({ method: 'get', path, door, handle })
export const post = (path: string, door: Door, handle: Route['handle']): Route => ({
  method: 'post',
  path,
  door,
  handle,
})

/** Words an activity row as a sentence without its subject ("flag red → purple"), by kind. */
export type Sentences = Record<string, (row: Activity, lang: Lang) => string>

export type NavEntry = {
  href: string
  word: Said
  right: Right
  /** Position in the menu, small first. */
  order: number
  /** A number that wants attention; 0 shows nothing. */
  badge?: (ctx: Context) => Promise<number>
}

export type Feature = {
  name: string
  routes?: readonly Route[]
  jobs?: readonly Job[]
  nav?: readonly NavEntry[]
  sentences?: Sentences
}
