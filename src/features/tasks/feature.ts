import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { taskReminders } from './jobs.ts'
import { late } from './late.ts'
import { words } from './messages.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { taskAgenda, taskHandover } from './sources.ts'

export const tasks: Feature = {
  name: 'tasks',
  routes,
  help,
  jobs: [taskReminders],
  actions: [{ word: inBoth('派任务', 'Give a task'), href: '/tasks#add-text', right: 'tasks.give', order: 90 }],
  nav: [{ href: '/tasks', word: (lang) => words(lang).title, right: 'tasks.see', order: 73 }],
  sentences,
  handover: [taskHandover],
  agenda: [taskAgenda],
  late,
}
