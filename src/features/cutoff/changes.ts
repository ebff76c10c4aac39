/** CUT-5: what changed between two printed versions of a batch. */
import type { Reader } from '../../core/store.ts'
import { namesOf } from '../people/index.ts'
import type { Batch } from './store.ts'
import type { ParcelRow } from './store-lists.ts'
import { changesSince, type Print } from './store-prints.ts'

export type Names = Awaited<ReturnType<typeof namesOf>>

/** The newest version that a picking list or a sheet of changes has on paper; undefined: none was printed. */
export function printedVersion(prints: readonly Print[]): number | undefined {
  const versions = prints.filter((p) => p.sheet === 'picking' || p.sheet === 'changes').map((p) => p.version)
  return versions.length ? Math.max(...versions) : undefined
}

/** Every addition and every wish to stop raises the version: a sheet of changes printed now would tell something. */
export const hasChanges = (batch: Pick<Batch, 'version'>, prints: readonly Print[]): boolean =>
  batch.version > (printedVersion(prints) ?? 1)

export type ChangesData = { since: number; changed: ParcelRow[]; names: Names }

/** What the sheet of changes tells: this print's since the one before it, or what a print made now would tell. */
export async function changesOf(
  db: Reader,
  batch: Batch,
  prints: readonly Print[],
  print: Print | undefined,
): Promise<ChangesData> {
  const earlier = print ? prints.slice(0, prints.indexOf(print)) : prints
  const since = printedVersion(earlier) ?? 1
  const changed = await changesSince(db, batch.id, since, print?.version ?? batch.version)
  const ids = changed.flatMap(({ shipment }) => [shipment.addedBy, shipment.stopAskedBy])
  return { since, changed, names: await namesOf(db, [...new Set(ids.filter((id) => id !== null))]) }
}
