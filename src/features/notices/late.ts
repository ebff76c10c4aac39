/** Who has not read what stands on the notice board, for those who lead. */
import { dictionary } from '../../core/i18n.ts'
import { dayOf } from '../../core/time.ts'
import type { LateSource } from '../../feature.ts'
import { staffOf } from '../people/index.ts'
import { readersOf } from './rules.ts'
import { readersBy, standingNotices } from './store.ts'

const zh = { unread: (_n: number) => '还有公告没看的人' }
const en: typeof zh = { unread: (n) => (n === 1 ? 'person with a notice to read' : 'people with a notice to read') }
const words = dictionary(zh, en)

export const late: readonly LateSource[] = [
  {
    order: 70,
    right: 'notices.post',
    topics: ['notice', 'person', 'minute'],
    async figures({ ctx, shop }) {
      const standing = await standingNotices(ctx.read, shop.id, dayOf(ctx.now, shop.timeZone))
      const readers = await readersBy(ctx.read, standing.map(({ id }) => id)) // prettier-ignore
      const staff = await staffOf(ctx.read, shop.id)
      const left = standing.flatMap((notice) => readersOf(notice, staff, readers.get(notice.id)!).unread)
      const count = new Set(left.map(({ id }) => id)).size
      return [{ count, words: (lang) => words(lang).unread(count), href: '/notices', tone: 'soon' }]
    },
  },
]
