/** What `?` says of follow-ups. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/followups',
    zh: {
      title: '跟进',
      about: '没买成的、拍下没付的、自己拍的买家，到点来叫你回头找。',
      steps: [
        '先联系“过点没跟”的，再联系“现在”的。',
        '说了什么记一句：再约一个时间，或写有了什么结果。',
        '新的一位按 N 记下：哪一种、买家、一句话。',
      ],
      marks: [
        ['流失', '聊过没买，第二天同一时间再找'],
        ['拍下未付', '截单前催一遍，导入后自己出现'],
        ['自拍', '没问就买的新客，谢一声'],
        ['没人在班', '归主管看着，谁先接谁办'],
      ],
    },
    en: {
      title: 'Follow-ups',
      about: 'Buyers who did not buy, did not pay, or bought without asking: the board calls you when it is time.',
      steps: [
        'First those past their time, then those of now.',
        'Note what was said: agree on another time, or say how it ended.',
        'N notes a new one: which kind, which buyer, one line.',
      ],
      marks: [
        ['Lost', 'asked but did not buy: the next day at the same time'],
        ['Unpaid', 'asked once before the cutoff; comes by itself with an import'],
        ['Self-service', 'new, bought without asking: say thanks'],
        ['Nobody on duty', 'the supervisor keeps it until somebody takes it'],
      ],
    },
  },
  {
    path: '/followup/:id',
    zh: {
      title: '一位买家的跟进',
      about: '跟这位买家说过什么，下次几点再找。',
      steps: ['看一遍说过的，再联系。', '联系过了：再约，或写怎么了结的。', '自己要下班：交给别人，或留给接班的。'],
    },
    en: {
      title: 'One follow-up',
      about: 'What was said to this buyer, and when to ask again.',
      steps: [
        'Read what was said, then contact them.',
        'Afterwards: agree on another time, or say how it ended.',
        'Going home? Give it to somebody, or leave it to the next shift.',
      ],
    },
  },
]
