/** The stations of the demo's day: where its clock stops, and what is worth looking at there, by whom. */
import type { Face } from '../../../db/seeds/people.ts'
import { addDays, instantOf, type Clocktime, type Day } from '../../core/time.ts'
import { DEFAULT_ZONE } from '../shops/rules.ts'

type Planned = {
  /** Days after the demo's day. */
  ahead: 0 | 1
  time: Clocktime
  /** Who sees it best, and on which page. */
  face: Face
  href: (day: Day) => string
}

const planned = {
  morning: { ahead: 0, time: '08:25', face: 'supervisor', href: (day) => `/meeting/${day}/morning` },
  orders: { ahead: 0, time: '09:10', face: 'dayAgent', href: () => '/imports' },
  flags: { ahead: 0, time: '15:24', face: 'dayAgent', href: () => '/orders' },
  before: { ahead: 0, time: '15:45', face: 'supervisor', href: () => '/board' },
  freeze: { ahead: 0, time: '16:00', face: 'warehouse', href: (day) => `/batch/${day}` },
  bench: { ahead: 0, time: '16:25', face: 'warehouse', href: () => '/bench' },
  handover: { ahead: 0, time: '16:45', face: 'nightAgent', href: () => '/handovers' },
  reports: { ahead: 1, time: '00:30', face: 'manager', href: () => '/report-grid' },
  next: { ahead: 1, time: '08:45', face: 'supervisor', href: (day) => `/meeting/${addDays(day, 1)}/morning` },
} satisfies Record<string, Planned>

export type StationName = keyof typeof planned
export const stationNames = Object.keys(planned) as [StationName, ...StationName[]]

/** What the clock does on the minute, the freeze, is done when one arrives, ms. */
const ON_THE_MINUTE = 1000

/** `at`: UTC ms. */
export type Station = { name: StationName; at: number; time: Clocktime; face: Face; href: string }

/** Those of the demo's day, in the order of time. */
export const stationsOf = (day: Day): Station[] =>
  stationNames.map((name) => {
    const { ahead, time, face, href } = planned[name]
    return { name, at: instantOf(addDays(day, ahead), time, DEFAULT_ZONE) + ON_THE_MINUTE, time, face, href: href(day) }
  })

/** Where a new day can begin. */
export const openings = { morning: 'morning', afternoon: 'flags' } as const satisfies Record<string, StationName>
export type Opening = keyof typeof openings
export const openingNames = Object.keys(openings) as [Opening, ...Opening[]]
