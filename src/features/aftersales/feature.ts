import { inBoth } from '../../core/i18n.ts'
import type { Context } from '../../core/context.ts'
import type { Feature } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { help } from './help.ts'
import { overdueJob } from './jobs.ts'
import { late } from './late.ts'
import { dueForMe } from './list.ts'
import { words } from './messages.ts'
import { orderPanel } from './order-panel.tsx'
import { report } from './report-lines.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { settingsPage } from './settings.tsx'
import { entryAgenda, entryHandover } from './sources.ts'

const dueNow = async (ctx: Context, shop: Shop | undefined): Promise<number> => (shop ? dueForMe(ctx, shop) : 0)

export const aftersales: Feature = {
  name: 'aftersales',
  routes,
  help,
  jobs: [overdueJob],
  actions: [
    {
      word: inBoth('登记售后', 'File an after-sales case'),
      href: '/aftersales/new',
      right: 'aftersales.write',
      order: 60,
    },
  ],
  nav: [{ href: '/aftersales', word: (lang) => words(lang).title, right: 'aftersales.see', order: 29, badge: dueNow }],
  sentences,
  handover: [entryHandover],
  agenda: [entryAgenda],
  report,
  late,
  order: [orderPanel],
  settings: [settingsPage],
}
