import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { reportSources } from './gathering.ts'
import { help } from './help.ts'
import { late, trends } from './late.ts'
import { reportsBadge } from './listing.ts'
import { pageWords } from './page-words.ts'
import { reportRoutes } from './routes.tsx'
import { routeRoutes } from './route-routes.tsx'
import { sentences } from './sentences.ts'
import { reportAgenda, reportStep } from './sources.ts'
import { team } from './team.ts'

/** REPORT-1…5, made from what the other rooms know of a shift. */
export function reports(rooms: readonly Feature[]): Feature {
  const sources = reportSources(rooms)
  return {
    name: 'reports',
    routes: [...reportRoutes(sources), ...routeRoutes(sources), ...team.routes],
    help,
    jobs: team.jobs,
    actions: [
      { word: inBoth('写日报', 'Write the daily report'), href: '/reports', right: 'reports.write', order: 70 },
    ],
    nav: [
      { href: '/reports', word: (lang) => pageWords(lang).title, right: 'reports.see', order: 14, badge: reportsBadge },
      ...team.nav,
    ],
    sentences: { ...sentences, ...team.sentences },
    agenda: [reportAgenda],
    late,
    trends,
    steps: { report: reportStep },
    settings: [
      { href: '/report-route', word: (lang) => pageWords(lang).routeTitle, right: 'reports.route' },
      ...team.settings,
    ],
  }
}
