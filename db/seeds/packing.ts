/** Today's batch after the cutoff: printed, one parcel stopped, packed little by little, handed to the couriers. */
import { AppError } from '../../src/core/errors.ts'
import { MINUTE } from '../../src/core/time.ts'
import { answerStop, askStop, batchOf, handOver } from '../../src/features/cutoff/index.ts'
import { printSheet, SLIPS_A_PART } from '../../src/features/cutoff/printing.ts'
import { carried, packOne, parcelsOf, type Parcel } from './warehouse.ts'
import { over, type Event } from './play.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import { STORY_SHOP } from './shops.ts'

export const packingEvents = (scene: Scene): Event[] => {
  const isStory = scene.shop.code === STORY_SHOP
  return [...actsOf(scene, [prints, ...(isStory ? stop : []), ...leaves]), ...rounds(scene)]
}

const prints = on(0, '16:03', '松针', async (ctx, { shop, today, ledger }) => {
  const batch = await batchOf(ctx.read, shop.id, today)
  if (!batch) throw over('no batch to print')
  const parcels = await parcelsOf(ledger, shop, today)
  for (const sheet of ['picking', 'held'] as const) await printSheet(ctx, batch.id, sheet)
  for (let part = 1; (part - 1) * SLIPS_A_PART < parcels.length; part++) await printSheet(ctx, batch.id, 'slips', part)
})

// --- one is stopped -------------------------------------------------------------------------------------

/** The buyer of the engraved cup found a wrong letter. */
const STOPPED = 'engraving'

const stop: readonly Act[] = [
  on(0, '16:06', '小满', async (ctx, scene) =>
    askStop(ctx, (await parcelOf(scene)).id, '买家说刻字写错一个字，改好再发'),
  ),
  on(0, '16:11', '松针', async (ctx, scene) => answerStop(ctx, (await parcelOf(scene)).id, 'stopped')),
]

async function parcelOf(scene: Scene): Promise<Parcel> {
  const parcels = await parcelsOf(scene.ledger, scene.shop, scene.today, ['printed'])
  return parcels.find(({ tid }) => tid === scene.tid(STOPPED)) ?? missing()
}
const missing = () => {
  throw over('it is not in the batch')
}

// --- packed and handed over -----------------------------------------------------------------------------

const EVERY = 3 * MINUTE
const ROUNDS = 28
/** Of the fifth round's parcels the last go through the scanner: on the bench they are the last that were seen. */
const SCANNED_IN = 4
const SCANNED = 5

/** From 16:10 on, every three minutes as many as are done by half past five. */
const rounds = (scene: Scene): Event[] =>
  Array.from({ length: ROUNDS }, (_, n) => ({
    at: scene.at(0, '16:10') + n * EVERY,
    happen: (at) => packSome(scene, n, at),
  }))

async function packSome(scene: Scene, n: number, at: number) {
  const left = await parcelsOf(scene.ledger, scene.shop, scene.today, ['printed'])
  const some = left.slice(0, Math.ceil(left.length / (ROUNDS - n)))
  const packers = [await scene.as('松针', at), await scene.as(n % 2 ? '石榴' : '松针', at)]
  for (const [i, parcel] of some.entries()) {
    const isScanned = n === SCANNED_IN && i >= some.length - SCANNED
    const packer = packers[isScanned ? 0 : i % 2]!
    const ctx = { ...packer, now: at + Math.floor((i * (EVERY - MINUTE)) / some.length) }
    await unlessRefused(packOne(ctx, parcel, scene.label, isScanned))
  }
}

const leaves: readonly Act[] = ['16:58', '17:48'].map((time) =>
  on(0, time, '松针', async (ctx, scene) => {
    for (const parcel of await parcelsOf(scene.ledger, scene.shop, scene.today, ['packed'])) {
      const label = carried(parcel) ?? scene.label()
      await unlessRefused(handOver(ctx, parcel.id, label).then(() => scene.shipped(parcel.tid, label)))
    }
  }),
)

/** One parcel that somebody stopped meanwhile keeps no other back. */
const unlessRefused = (work: Promise<unknown>) =>
  work.catch((error) => {
    if (!(error instanceof AppError)) throw error
  })
