/** What `?` says of the orders, one order, the holds and the search. */
import type { PageHelp } from '../../feature.ts'
import { holdHelp } from './help-holds.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/orders',
    right: 'orders.flag',
    zh: {
      title: '订单',
      about: '今天发不发、为什么，一单一行。卡住的排在最前，先把它们定下来。',
      steps: [
        '按 N 从第一张卡住的单开始：打开它，上面写着差什么。',
        '要改旗，按 X 勾上几单再按 F，或者打开一单改；每次都写备注。',
        '要先不发的标紫旗：写原因和日期，到那天它会回来，在[暂缓](/holds)里也看得到。',
      ],
      marks: [
        ['▲红 ●黄 ○灰', '本店一般是“发”'],
        ['◆紫', '缓：先不发，有原因和日期'],
        ['■绿 ★蓝', '待定：有人定了才发'],
        ['急', '答应买家的日子到了'],
        ['要看', '平台上变了，和这里不一样'],
      ],
    },
    en: {
      title: 'Orders',
      about: 'Ships today or not, and why: one row for each order. What is blocked comes first; settle that.',
      steps: [
        'Press N to begin with the first blocked order: it says what is missing.',
        'To change flags pick rows with X and press F, or open one order; every change needs a remark.',
        'What must wait gets a purple flag with reason and date: it comes back on its day, and stands in the [holds](/holds).',
      ],
      marks: [
        ['▲ red ● yellow ○ grey', 'usually "ship" in a shop'],
        ['◆ purple', 'hold: waits, with reason and date'],
        ['■ green ★ blue', 'undecided: ships only after a person decides'],
        ['Urgent', 'the promised day has come'],
        ['To check', 'changed on the platform, differs from here'],
      ],
    },
  },
  {
    path: '/orders',
    zh: {
      title: '订单',
      about: '今天发不发、为什么，一单一行。旗和备注由客服定，这里看得到全部。',
      steps: [
        '找一单：扫或打订单号后 4 位。',
        '点开一单，看打包要求、赠品和奖品。',
        '觉得不该发的，请客服定，别自己留下。',
      ],
      marks: [
        ['卡住的', '还没定，截单前定了才发'],
        ['◆紫 缓', '先不发，写着到哪天'],
        ['急', '答应买家的日子到了，先发'],
      ],
    },
    en: {
      title: 'Orders',
      about: 'Ships today or not, and why. Service sets flags and remarks; here you see all of it.',
      steps: [
        'To find an order scan its number, or type the last 4 digits.',
        'Open it to see what concerns packing, gifts and prizes.',
        'If something should not ship, ask service to settle it; do not keep it back yourself.',
      ],
      marks: [
        ['Blocked', 'not settled yet: ships only if it is before the cutoff'],
        ['◆ purple', 'on hold, with the day it waits for'],
        ['Urgent', 'the promised day has come: goes first'],
      ],
    },
  },
  {
    path: '/orders/:id',
    right: 'orders.flag',
    zh: {
      title: '一张订单',
      about: '最上面一句话：这单今天发不发，为什么。下面是逐条的检查、商品、赠品奖品和全部经过。',
      steps: [
        '差什么就做什么：改旗、放行、给赠品补备注、定下不一致。',
        '和买家说好的写成备注：改地址、特殊要求、打包要求，仓库会看到和打包有关的。',
        '已经进批次、又不能发的，按“停包裹”；光改旗拦不住。',
      ],
      marks: [
        ['✓', '这一条没问题'],
        ['要定、要补、要核', '这一条不解决，今天就不发'],
        ['仓库看得到', '这句备注会在打包台上显示'],
      ],
    },
    en: {
      title: 'One order',
      about:
        'The first line says whether it ships today, and why. Below: each check, items, gifts and prizes, all that happened.',
      steps: [
        'Do what is missing: change the flag, release, explain a gift, decide a difference.',
        'What was agreed with the buyer becomes a remark: address, special request, packing. The warehouse sees what concerns packing.',
        'If it is in the batch and must not ship, press "Stop": a flag alone does not catch it.',
      ],
      marks: [
        ['✓', 'nothing wrong here'],
        ['Decide, explain, check', 'unless this is settled it does not ship today'],
        ['Seen by the warehouse', 'this remark appears at the bench'],
      ],
    },
  },
  {
    path: '/orders/:id',
    zh: {
      title: '一张订单',
      about: '这单今天发不发，为什么；要放什么赠品奖品，打包有什么要求，都在这一页。',
      steps: ['打包要求和赠品先看清再包。', '觉得不该发：请客服改旗；已进批次的，按“停包裹”。'],
    },
    en: {
      title: 'One order',
      about: 'Whether it ships today and why, which gifts and prizes go in, and what to mind when packing.',
      steps: [
        'Read the packing remarks and gifts before you pack.',
        'Should it not ship? Ask service to change the flag; if it is in the batch press "Stop".',
      ],
    },
  },
  ...holdHelp,
  {
    path: '/find',
    zh: {
      title: '找',
      about: '订单、买家、人、页面、要做的事和词汇，都从这一格找。',
      steps: [
        '打订单号后 4 位、买家、商品、运单号或花名。',
        '打页面或事情的名字，拼音首字母也行：“jj”到交接，“djdj”登记兑奖。',
        '历史订单用订单号、后 4 位、买家或运单号找。',
      ],
    },
    en: {
      title: 'Find',
      about: 'Orders, buyers, people, pages, things to do and words: all from this one field.',
      steps: [
        'Type the last 4 digits of an order, a buyer, an item, a waybill or a handle.',
        'Or the name of a page or of something to do; pinyin initials work too.',
        'Past orders are found by number, its last 4 digits, buyer or waybill.',
      ],
    },
  },
]
