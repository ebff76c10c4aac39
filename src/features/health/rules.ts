/** When this installation is not fit for work. Pure. */
import { MINUTE } from '../../core/time.ts'

/** As statfs tells it: blocks free for us, blocks in all, bytes a block. */
type Disk = { bavail: number; blocks: number; bsize: number }

const LEAST_BYTES = 200 * 1024 * 1024
const LEAST_SHARE = 0.02
/** Four sweeps missed. */
const STALE_MS = 2 * MINUTE

export const isFull = ({ bavail, blocks, bsize }: Disk): boolean =>
  bavail * bsize < LEAST_BYTES || bavail / blocks < LEAST_SHARE

/** `age` in ms since the clock sweep last went through; undefined: it never did. */
export const isStale = (age: number | undefined): boolean => age === undefined || age > STALE_MS
