/** What the database knows about notices and who has read them. */
import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, notInArray, or, placeholder } from 'drizzle-orm'
import { newId } from '../../../db/kit.ts'
import { noticeReads, notices } from '../../../db/schema.ts'
import type { RowKey } from '../../core/paging.ts'
import { keptStatement } from '../../core/kept-statement.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Day } from '../../core/time.ts'

export type Notice = typeof notices.$inferSelect

const standing = (today: Day) => and(isNull(notices.withdrawnAt), gte(notices.expiresOn, today))

const standingOn = keptStatement((db) =>
  db
    .select()
    .from(notices)
    .where(and(eq(notices.shopId, placeholder('shopId')), standing(placeholder('today') as never)))
    .orderBy(desc(notices.at), desc(notices.id)),
)
/** Those that stand today, the newest first. */
export const standingNotices = (db: Reader, shopId: string, today: Day): Promise<Notice[]> =>
  standingOn(db, { shopId, today })

/** Expired and withdrawn ones, the newest first. */
export const pastNotices = (
  db: Reader,
  shopId: string,
  today: Day,
  { before, limit }: { before?: RowKey | undefined; limit: number },
): Promise<Notice[]> => {
  const over = or(isNotNull(notices.withdrawnAt), lt(notices.expiresOn, today))
  const older = before && or(lt(notices.at, before.at), and(eq(notices.at, before.at), lt(notices.id, before.id)))
  return db
    .select()
    .from(notices)
    .where(and(eq(notices.shopId, shopId), over, older))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(limit)
}

export const noticeById = async (db: Reader, id: string): Promise<Notice | undefined> =>
  (await db.select().from(notices).where(eq(notices.id, id)))[0]

/** True when these very words stand already. */
export async function standsAlready(db: Reader, notice: Pick<Notice, 'shopId' | 'title' | 'body'>, today: Day) {
  const same = and(eq(notices.title, notice.title), eq(notices.body, notice.body))
  const [found] = await db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.shopId, notice.shopId), standing(today), same))
    .limit(1)
  return found !== undefined
}

export async function insertNotice(tx: Tx, row: Omit<Notice, 'id' | 'withdrawnAt'>): Promise<Notice> {
  const notice = { ...row, id: newId(), withdrawnAt: null }
  await tx.insert(notices).values(notice)
  return notice
}

/** False when somebody was faster. */
export const markWithdrawn = async (tx: Tx, id: string, at: number): Promise<boolean> =>
  (
    await tx
      .update(notices)
      .set({ withdrawnAt: at })
      .where(and(eq(notices.id, id), isNull(notices.withdrawnAt)))
      .returning({ id: notices.id })
  ).length === 1

/** False when this person has read it before. */
export const insertRead = async (tx: Tx, noticeId: string, personId: string, at: number): Promise<boolean> =>
  (
    await tx
      .insert(noticeReads)
      .values({ noticeId, personId, at })
      .onConflictDoNothing()
      .returning({ id: noticeReads.noticeId })
  ).length === 1

/** Ids of those who have read each, by notice. */
export async function readersBy(db: Reader, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const readers = new Map(ids.map((id) => [id, new Set<string>()]))
  if (!ids.length) return readers
  const rows = await db
    .select()
    .from(noticeReads)
    .where(inArray(noticeReads.noticeId, [...ids]))
  for (const { noticeId, personId } of rows) readers.get(noticeId)!.add(personId)
  return readers
}

const unread = statement((db: Reader) =>
  db
    .select({ n: count() })
    .from(notices)
    .where(
      and(
        eq(notices.shopId, placeholder('shopId')),
        isNull(notices.withdrawnAt),
        gte(notices.expiresOn, placeholder('today')),
        or(isNull(notices.authorId), ne(notices.authorId, placeholder('personId'))),
        notInArray(
          notices.id,
          db
            .select({ id: noticeReads.noticeId })
            .from(noticeReads)
            .where(eq(noticeReads.personId, placeholder('personId'))),
        ),
      ),
    ),
)
/** How many that stand this person has not read. */
export const unreadNotices = async (db: Reader, shopId: string, personId: string, today: Day): Promise<number> =>
  (await unread(db, { shopId, personId, today }))[0]?.n ?? 0
