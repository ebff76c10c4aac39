/** What the database knows about the notebook. A foreign shop's entry is not found. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, placeholder } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { notebook } from '../../../db/schema.ts'
import type { Actor } from '../../access.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'
import { refusal } from './messages.ts'

export type Note = typeof notebook.$inferSelect

const SHOWN = 200

const byAuthor = statement((db: Reader) =>
  db
    .select()
    .from(notebook)
    .where(and(eq(notebook.authorId, placeholder('authorId')), eq(notebook.shopId, placeholder('shopId'))))
    .orderBy(desc(notebook.at), desc(notebook.id))
    .limit(SHOWN),
)
/** Newest first. */
export const notesOf = (db: Reader, shopId: string, authorId: string): Promise<Note[]> =>
  byAuthor(db, { shopId, authorId })

/** Everybody's since this moment, newest first. */
export const notesSince = (db: Reader, shopId: string, since: number): Promise<Note[]> =>
  db
    .select()
    .from(notebook)
    .where(and(eq(notebook.shopId, shopId), gte(notebook.at, since)))
    .orderBy(desc(notebook.at), desc(notebook.id))
    .limit(SHOWN)

/** Entries of these people of a span of time, oldest first. */
export const notesBetween = (
  db: Reader,
  of: { shopId: string; authorIds: readonly string[]; from: number; to: number },
): Promise<Note[]> =>
  db
    .select()
    .from(notebook)
    .where(
      and(
        eq(notebook.shopId, of.shopId),
        inArray(notebook.authorId, [...of.authorIds]),
        gte(notebook.at, of.from),
        lt(notebook.at, of.to),
      ),
    )
    .orderBy(asc(notebook.at))

/** On the agenda of this evening, or of an earlier one that did not come to them. */
export const untalkedOn = (db: Reader, shopId: string, day: Day): Promise<Note[]> =>
  db
    .select()
    .from(notebook)
    .where(
      and(
        eq(notebook.shopId, shopId),
        isNotNull(notebook.agendaDay),
        lte(notebook.agendaDay, day),
        isNull(notebook.talkedAt),
      ),
    )
    .orderBy(asc(notebook.at), asc(notebook.id))

/** Throws not_found for another shop's. */
export async function findNote(db: Reader, who: Pick<Actor, 'shopIds'>, id: string): Promise<Note> {
  const [note] = await db.select().from(notebook).where(eq(notebook.id, id))
  if (!note || !who.shopIds.includes(note.shopId)) throw refusal('not_found', 'notFound')
  return note
}

export async function insertNote(tx: Tx, row: Omit<typeof notebook.$inferInsert, 'id'>): Promise<string> {
  const id = newId()
  await tx.insert(notebook).values({ ...row, id })
  return id
}

/** Puts an entry on an agenda or takes it off, if it still stands where it was read. */
export async function placeNote(tx: Tx, was: Note, agendaDay: Day | null): Promise<void> {
  const same = was.agendaDay === null ? isNull(notebook.agendaDay) : eq(notebook.agendaDay, was.agendaDay)
  const saved = await tx
    .update(notebook)
    .set({ agendaDay })
    .where(and(eq(notebook.id, was.id), same, isNull(notebook.talkedAt)))
    .returning({ id: notebook.id })
  if (!saved.length) throw refusal('conflict', 'faster')
}

/** What came of it; null when it was not talked about after all. */
export const settleNote = (tx: Tx, id: string, said: { outcome: string; at: number } | null) =>
  tx
    .update(notebook)
    .set({ talkedAt: said?.at ?? null, ending: said?.outcome ?? null })
    .where(eq(notebook.id, id))
