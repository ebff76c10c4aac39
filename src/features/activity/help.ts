/** What `?` says of the activity log. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/activity',
    zh: {
      title: '日志',
      about: '店里每一次改动：谁、几时、改了什么、为什么。只增不改，谁也删不掉。',
      steps: ['从最新的看起，往下翻更早的。', '只查一张订单的，去那一单的页面看经过，更快。'],
    },
    en: {
      title: 'Activity log',
      about: 'Each change in the shop: who, when, what, why. It only grows; nobody can edit it.',
      steps: [
        'Newest first, older ones below.',
        "To look into one order its own page is quicker: it has the order's history.",
      ],
    },
  },
]
