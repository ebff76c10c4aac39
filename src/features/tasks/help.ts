/** What `?` says of tasks. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/tasks',
    zh: {
      title: '待办',
      about: '有人、有时间的事：会上定的、派给你的、要人接手的，一件一行。',
      steps: [
        '先做过了时间的，点“处理”写怎么结的。',
        '有人请你接手的，回一句接不接。',
        '能派活的按 N 记一件：做什么、谁做、几点前。',
      ],
      marks: [
        ['过了时间', '主管也看得到'],
        ['会议决定', '早会、晚会上定的'],
        ['下一班接着做', '归的人下班了，接班的做'],
      ],
    },
    en: {
      title: 'Tasks',
      about: 'What has an owner and a time: decided in meetings, given to you, or passed on.',
      steps: [
        'First what is past its time: settle it with a line how.',
        'Somebody asks you to take one over: say yes or no.',
        'Who may give work adds one with N: what, who, by when.',
      ],
      marks: [
        ['Overdue', 'the supervisor sees it too'],
        ['Decision', 'made in a meeting'],
        ['Next shift goes on', 'its owner has left: the next shift does it'],
      ],
    },
  },
  {
    path: '/tasks/:id',
    zh: {
      title: '一件待办',
      about: '做什么、谁做、几点前，说过什么。',
      steps: ['做完按 F，写怎么结的。', '做不了：请人接手，对方接了才算换手；或者改时间，写为什么。'],
    },
    en: {
      title: 'One task',
      about: 'What is to be done, by whom, by when, and what was said.',
      steps: [
        'Done? F, with a line how it ended.',
        'Cannot do it? Ask somebody: it is theirs once they agree. Or move it, with why.',
      ],
    },
  },
]
