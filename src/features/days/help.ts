/** What `?` says of the day's line. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/day',
    zh: {
      title: '我的一天',
      about: '这一班要做的事，按时间排成一条线：做完的打勾，现在该做的在最上面。',
      steps: [
        '按 N 去做现在的那一步。',
        '看板看得到的自己打勾；看不到的（比如学习），做完按“做完了”。',
        '班不对？在排班里换，或者请主管改。',
      ],
      marks: [
        ['该做了', '时间到了'],
        ['晚了', '过了时间还没做'],
        ['没到', '还早'],
        ['没有要做的', '时间到了，但没有活'],
      ],
    },
    en: {
      title: 'My day',
      about: 'What this shift does, in time order: what is done is ticked, what is due now stands at the top.',
      steps: [
        'N leads to the step of this moment.',
        'What the board can see ticks itself; for the rest, learning for one, press "Done".',
        'The wrong shift? Swap it in the roster, or ask your supervisor.',
      ],
      marks: [
        ['Now', 'its time has come'],
        ['Late', 'its time is over and it is not done'],
        ['Coming', 'not yet'],
        ['Nothing to do', 'its time has come, and there is nothing'],
      ],
    },
  },
  {
    path: '/days',
    zh: {
      title: '全组的一天',
      about: '每个人走到哪一步，谁晚了，不用去问。',
      steps: ['先看晚了的那几步，点开看是谁。', '按 [ 和 ] 看前一天、后一天。', '没有人？先[排班](/roster)并发布。'],
      marks: [
        ['✓', '做完了，写着几点'],
        ['晚了', '过了时间还没做'],
        ['不在这一班', '这一步不归这个班'],
      ],
    },
    en: {
      title: "The team's day",
      about: 'How far each person is and who is late, without asking anybody.',
      steps: [
        'Look at the late steps first: they name who.',
        '[ and ] lead to the day before and after.',
        'Nobody there? Plan the [roster](/roster) and publish it.',
      ],
      marks: [
        ['✓', 'done, with the time'],
        ['Late', 'its time is over and it is not done'],
        ['Not of this shift', 'another shift has this step'],
      ],
    },
  },
]
