/** What `?` says of the holds. */
import type { PageHelp } from '../../feature.ts'

export const holdHelp: readonly PageHelp[] = [
  {
    path: '/holds',
    right: 'orders.hold',
    zh: {
      title: '暂缓',
      about: '先不发的订单，按日子排。到期的今天一定要有个说法：放行、改期或取消。',
      steps: [
        '先处理“过了截单没结”和“今天到期”。',
        '买家说可以发了：放行。截单前放行今天发。',
        '还要等：改期，写为什么。平台上已经退款：取消。',
        '“只有旗”的单没写原因和日期，补上。',
      ],
      marks: [
        ['过了截单没结', '到期了没人处理，店长看得到'],
        ['今天到期', '截单前要结'],
        ['改过几次期', '改得多的，问一声买家到底要不要'],
      ],
    },
    en: {
      title: 'Holds',
      about: 'Orders that wait, by day. What is due needs an answer today: release, postpone or cancel.',
      steps: [
        'First settle what is past the cutoff and what is due today.',
        'The buyer is ready: release it. Before the cutoff it ships today.',
        'Still waiting: postpone, with why. Refunded on the platform: cancel.',
        'Those with only a flag need a reason and a date.',
      ],
      marks: [
        ['Past the cutoff', 'due and not settled: the manager sees it'],
        ['Due today', 'to be settled before the cutoff'],
        ['Postponed', 'often postponed: ask the buyer what they really want'],
      ],
    },
  },
  {
    path: '/holds',
    zh: {
      title: '暂缓',
      about: '先不发的订单，写着为什么、等到哪天。放行由客服做，这里看得到全部。',
      steps: ['货堆里有这些单的，放到紫色架。', '放行以后答应的日子到了的，会标“急”，先拣先包。'],
    },
    en: {
      title: 'Holds',
      about: 'Orders that must not ship yet, with why and until when. Service releases them; here you see them all.',
      steps: [
        'What lies in your piles goes to the purple shelf.',
        'Released ones whose day has come are marked urgent: pick and pack them first.',
      ],
    },
  },
  {
    path: '/holds/:id',
    right: 'orders.hold',
    zh: {
      title: '处理一条暂缓',
      about: '三选一：放行、改期、取消；也可以交给别人。',
      steps: [
        '看一眼放行以后还卡不卡：上面写着。',
        '放行：选一面“发”的旗，写备注。答应的日子到了，仓库会看到“急”。',
        '改期：换一天，写为什么。取消：平台上退了款才按。',
      ],
    },
    en: {
      title: 'Settling a hold',
      about: 'One of three: release, postpone, cancel. Or hand it on.',
      steps: [
        'See what would still block it after the release: it stands above.',
        'Release: choose a shipping flag and write a remark. If its day has come the warehouse sees it as urgent.',
        'Postpone: another day, and why. Cancel: only once it is refunded on the platform.',
      ],
    },
  },
  {
    path: '/holds/:id',
    zh: {
      title: '一条暂缓',
      about: '这一单为什么先不发、等到哪天、归谁。',
      steps: ['货已经拣了的，放到紫色架，等放行。', '有话要说，找归的那位。'],
    },
    en: {
      title: 'One hold',
      about: 'Why this order waits, until when, and whose it is.',
      steps: [
        'If it is picked already put it on the purple shelf until it is released.',
        'Something to say? Talk to its owner.',
      ],
    },
  },
]
