/** What people are told about due holds. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  due: (what: string, until: string) => `今天到期的暂缓：${what}。${until} 截单前放行、改期或取消`,
  alerted: (what: string, until: string) => `暂缓还没结：${what}。${until} 就截单，放行、改期或取消`,
  overdue: (what: string, until: string) => `暂缓逾期：${what}。${until} 截单时还没结`,
  what: (buyer: string, reason: string, note: string) => [buyer, reason, note].filter(Boolean).join('，'),
}
const en: typeof zh = {
  due: (what, until) => `Hold due today: ${what}. Release, postpone or cancel it before the cutoff at ${until}`,
  alerted: (what, until) => `Hold not settled yet: ${what}. Cutoff at ${until}: release, postpone or cancel it`,
  overdue: (what, until) => `Overdue hold: ${what}. It was not settled at the cutoff at ${until}`,
  what: (buyer, reason, note) => [buyer, reason, note].filter(Boolean).join(', '),
}
export const toldWords = dictionary(zh, en)
