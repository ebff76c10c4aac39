import type { Context } from '../../core/context.ts'
import type { Feature } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { holdsPanel } from './board-holds.tsx'
import { dayBook } from './book.ts'
import { findRoutes } from './find-routes.tsx'
import { help } from './help.ts'
import { holdRoutes } from './hold-routes.tsx'
import { buyerDataEnds, holdReminders } from './jobs.ts'
import { late, trends } from './late.ts'
import { heldNow } from './list.ts'
import { listRoutes } from './list-routes.tsx'
import { orderRoutes } from './order-routes.tsx'
import { pageWords } from './page-messages.ts'
import { agenda, handover } from './open-things.ts'
import { report } from './report-lines.ts'
import { sentences } from './sentences.ts'
import { takingOrders } from './taking.ts'

async function blockedToday({ read, now }: Context, shop: Shop | undefined, revision?: string): Promise<number> {
  return shop ? (await dayBook(read, shop, now, revision)).count.waits : 0
}

async function holdsToSettle({ read, now }: Context, shop: Shop | undefined, revision?: string): Promise<number> {
  if (!shop) return 0
  const { due, overdue, undated } = heldNow(await dayBook(read, shop, now, revision), now)
  return due + overdue + undated
}

export const orders: Feature = {
  name: 'orders',
  routes: [...listRoutes, ...orderRoutes, ...holdRoutes, ...findRoutes],
  help,
  jobs: [holdReminders, buyerDataEnds],
  nav: [
    { href: '/orders', word: (lang) => pageWords(lang).title, right: 'orders.see', order: 20, badge: blockedToday },
    { href: '/holds', word: (lang) => pageWords(lang).holds, right: 'orders.see', order: 25, badge: holdsToSettle },
  ],
  sentences,
  handover,
  agenda,
  steps: { orders: takingOrders },
  report,
  board: [holdsPanel],
  late,
  trends,
}
