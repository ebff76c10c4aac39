/** What `?` says of campaigns. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/campaigns',
    zh: {
      title: '活动',
      about: '现在在做什么活动、怎么答买家、几点到几点；交接和会议都从这里拿。',
      steps: [
        '客服先看“进行中”的，话术能一键复制。',
        '主管加活动：做什么、几点到几点、怎么答。',
        '大促要勾上：那天简单的问题也能转售后。',
      ],
      marks: [
        ['进行中 即将开始 已结束', '按时间自己变'],
        ['大促', '大活动那天'],
      ],
    },
    en: {
      title: 'Campaigns',
      about: 'What runs now, what to answer buyers, from when to when; handovers and meetings read it from here.',
      steps: [
        'Agents look at what runs; answers are copied with one press.',
        'Those who lead add one: what it is, its times, what to answer.',
        'Tick the big day: simple questions may go to after-sales then.',
      ],
      marks: [
        ['Running, coming, past', 'changes by itself with the time'],
        ['Big day', 'the day of a large campaign'],
      ],
    },
  },
  {
    path: '/campaign/:id',
    zh: {
      title: '一个活动',
      about: '这个活动的规则、优惠券和怎么答买家，改过什么。',
      steps: ['答买家：点“复制”。', '主管改时间或取消都要写为什么，当班的人会收到。'],
    },
    en: {
      title: 'One campaign',
      about: 'Its rules, coupons and what to answer buyers, and what was changed.',
      steps: [
        'Answering a buyer: press "Copy".',
        'Those who lead change or cancel it with a reason; who is on duty is told.',
      ],
    },
  },
]
