/** What was scanned, by whom, and what was told. */
import { and, desc, eq, gt, isNotNull, isNull, placeholder } from 'drizzle-orm'
import { orders, scans, shipments } from '../../../db/schema.ts'
import { statement, type Reader, type Tx } from '../../core/store.ts'
import type { Shipment } from '../cutoff/index.ts'

export type Scan = typeof scans.$inferSelect

const scanById = statement((db: Reader) =>
  db
    .select()
    .from(scans)
    .where(eq(scans.id, placeholder('id'))),
)
const scansOfPerson = statement((db: Reader) =>
  db
    .select({ scan: scans, tid: orders.tid, stage: shipments.stage, stopAnswer: shipments.stopAnswer })
    .from(scans)
    .leftJoin(orders, eq(orders.id, scans.orderId))
    .leftJoin(shipments, eq(shipments.id, scans.shipmentId))
    .where(eq(scans.personId, placeholder('personId')))
    .orderBy(desc(scans.at))
    .limit(5),
)

/** A scan of this person by the id that the page gave it. */
export async function findScan(db: Reader, personId: string | null, id: string): Promise<Scan | undefined> {
  const [found] = await scanById(db, { id })
  return found?.personId === personId ? found : undefined
}

export type RecentScan = {
  scan: Scan
  tid: string | null
  stage: Shipment['stage'] | null
  stopAnswer: Shipment['stopAnswer']
}
/** The person's last five, newest first, with where their parcels are now. */
export const lastScans = (db: Reader, personId: string | null): Promise<RecentScan[]> => scansOfPerson(db, { personId })
export const addScan = async (tx: Tx, scan: Omit<Scan, 'undoneAt'>): Promise<Scan> =>
  (await tx.insert(scans).values(scan).returning())[0]!

/** The person's newest scan that changed something and was not undone, since an instant. */
export async function undoableScan(db: Reader, personId: string | null, since: number): Promise<Scan | undefined> {
  if (personId === null) return undefined
  const [found] = await db
    .select()
    .from(scans)
    .where(and(eq(scans.personId, personId), gt(scans.at, since), isNotNull(scans.before), isNull(scans.undoneAt)))
    .orderBy(desc(scans.at))
    .limit(1)
  return found
}

/** False when it was undone already. */
export async function markUndone(tx: Tx, id: string, now: number): Promise<boolean> {
  const marked = await tx
    .update(scans)
    .set({ undoneAt: now })
    .where(and(eq(scans.id, id), isNull(scans.undoneAt)))
    .returning({ id: scans.id })
  return marked.length === 1
}
