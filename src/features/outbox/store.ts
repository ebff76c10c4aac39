/** What the outbox page, the command line and other rooms read of letters, and what people change about them. */
import { and, asc, count, desc, eq, inArray, lt, or, placeholder } from 'drizzle-orm'
import { outbox } from '../../../db/schema.ts'
import type { Posted } from '../../core/outbox.ts'
import type { LetterState } from '../../core/outbox-rules.ts'
import type { RowKey } from '../../core/paging.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'

/** A letter without its content. */
export type Told = Omit<Posted, 'content' | 'messageId'>

const told = {
  id: outbox.id,
  shopId: outbox.shopId,
  channel: outbox.channel,
  about: outbox.about,
  address: outbox.address,
  role: outbox.role,
  subject: outbox.subject,
  state: outbox.state,
  tries: outbox.tries,
  nextAt: outbox.nextAt,
  leasedUntil: outbox.leasedUntil,
  said: outbox.said,
  at: outbox.at,
  sentAt: outbox.sentAt,
  changedAt: outbox.changedAt,
}

const inStates = (shopId: string, states: readonly LetterState[]) =>
  and(eq(outbox.shopId, shopId), inArray(outbox.state, [...states]))

/** Those in these states, written last first; `before`: only what was written earlier. */
export function lettersOf(
  db: Reader,
  shopId: string,
  states: readonly LetterState[],
  { before, limit }: { before?: RowKey | undefined; limit: number },
): Promise<Told[]> {
  const older = before && or(lt(outbox.at, before.at), and(eq(outbox.at, before.at), lt(outbox.id, before.id)))
  return db
    .select(told)
    .from(outbox)
    .where(and(inStates(shopId, states), older))
    .orderBy(desc(outbox.at), desc(outbox.id))
    .limit(limit)
}

/** All letters of these shops, oldest first: for programs that read us. */
export const allLetters = (db: Reader, shopIds: readonly string[]): Promise<Told[]> =>
  db
    .select(told)
    .from(outbox)
    .where(inArray(outbox.shopId, [...shopIds]))
    .orderBy(asc(outbox.at), asc(outbox.id))

/** What became of this: one line for each recipient, those in TO first. */
export async function deliveriesOf(db: Reader, about: readonly string[]): Promise<Told[]> {
  if (!about.length) return []
  const rows = await db
    .select(told)
    .from(outbox)
    .where(inArray(outbox.about, [...about]))
    .orderBy(asc(outbox.at), asc(outbox.id))
  return rows.sort((a, b) => Number(a.role === 'cc') - Number(b.role === 'cc'))
}

/** Those to one recipient, written last first. */
export const lettersTo = (db: Reader, shopId: string, address: string, limit: number): Promise<Told[]> =>
  db
    .select(told)
    .from(outbox)
    .where(and(eq(outbox.shopId, shopId), eq(outbox.address, address)))
    .orderBy(desc(outbox.at), desc(outbox.id))
    .limit(limit)

const counted = statement((db: Reader) =>
  db
    .select({ state: outbox.state, n: count() })
    .from(outbox)
    .where(eq(outbox.shopId, placeholder('shopId')))
    .groupBy(outbox.state),
)
/** How many letters are in each state; states that do not occur are left out. */
export const countsOf = async (db: Reader, shopId: string): Promise<Partial<Record<LetterState, number>>> =>
  Object.fromEntries((await counted(db, { shopId })).map(({ state, n }) => [state, n]))

const failed = statement((db: Reader) =>
  db
    .select({ n: count() })
    .from(outbox)
    .where(and(eq(outbox.shopId, placeholder('shopId')), inArray(outbox.state, ['failed', 'bounced']))),
)
export const countFailed = async (db: Reader, shopId: string): Promise<number> =>
  (await failed(db, { shopId }))[0]?.n ?? 0

/** The whole letter. */
export const letterById = async (db: Reader, id: string): Promise<Posted | undefined> =>
  (await db.select().from(outbox).where(eq(outbox.id, id)))[0]

/** Without contents, for changing many at once. */
export const standingIn = (db: Reader, shopId: string, states: readonly LetterState[]): Promise<Told[]> =>
  db.select(told).from(outbox).where(inStates(shopId, states)).orderBy(asc(outbox.at), asc(outbox.id))

/** False when it has moved on since it was read: somebody else did something, or it is being sent. */
export async function changeLetter(
  tx: Tx,
  { id, state, tries, changedAt }: Told,
  change: Partial<Pick<Posted, 'state' | 'tries' | 'nextAt' | 'said' | 'changedAt'>>,
): Promise<boolean> {
  const asRead = and(eq(outbox.state, state), eq(outbox.tries, tries), eq(outbox.changedAt, changedAt))
  const rows = await tx
    .update(outbox)
    .set({ ...change, leasedUntil: null })
    .where(and(eq(outbox.id, id), asRead))
    .returning({ id: outbox.id })
  return rows.length === 1
}
