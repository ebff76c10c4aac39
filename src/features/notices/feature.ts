import { inBoth } from '../../core/i18n.ts'
import { dayOf } from '../../core/time.ts'
import type { Feature } from '../../feature.ts'
import { help } from './help.ts'
import { late } from './late.ts'
import { words } from './messages.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { unreadNotices } from './store.ts'

export const notices: Feature = {
  name: 'notices',
  routes,
  help,
  actions: [{ word: inBoth('发公告', 'Post a notice'), href: '/notices/new', right: 'notices.post', order: 75 }],
  nav: [
    {
      href: '/notices',
      word: (lang) => words(lang).notices,
      right: 'notices.see',
      order: 76,
      badge: async ({ read, who, now }, shop) =>
        shop && who.id ? unreadNotices(read, shop.id, who.id, dayOf(now, shop.timeZone)) : 0,
    },
  ],
  sentences,
  late,
}
