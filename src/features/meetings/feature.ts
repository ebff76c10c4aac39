import type { Feature } from '../../feature.ts'
import { agendaSources } from './draft.ts'
import { help } from './help.ts'
import { words } from './messages.ts'
import { routesWith } from './routes.tsx'
import { sentences } from './sentences.ts'
import { meetingSteps } from './steps.ts'
import { missedBy } from './store-people.ts'

/** Meetings stand on what the other rooms announce for their agendas. */
export const meetings = (rooms: readonly Feature[]): Feature => ({
  name: 'meetings',
  routes: routesWith(agendaSources(rooms)),
  help,
  nav: [
    {
      href: '/meetings',
      word: (lang) => words(lang).title,
      right: 'meetings.see',
      order: 72,
      badge: async ({ read, shopId, who }) => (shopId && who.id ? (await missedBy(read, shopId, who.id)).length : 0),
    },
  ],
  sentences,
  steps: meetingSteps,
})
