/** Tasks past their time, for those who lead. */
import { dictionary } from '../../core/i18n.ts'
import type { LateSource } from '../../feature.ts'
import { standingOf } from './rules.ts'
import { openTasks } from './store.ts'

const zh = { late: (_n: number) => '过了时间的任务' }
const en: typeof zh = { late: (n) => (n === 1 ? 'task past its time' : 'tasks past their time') }
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 60,
    right: 'day.team',
    topics: ['task', 'minute'],
    async figures({ ctx, shop }) {
      const open = await openTasks(ctx.read, shop.id)
      const count = open.filter((task) => standingOf(task, ctx.now, shop.timeZone) === 'overdue').length
      return [{ count, words: (lang) => words(lang).late(count), href: '/tasks?whose=team#overdue', tone: 'late' }]
    },
  },
]
