import type { Context } from '../../core/context.ts'
import type { Feature } from '../../feature.ts'
import { onlyGifts } from './finding.ts'
import { help } from './help.ts'
import { handover } from './open-things.ts'
import { pageWords } from './page-words.ts'
import { orderPanel } from './panel.tsx'
import { proposalRoutes } from './proposal-routes.tsx'
import { ruleRoutes } from './rule-routes.tsx'
import { sentences } from './sentences.ts'
import { countOpen } from './store-proposals.ts'
import { giftJob, switchedOnJob } from './sweep.ts'

/** Proposals to decide, and orders with only free things left. */
const waiting = async ({ read, shopId }: Context) =>
  shopId ? (await countOpen(read, shopId)) + (await onlyGifts(read, shopId)).length : 0

export const giftrules: Feature = {
  name: 'giftrules',
  routes: [...ruleRoutes, ...proposalRoutes],
  help,
  jobs: [giftJob, switchedOnJob],
  nav: [
    {
      href: '/gift-proposals',
      word: (lang) => pageWords(lang).proposals,
      right: 'orders.gift',
      order: 80,
      badge: waiting,
    },
  ],
  settings: [{ href: '/gift-rules', word: (lang) => pageWords(lang).rules, right: 'gifts.rules' }],
  order: [orderPanel],
  sentences,
  handover,
}
