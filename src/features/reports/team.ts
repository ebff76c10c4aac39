/** What the team's leads have of the daily report: the grid, the chat tool's figures, the deadline. */
import type { Context } from '../../core/context.ts'
import type { Feature } from '../../feature.ts'
import { may } from '../../access.ts'
import type { Shop } from '../shops/index.ts'
import { deadlineJob } from './deadlines.ts'
import { figuresRoutes } from './figures-routes.tsx'
import { missingNow } from './grid.ts'
import { gridRoutes } from './grid-routes.tsx'
import { gridWords } from './grid-words.ts'
import { settingsPage, settingsRoutes } from './settings.tsx'
import { teamSentences } from './team-sentences.ts'

/** For a badge: how many reports are missing at this minute; 0 for who does not lead. */
export const missingFor = async ({ read, who, now }: Context, shop: Shop | undefined): Promise<number> =>
  shop && may(who, 'reports.team') ? (await missingNow(read, shop, now)).length : 0

export const team = {
  routes: [...gridRoutes, ...figuresRoutes, ...settingsRoutes],
  jobs: [deadlineJob],
  nav: [
    {
      href: '/report-grid',
      word: (lang) => gridWords(lang).title,
      right: 'reports.team',
      order: 82,
      badge: missingFor,
    },
  ],
  sentences: teamSentences,
  settings: [settingsPage],
} satisfies Partial<Feature>
