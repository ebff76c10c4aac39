import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { gate } from './gate.ts'
import { help } from './help.ts'
import { handoverJob } from './jobs.ts'
import { late } from './late.ts'
import { ownPanel } from './own-panel.tsx'
import { pageWords } from './page-messages.ts'
import { handoverRoutes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { handoverStep } from './step.ts'
import { unreadForMe } from './waiting.ts'

/** SHIFT-2…5, made from what the other rooms announce as open. */
export function handovers(rooms: readonly Feature[]): Feature {
  const sources = rooms.flatMap((room) => room.handover ?? [])
  return {
    name: 'handovers',
    routes: handoverRoutes(sources),
    help,
    jobs: [handoverJob(sources)],
    actions: [
      {
        word: inBoth('写交接', 'Write the handover'),
        href: '/handovers',
        right: 'handovers.write',
        order: 80,
        keys: ['接班'],
      },
    ],
    nav: [
      {
        href: '/handovers',
        word: (lang) => pageWords(lang).handovers,
        right: 'handovers.see',
        order: 12,
        badge: unreadForMe,
      },
    ],
    sentences,
    steps: { handover: handoverStep },
    board: [ownPanel],
    gate,
    late,
  }
}
