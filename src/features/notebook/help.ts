/** What `?` says of the notebook. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/notebook',
    zh: {
      title: '备忘本',
      about: '上班碰到的问题，当场写一句，回头晚会上谈。',
      steps: [
        '写一句，按回车就存。带上整个订单号，会连到那一单。',
        '要大家谈的，按“放进今晚议题”。',
        '日报会自己带上今天记的。',
      ],
      marks: [
        ['晚会议题', '放进哪天的晚会了'],
        ['谈过了', '会上已经谈过'],
      ],
    },
    en: {
      title: 'Notebook',
      about: 'Problems met at work: write one line at once, talk about it in the evening.',
      steps: [
        'One line, Enter keeps it. A whole order number in it becomes a link.',
        "What everybody should talk about goes on tonight's agenda with one press.",
        "The daily report takes today's notes along by itself.",
      ],
      marks: [
        ['On the agenda', 'of the evening meeting of that day'],
        ['Talked about', 'the meeting has been through it'],
      ],
    },
  },
]
