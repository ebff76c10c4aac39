/** What `?` says of the after-sales sheet. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/aftersales',
    zh: {
      title: '售后表',
      about: '答应了买家、还没办完的事：归谁、几点前、到哪一步。',
      steps: [
        '先办过了时间的：按 F 打开，写怎么办好的。',
        '客服记一条按 N：答应了什么，写一句。',
        '等买家、等仓库的，改状态，写等什么。',
      ],
      marks: [
        ['待处理', '还没人动'],
        ['待打款', '在打款里付掉就自己办完'],
        ['没人在班', '主管看着，谁先接谁办'],
      ],
    },
    en: {
      title: 'After-sales sheet',
      about: 'What was promised and is not done: whose it is, by when, how far.',
      steps: [
        'First what is past its time: F opens it; close it with a line how.',
        'Agents add a line with N: what was promised.',
        'Waiting for the buyer or the warehouse: set the state and say for what.',
      ],
      marks: [
        ['Open', 'nobody has touched it'],
        ['To pay', 'ends by itself once it is paid'],
        ['Nobody on duty', 'the supervisor keeps it until somebody takes it'],
      ],
    },
  },
  {
    path: '/aftersales/new',
    zh: {
      title: '记一条售后',
      about: '答应了买家、要售后办的事，记一句，按班表分给售后。',
      steps: [
        '写订单号、后 4 位或买家。',
        '选是什么事；产品、厂家、简单的快递问题由客服自己答，大促那天除外。',
        '写答应了什么；要打款的写金额。',
      ],
    },
    en: {
      title: 'Add to the sheet',
      about: 'Something promised that after-sales is to do: one line, and the roster gives it to somebody.',
      steps: [
        'The order, its last 4 digits, or the buyer.',
        'Which kind: agents answer simple product, maker and courier questions themselves, except on big days.',
        'What was promised; and the amount if money is to be paid.',
      ],
    },
  },
  {
    path: '/entry/:id',
    zh: {
      title: '一条售后',
      about: '这件事答应了什么、归谁、几点前，以及全部经过。',
      steps: [
        '办完按 F，写怎么办好的。',
        '办不完：改时间、改状态或交给别人，都写一句为什么。',
        '不归你的可以看；要办先点“我来办”。',
      ],
    },
    en: {
      title: 'One case',
      about: 'What was promised, whose it is, by when, and all that happened.',
      steps: [
        'Done? F, with a line how.',
        'Not yet: another time, another state or another person, each with a line why.',
        'Not yours? You may look; to work on it take it over.',
      ],
    },
  },
  {
    path: '/shop/aftersales',
    zh: {
      title: '售后多久办完',
      about: '一条售后登记以后，几个工作小时内要办完。按早班的时间、开工的日子算。',
      steps: ['改小时数，看下面的例子，保存。'],
    },
    en: {
      title: 'Time for a case',
      about: 'Within how many working hours a case is to be done, by the day shift and the days that work.',
      steps: ['Change the hours, look at the example, save.'],
    },
  },
]
