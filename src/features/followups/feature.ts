import type { Context } from '../../core/context.ts'
import type { Feature } from '../../feature.ts'
import { findShop } from '../shops/index.ts'
import { help } from './help.ts'
import { late } from './late.ts'
import { dueForMe } from './list.ts'
import { agenda, handover, steps } from './open-things.ts'
import { pageWords } from './page-words.ts'
import { reminderJob } from './remind.ts'
import { report } from './report-lines.ts'
import { routes } from './routes.tsx'
import { sentences } from './sentences.ts'
import { unpaidJob } from './sweep.ts'

async function dueNow({ read, shopId, who, now }: Context): Promise<number> {
  const shop = shopId ? await findShop(read, shopId) : undefined
  return shop ? dueForMe(read, shop, who.id, now) : 0
}

export const followups: Feature = {
  name: 'followups',
  routes,
  help,
  jobs: [unpaidJob, reminderJob],
  nav: [
    { href: '/followups', word: (lang) => pageWords(lang).title, right: 'followups.see', order: 28, badge: dueNow },
  ],
  sentences,
  handover,
  agenda,
  steps,
  report,
  late,
}
