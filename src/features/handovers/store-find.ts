/** SHIFT-5: past handovers by date, shift, person, order or buyer. */
import { and, desc, eq, exists, inArray, like, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import {
  handoverItems,
  handoverLines,
  handovers,
  handoverSignatures,
  handoverTalk,
  people,
} from '../../../db/schema.ts'
import { maskNick } from '../../core/masking.ts'
import type { Reader } from '../../core/store.ts'
import { fold } from '../../core/text.ts'
import type { Turn } from '../shifts/index.ts'
import type { Handover } from './store.ts'

export const AT_ONCE = 30

/** Those in which every one of these words is found, the newest first. */
export const findHandovers = (db: Reader, shopId: string, asked: string, before?: Turn): Promise<Handover[]> =>
  db
    .select()
    .from(handovers)
    .where(
      and(eq(handovers.shopId, shopId), before && earlier(before), ...wordsOf(asked).map((word) => isIn(db, word))),
    )
    .orderBy(desc(handovers.day), desc(handovers.side))
    .limit(AT_ONCE + 1)

const MOST_WORDS = 6
const wordsOf = (asked: string) => fold(asked.trim()).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
const earlier = ({ day, side }: Turn) =>
  side === 'day'
    ? lt(handovers.day, day)
    : or(lt(handovers.day, day), and(eq(handovers.day, day), ne(handovers.side, 'night')))

const sides = { day: ['早班', '早', '白班', 'day'], night: ['晚班', '晚', '夜班', 'night'] } as const

function isIn(db: Reader, word: string): SQL {
  for (const side of ['day', 'night'] as const)
    if ((sides[side] as readonly string[]).includes(word)) return eq(handovers.side, side)
  const day = /^(\d{4}-)?\d{1,2}-\d{1,2}$/.test(word) ? dayLike(word) : undefined
  if (day) return like(handovers.day, `%${day}`)
  return or(itemSays(db, word), isSignedBy(db, word), isTalkedBy(db, word))!
}

/** "11-5" → "11-05" */
const dayLike = (word: string) =>
  word
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-')

const pattern = (word: string) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
const says = (column: SQL.Aliased | typeof handoverItems.search | typeof people.handleKey, word: string) =>
  sql`${column} like ${pattern(word)} escape '\\'`

/** A whole name of a buyer is looked for as it was masked, too. */
function itemSays(db: Reader, word: string) {
  const forms = [...new Set([word, ...([...word].length > 2 ? [maskNick(word)] : [])])]
  const found = db
    .select({ id: handoverLines.itemId })
    .from(handoverLines)
    .innerJoin(handoverItems, eq(handoverItems.id, handoverLines.itemId))
    .where(
      and(eq(handoverLines.handoverId, handovers.id), or(...forms.map((form) => says(handoverItems.search, form)))),
    )
  return exists(found)
}

const called = (db: Reader, word: string) =>
  db.select({ id: people.id }).from(people).where(says(people.handleKey, word))

function isSignedBy(db: Reader, word: string) {
  const signed = db
    .select({ id: handoverSignatures.personId })
    .from(handoverSignatures)
    .where(and(eq(handoverSignatures.handoverId, handovers.id), inArray(handoverSignatures.personId, called(db, word))))
  return exists(signed)
}

function isTalkedBy(db: Reader, word: string) {
  const talked = db
    .select({ id: handoverTalk.id })
    .from(handoverTalk)
    .where(and(eq(handoverTalk.handoverId, handovers.id), inArray(handoverTalk.authorId, called(db, word))))
  return exists(talked)
}
