import type { ImportSummary, StagedOrder } from '../../src/features/imports/rules.ts'
import type { Kit } from '../kit.ts'

export function importTables(k: Kit) {
  /** One uploaded file on its way to the board. */
  const imports = k.table(
    'imports',
    {
      id: k.id(),
      shopId: k.text().notNull(),
      fileName: k.text().notNull(),
      bytes: k.big().notNull(),
      byId: k.text(),
      by: k.text().notNull(),
      at: k.at().notNull(),
      state: k.oneOf('reading', 'ready', 'applying', 'applied', 'cancelled', 'failed').notNull(),
      /** Lines done of lines in all, while reading or applying. */
      done: k.int().notNull(),
      total: k.int().notNull(),
      counts: k.json<ImportSummary>(),
      /** Why it failed, as a code of the imports feature. */
      problem: k.text(),
      movedAt: k.at().notNull(),
    },
    (t) => [k.index('imports_shop').on(t.shopId, t.at)],
  )

  /** Parsed and masked orders that wait for "apply"; deleted with it. */
  const importChunks = k.table(
    'import_chunks',
    {
      importId: k.text().notNull(),
      n: k.int().notNull(),
      orders: k.json<StagedOrder[]>().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.importId, t.n] })],
  )

  /** Lines that were refused, with their (masked) cells, to mend and bring back. */
  const importRejects = k.table(
    'import_rejects',
    {
      importId: k.text().notNull(),
      line: k.int().notNull(),
      /** A code of the imports feature, worded in the reader's language. */
      reason: k.text().notNull(),
      detail: k.text().notNull(),
      cells: k.json<string[]>().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.importId, t.line] })],
  )

  return { imports, importChunks, importRejects }
}
