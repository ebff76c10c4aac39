/** What may happen to an entry of the notebook. Pure. */
import { may, type Actor } from '../../access.ts'
import { turnAt } from '../shifts/index.ts'
import type { Shop } from '../shops/index.ts'
import type { Note } from './store.ts'

/** The order that an entry names: platform numbers have 16 digits and more, a phone number has 11. */
export const orderNumberIn = (text: string): string | undefined => /(?<!\d)\d{16,20}(?!\d)/.exec(text)?.[0]

/** The same line by the same person within this time, ms, was one press too many. */
export const ONE_PRESS = 10_000

/** DAY-3: tonight's meeting is that of the turn's business day: at 00:10 it is still yesterday's. */
export const agendaDayAt = (shop: Pick<Shop, 'shifts' | 'timeZone'>, now: number) => turnAt(shop, now).day

/** Its writer, and who leads the team, until the meeting has talked about it. */
export const mayPlace = ({ authorId, talkedAt }: Pick<Note, 'authorId' | 'talkedAt'>, who: Actor) =>
  talkedAt === null && (authorId === who.id || may(who, 'day.team'))
