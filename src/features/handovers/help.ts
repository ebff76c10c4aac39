/** What `?` says of handovers. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/handovers',
    zh: {
      title: '交接',
      about: '上一班没完的事交给你，你没完的交给下一班；谁也不会忘。',
      steps: [
        '刚上班：按“去接”，一条一条接，接完签收。',
        '快下班：按“写交接”，草稿已经列好，补上只有你知道的，交班。',
        '找以前的：打日期、班、人、订单号或买家。',
      ],
      marks: [
        ['在写 已交 已接', '一份交接走到哪了'],
        ['没人交', '那一班下班了没交，请接手'],
      ],
    },
    en: {
      title: 'Handovers',
      about: 'What the shift before left comes to you, what you leave goes to the next; nothing is forgotten.',
      steps: [
        'Just started: take it over item by item, then sign.',
        'Leaving soon: write it. The draft is there; add what only you know, then give it.',
        'Find an old one by date, shift, person, order or buyer.',
      ],
      marks: [
        ['Draft, given, taken', 'how far a handover is'],
        ['Nobody gave it', 'that shift has left without one: take it over'],
      ],
    },
  },
  {
    path: '/handover/:id',
    zh: {
      title: '一份交接',
      about: '写的时候把没完的事理一遍；接的时候一条一条看懂，点“已接”。',
      steps: [
        '接：按 A 已接、下一条；不清楚按 Q 追问。全部接完再签收。',
        '写：排好轻重，写清要做什么、几点前、谁做、“如果…就…”，然后交班。',
        '交了的不改；要补就写一句补充。',
      ],
      marks: [
        ['急', '现在就办'],
        ['盯', '这一班盯住'],
        ['稳', '知道就行'],
        ['第几次交接', '这件事传过几班了'],
      ],
    },
    en: {
      title: 'A handover',
      about: 'Writing it, one goes through what is open; taking it, one understands each item and presses "Taken".',
      steps: [
        'Taking: A takes an item and goes on, Q asks back. Sign when all are taken.',
        'Writing: say how pressing each is, what to do by when and by whom, "if … then …"; then give it.',
        'What is given is not edited: add a line instead.',
      ],
      marks: [
        ['Urgent', 'do it now'],
        ['Watch', 'keep an eye on it this shift'],
        ['Steady', 'just know it'],
        ['Times handed over', 'through how many shifts it has gone'],
      ],
    },
  },
  {
    path: '/handover/:id/items/:item',
    zh: {
      title: '交接里的一条',
      about: '这一条的全部：什么事、要做什么、说过什么、怎么了结的。',
      steps: [
        '不清楚就问一句，写的人会收到。',
        '能在它自己的页面办完的，去那里办，这里自己了结。',
        '其他的了结要写一句怎么完的。',
      ],
    },
    en: {
      title: 'An item of a handover',
      about: 'All about one item: what it is, what to do, what was said, how it ended.',
      steps: [
        'Ask what is unclear: whoever wrote it is told.',
        'What has a page of its own is finished there, and ends here by itself.',
        'Anything else needs a line how it ended.',
      ],
    },
  },
  {
    path: '/handover/:id/sheet',
    zh: {
      title: '交接单',
      about: '这份交接印成一张纸，和交的时候一样，最右边留着打勾。',
      steps: ['按“打印”。纸上的勾不算数，看板上点了“已接”才算。'],
    },
    en: {
      title: 'Handover sheet',
      about: 'The handover on one sheet as it was given, with boxes at the right.',
      steps: ['Press "Print". Ticks on paper do not count: "Taken" on the board does.'],
    },
  },
]
