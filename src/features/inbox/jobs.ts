/** What the clock starts: delivery, each half minute. */
import type { Job } from '../../core/due.ts'
import type { Channel } from './channels.ts'
import { deliverMessages } from './deliver.ts'

export const deliveryJob = (channels: readonly Channel[]): Job => ({
  name: 'messages',
  sweep: (ctx) => deliverMessages(ctx, channels),
})
