import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { deliveryJob } from './jobs.ts'
import { quietPanel } from './quiet-panel.tsx'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'

/** Delivers after the other rooms' jobs, so that what a sweep announces comes with the same sweep. */
export const inbox = (rooms: readonly Feature[]): Feature => ({
  name: 'inbox',
  routes,
  help,
  jobs: [deliveryJob(rooms.flatMap((room) => room.channels ?? []))],
  sentences,
  own: [quietPanel],
})
