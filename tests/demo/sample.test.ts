import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engine } from '../../db/schema.ts'
import { layDemoShops } from '../../db/seeds/lay.ts'
import { features } from '../../src/features.ts'
import { clockwork, makeContext } from '../../src/core/context.ts'
import { migrate } from '../../src/core/migrate.ts'
import { openStore } from '../../src/core/store.ts'
import { sampleFile } from '../../src/features/demo/sample.ts'
import { importFile } from '../../src/features/imports/index.ts'
import { findShopByCode } from '../../src/features/shops/index.ts'
import { at } from '../world.ts'

test.runIf(engine === 'sqlite')(
  'the sample file shows what an import is: new, changed, in conflict, refused',
  async () => {
    const store = openStore(join(mkdtempSync(join(tmpdir(), 'zaowan-sample-')), 'demo.db'))
    await migrate(store)
    const now = at('15:24')
    await layDemoShops(store, now, features)
    const shop = (await findShopByCode(store.read, 'CY'))!
    const ctx = makeContext({ store, who: { ...clockwork, shopIds: [shop.id] }, now })
    const bytes = Buffer.from(await sampleFile(store.read, shop.id, now))
    const { counts, rejected } = await importFile(ctx, shop, { name: 'sample.csv', bytes }, { apply: false })
    expect(counts).toMatchObject({ new: 12, unchanged: 0, rejected: 2 })
    expect(counts.changed + counts.conflicts).toBe(3)
    expect(rejected.map((r) => r.reason)).toEqual(['damaged_id', 'bad_id'])
    await store.close()
  },
)
