/** What `?` says of refunds that are bought anew. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/refunds',
    zh: {
      title: '退了重拍',
      about: '买家先要退、后来还想要：旧单退款不发，新单照常发，两张连在一起。',
      steps: [
        '请买家重拍，按 N 记下旧单；新单还没拍可以先空着。',
        '退款人几点前退，写在每一行。',
        '退完写一句怎么退的；“还没补上新单”的补上。',
      ],
      marks: [
        ['过点', '该退没退，主管已经知道'],
        ['还没拍', '新单还没来'],
      ],
    },
    en: {
      title: 'Refund and new order',
      about:
        'First a refund, then wanted after all: the old order is refunded and stays, the new one ships, both are linked.',
      steps: [
        'Ask the buyer to order anew, N notes the old order; the new one may follow.',
        'Each row says by when its handler refunds it.',
        'Done? A line how; and link the new orders that are missing.',
      ],
      marks: [
        ['Late', 'should be refunded by now: the supervisor knows'],
        ['Not yet ordered', 'the new order has not come'],
      ],
    },
  },
  {
    path: '/refund/:id',
    zh: {
      title: '一笔退了重拍',
      about: '旧单和新单摆在一起，不一样的地方标出来。',
      steps: [
        '退款人：平台上退了，按 F 写怎么退的。',
        '买家拍了新单：补上，核对收货人和金额。',
        '不重拍了：撤回，旧单照常发，写为什么。',
      ],
    },
    en: {
      title: 'One refund',
      about: 'The old and the new order side by side, with what differs.',
      steps: [
        'Handler: refund it on the platform, then F with a line how.',
        'The buyer has ordered: link the new order, compare receiver and amount.',
        'No new order after all: withdraw, the old one ships as usual; say why.',
      ],
    },
  },
  {
    path: '/shop/refunds',
    zh: {
      title: '退款人',
      about: '退了重拍的旧单归谁退。几个人时归当班的；一个都不选归主管。',
      steps: ['勾上退款人，保存。'],
    },
    en: {
      title: 'Refund handlers',
      about: 'Who refunds what is bought anew: of several whoever is on duty, with none those who lead.',
      steps: ['Tick the handlers, save.'],
    },
  },
]
