/** What `?` says of claims. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/claims',
    right: 'prizes.claim',
    zh: {
      title: '兑奖',
      about: '买家来领奖的每一件：在谁手上、等了多久、到哪一步。',
      steps: [
        '归你核对的先核：到转盘后台按序列号找，按“中了”或“没中”。',
        '没中的：改备注，告诉买家。',
        '买家来兑奖，按 N 登记。',
      ],
      marks: [
        ['待核对', '没核过，这一单进不了批次'],
        ['没包裹', '中了，但订单赶不上，换一个订单'],
        ['等太久', '店长看得到'],
      ],
    },
    en: {
      title: 'Claims',
      about: 'Each prize that a buyer asks for: who has it, how long it has waited, how far it is.',
      steps: [
        'What you are to check comes first: find the serial number in the wheel\'s back end, press "Won" or "Not won".',
        'Not won: correct the remark and tell the buyer.',
        'A buyer asks for a prize: N enters it.',
      ],
      marks: [
        ['To check', 'unchecked: its order is kept out of the batch'],
        ['No parcel', 'won, but its order will not do: choose another order'],
        ['Too long', 'the manager sees it'],
      ],
    },
  },
  {
    path: '/claims',
    zh: {
      title: '兑奖',
      about: '买家中了什么、核过没有。核过的奖品会出现在要打包的单上。',
      steps: ['没核过的单不会进批次，不用找。', '“没包裹”的由客服换订单，换好了打包台会说。'],
    },
    en: {
      title: 'Claims',
      about: 'What buyers have won and whether it is checked. What is checked appears on the order to pack.',
      steps: [
        'An unchecked prize keeps its order out of the batch: no need to look for it.',
        'Those without a parcel get another order from service; the bench tells you.',
      ],
    },
  },
  {
    path: '/claims/new',
    zh: {
      title: '登记兑奖',
      about: '买家中了什么，登记一次，之后的核对、打款、装包都跟着它走。',
      steps: [
        '先选哪一种，扫或贴中奖序列号。',
        '写订单号或最后 4 位；优惠券可以只写买家。',
        '选奖品；目录里没有的，按页面上说的做。',
      ],
      marks: [
        ['序列号兑过了', '一个号只能兑一次，会给你看第一件'],
        ['截图', '抽奖不收；只有收藏送券要'],
      ],
    },
    en: {
      title: 'Enter a claim',
      about: 'What the buyer won is entered once; checking, paying and packing follow from it.',
      steps: [
        'Choose the kind, scan or paste the win serial number.',
        'Then the order or its last 4 digits; for a coupon the buyer will do.',
        'Choose the prize; what is not in the catalogue is told on the page.',
      ],
      marks: [
        ['Claimed before', 'a number counts once: you are shown the first claim'],
        ['Screenshot', 'never for a win; only for favourites coupons'],
      ],
    },
  },
  {
    path: '/claim/:id',
    right: 'prizes.claim',
    zh: {
      title: '一件兑奖',
      about: '这件奖品走到哪一步，在谁手上，下一步该做什么，写在最上面。',
      steps: [
        '照最上面的做：核对、告诉买家、换订单、打款。',
        '序列号抄错了：改号，重新核对。',
        '订单等不了奖品：由主管决定先发，写原因。',
      ],
    },
    en: {
      title: 'One claim',
      about: 'How far this prize is, who has it and what is next: the first line says it.',
      steps: [
        'Do what stands at the top: check, tell the buyer, change the order, pay.',
        'A mistyped serial number: correct it, it is checked again.',
        'The order cannot wait: a supervisor decides to ship without the prize, with a reason.',
      ],
    },
  },
  {
    path: '/claim/:id',
    zh: {
      title: '一件兑奖',
      about: '这件奖品核过没有，随哪一单发，几份。',
      steps: ['核过的照打包台说的放；没核过的不放。'],
    },
    en: {
      title: 'One claim',
      about: 'Whether this prize is checked, with which order it ships, and how many.',
      steps: ['Pack it as the bench says once it is checked; not before.'],
    },
  },
  {
    path: '/shop/prizes',
    zh: {
      title: '兑奖设置',
      about: '本店谁核奖，等几个工作日算太久，评价奖励开不开。',
      steps: ['勾上核奖人；一个都不勾就由主管核。', '评价奖励默认关着：打开前先看完法律提示。'],
    },
    en: {
      title: 'Settings of claims',
      about: 'Who checks prizes here, how many working days are too long, and whether reviews are rewarded.',
      steps: [
        'Tick the checkers; with none, those who lead check.',
        'Rewards for reviews are off: read the legal notice before switching them on.',
      ],
    },
  },
]
