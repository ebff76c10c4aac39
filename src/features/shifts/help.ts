/** What `?` says of the roster. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/roster',
    right: 'roster.plan',
    zh: {
      title: '排班',
      about: '一周里谁上哪一班。草稿只有排班的人看得到，发布了才算数。',
      steps: [
        '抄上周，改几格，或在行尾选一整周。',
        '先存草稿，看有没有空缺，再“存好并发布”。',
        '有人病了：用“临时换班”，马上生效，本人和顶班的都会收到。',
      ],
      marks: [
        ['草稿', '还没发布'],
        ['缺早班、缺晚班', '那天没人上'],
        ['休 假 班', '每周休息、节假日、调休上班'],
      ],
    },
    en: {
      title: 'Roster',
      about: 'Who works which shift in a week. Only planners see drafts; they count once published.',
      steps: [
        'Copy last week and change a few cells, or choose a whole week at the end of a row.',
        'Save a draft, look for gaps, then publish.',
        'Somebody is ill: change it at short notice; it counts at once, and both are told.',
      ],
      marks: [
        ['Draft', 'not published'],
        ['No day shift, no night shift', 'nobody works then'],
        ['Rest, holiday, make-up', 'what kind of day it is'],
      ],
    },
  },
  {
    path: '/roster',
    zh: {
      title: '排班',
      about: '自己上哪些班，每天谁在。',
      steps: ['要换班：点“换班”，选同事，写为什么；对方答应就生效。', '有人请你换，最上面会问，答应或不答应。'],
      marks: [
        ['等谁回话', '换班还没说定'],
        ['还没发布', '这一周主管还没排好'],
      ],
    },
    en: {
      title: 'Roster',
      about: 'Your own shifts, and who works each day.',
      steps: [
        'To swap one choose a colleague and say why; it counts once they agree.',
        'If somebody asks you, the top of the page does: agree or decline.',
      ],
      marks: [
        ['Waiting for', 'a swap without an answer'],
        ['Not published', 'the supervisor is still planning this week'],
      ],
    },
  },
  {
    path: '/swap',
    zh: {
      title: '换班',
      about: '这一班请谁来上，要不要换回一班。',
      steps: ['选同事，看他那天有没有班。', '选换回哪一班，或者请他替。', '写为什么，等他回话；主管看得到。'],
    },
    en: {
      title: 'Swap a shift',
      about: 'Who could take this shift, and whether one comes back.',
      steps: [
        'Choose a colleague and see what they have that day.',
        'Choose the shift that comes back, or none.',
        'Say why and wait for the answer; the supervisor sees it.',
      ],
    },
  },
  {
    path: '/shifts',
    zh: {
      title: '班次',
      about: '这家店有哪些班。早班、晚班的时间在店铺设置里，别的班在这里加。',
      steps: ['加班次：名字、几点到几点、交接时算哪一边。', '不用的停用，排过的还在。'],
    },
    en: {
      title: 'Shifts',
      about: "The shop's shifts. Day and night are in its settings; others are added here.",
      steps: [
        'Add one: its name, from when to when, its side at the handover.',
        'Retire what is not used; what was planned stays.',
      ],
    },
  },
]
