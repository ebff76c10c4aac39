/** What `?` says of the inbox. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/inbox',
    zh: {
      title: '收件箱',
      about: '有你的事会自己来这里：暂缓到期、要停的包裹、交接、换班、公告、待办。',
      steps: [
        '先看急的，点开就到那件事。',
        '看完的一起按“都看过了”。',
        '下班后不想被叫，在[我的页](/me)设免打扰；急的照样来。',
      ],
      marks: [
        ['急', '晚了，或者马上要办'],
        ['今天', '今天要办'],
        ['知会', '知道就行'],
      ],
    },
    en: {
      title: 'Inbox',
      about: 'What concerns you comes here by itself: due holds, parcels to stop, handovers, swaps, notices, tasks.',
      steps: [
        'Urgent ones first: each leads to its matter.',
        'Mark all as read at once when you are through.',
        'Set quiet hours on [your page](/me); what is urgent still comes.',
      ],
      marks: [
        ['Urgent', 'late, or to be done at once'],
        ['Today', 'to be done today'],
        ['For information', 'just know it'],
      ],
    },
  },
]
