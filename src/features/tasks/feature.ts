import type { Feature } from '../../feature.ts'
import { taskReminders } from './jobs.ts'
import { late } from './late.ts'
import { words } from './messages.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { taskAgenda, taskHandover } from './sources.ts'

export const tasks: Feature = {
  name: 'tasks',
  routes,
  jobs: [taskReminders],
  nav: [{ href: '/tasks', word: (lang) => words(lang).title, right: 'tasks.see', order: 73 }],
  sentences,
  handover: [taskHandover],
  agenda: [taskAgenda],
  late,
}
