/** What `?` says of payouts. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/payouts',
    zh: {
      title: '打款',
      about: '要付给买家的钱：一个人制单，另一个人付，不会付两次。',
      steps: ['要制单的：核对金额和买家，制单。', '等我付的：先在平台付掉，再写上转账单号。', '不对的退回，写为什么。'],
      marks: [
        ['我制的，等别人付', '自己付不了自己制的单'],
        ['等久了', '超过一个工作日，主管已经知道'],
      ],
    },
    en: {
      title: 'Payouts',
      about: 'Money that buyers are to get: one person prepares, another pays, nothing is paid twice.',
      steps: [
        'To prepare: check amount and buyer.',
        'To pay: pay on the platform first, then write down the transfer number.',
        'Something wrong? Send it back, with why.',
      ],
      marks: [
        ['Mine, somebody else pays', 'nobody pays what they prepared'],
        ['Too long', 'more than one working day: the supervisor knows'],
      ],
    },
  },
  {
    path: '/payout/:id',
    zh: {
      title: '一笔打款',
      about: '付给谁、多少、为什么，谁制的、谁付的、单号是多少。',
      steps: ['付：写平台的转账单号。', '付了没到账：退回待打款，写怎么回事。', '制错了：制单的人或主管撤回。'],
    },
    en: {
      title: 'One payout',
      about: 'To whom, how much, why; who prepared it, who paid it, under which number.',
      steps: [
        "Paying: write the platform's transfer number.",
        'Paid, but it never arrived: back to be paid, with what happened.',
        'Prepared by mistake: who prepared it, or a lead, withdraws it.',
      ],
    },
  },
  {
    path: '/shop/payouts',
    zh: {
      title: '打款规则',
      about: '制单的人能不能自己付款。两个人经手，付错、付重才看得出来。',
      steps: ['人手实在不够才放开，写为什么；每次改动都有记录。'],
    },
    en: {
      title: 'Rule of payouts',
      about: 'Whether one may pay what one prepared. A second pair of eyes sees what is wrong or double.',
      steps: ['Allow it only where there are too few people, with a reason; each change is logged.'],
    },
  },
]
