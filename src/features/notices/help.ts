/** What `?` says of notices. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/notices',
    zh: {
      title: '公告',
      about: '要大家长期照着做的事挂在这里，到期自己收起来。',
      steps: ['没读的在最上面，读完按“读过了”。', '主管在这里看谁还没读。'],
      marks: [
        ['几人读过', '点开看还差谁'],
        ['挂到哪天', '那天过完就收起来'],
      ],
    },
    en: {
      title: 'Notices',
      about: 'What everybody is to keep to for a while; each comes down by itself on its last day.',
      steps: ['Unread ones come first: press "Read".', 'Those who lead see here who has not read them.'],
      marks: [
        ['How many have read it', 'open it to see who is missing'],
        ['Until', 'after that day it comes down'],
      ],
    },
  },
  {
    path: '/notices/new',
    zh: {
      title: '发公告',
      about: '一句标题、写清楚要做什么、挂到哪天；店里每个人都会收到。',
      steps: [
        '会动的活（等回话、待发货）不写这里，写进[交接](/handovers)。',
        '要改就撤下旧的再发新的，谁读过哪一版才清楚。',
      ],
    },
    en: {
      title: 'Post a notice',
      about: 'A title, what is to be done, and its last day; everybody in the shop gets it.',
      steps: [
        'Work that moves belongs in the [handover](/handovers), not here.',
        'To change one withdraw it and post anew, so that it is clear who read which.',
      ],
    },
  },
]
