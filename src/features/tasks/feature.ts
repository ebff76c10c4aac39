import type { Feature } from '../../feature.ts'
import { findShop } from '../shops/index.ts'
import { taskReminders } from './jobs.ts'
import { tasksWaiting } from './list.ts'
import { words } from './messages.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { taskAgenda, taskHandover } from './sources.ts'

export const tasks: Feature = {
  name: 'tasks',
  routes,
  jobs: [taskReminders],
  nav: [
    {
      href: '/tasks',
      word: (lang) => words(lang).title,
      right: 'tasks.see',
      order: 73,
      async badge(ctx) {
        const shop = ctx.shopId ? await findShop(ctx.read, ctx.shopId) : undefined
        return shop ? tasksWaiting(ctx, shop) : 0
      },
    },
  ],
  sentences,
  handover: [taskHandover],
  agenda: [taskAgenda],
}
