/** Words of follow-ups, prizes, after-sales and money. */
import { term, type TermGroup } from './term.ts'

export const buyerTerms: TermGroup = {
  id: 'buyers',
  heading: { zh: '跟进、兑奖、售后', en: 'Follow-ups, prizes, after-sales' },
  terms: [
    term(
      'followup',
      ['跟进', '回头找没买成的买家：说了什么、下次几点再找。'],
      ['Follow-up', 'Going back to a buyer who did not finish: what was said, and when to ask again.'],
      { href: '/followups' },
    ),
    term(
      'lost',
      ['流失', '聊过没买的买家；记下为什么，第二天同一时间再联系。'],
      ['Lost buyer', 'Asked but did not buy; noted with why, contacted the next day at the same time.'],
      { href: '/followups' },
    ),
    term(
      'unpaid',
      ['拍下未付', '下了单没付款；截单前那一段时间催付，付了今天还能发。'],
      [
        'Unpaid order',
        'Placed but not paid; contacted just before the cutoff, for what is paid then still ships today.',
      ],
      { href: '/followups', keys: ['催付', '已拍未付款'] },
    ),
    term(
      'self-service',
      ['自拍', '没问客服、自己下单的买家；新客先谢一声，告诉他有事找谁。'],
      ['Self-service buyer', 'Bought without asking; new ones are thanked and told whom to contact.'],
      { href: '/followups' },
    ),
    term(
      'claim',
      ['兑奖', '买家来领中的奖，从登记到送到手的一条记录。'],
      ['Claim', 'A buyer asks for what they won: one record from entry until it is with them.'],
      { href: '/claims', keys: ['核销'] },
    ),
    term(
      'serial',
      ['中奖序列号', '每个中奖一个号，只能兑一次；截图不算数。'],
      ['Win serial number', 'One for each win, claimed once; a screenshot proves nothing.'],
      { href: '/claims/new' },
    ),
    term(
      'physical',
      ['实物奖品', '随订单寄的奖品，核对过才发；没核对，这一单就不进批次。'],
      ['Physical prize', 'Ships with an order once it is checked; unchecked it keeps the order out of the batch.'],
      { href: '/prizes' },
    ),
    term(
      'check',
      ['核奖', '按序列号到转盘后台查真中没中；自己登记的由别人核。'],
      ['Prize check', "Looks the serial number up in the wheel's own list; nobody checks their own claim."],
      { href: '/claims', keys: ['核对'] },
    ),
    term(
      'cashback',
      ['返现', '把钱返给买家：先写上售后表待打款，再由两个人经手打款。花钱买好评违法，默认关着。'],
      [
        'Cashback',
        'Money back to a buyer: on the sheet first, then paid by two people. Paying for reviews is illegal, so off.',
      ],
      { href: '/aftersales', keys: ['评价返现', '五星评价'] },
    ),
    term(
      'payout',
      ['打款', '一个人制单，另一个人付；每一笔都写平台的转账单号。'],
      ['Payout', "One person prepares it, another pays; each carries the platform's transfer number."],
      { href: '/payouts', keys: ['制单'] },
    ),
    term(
      'sheet',
      ['售后表', '答应买家、要售后办的事：归谁、几点前、怎么办好的。'],
      ['After-sales sheet', 'What was promised and after-sales does: whose it is, by when, and how it ended.'],
      { href: '/aftersales' },
    ),
    term(
      'rebuy',
      ['退了重拍', '退了又想要：请买家重拍，旧单退款不发，新单照常发。'],
      [
        'Refund and new order',
        'Wanted after all: bought anew; the old order is refunded and stays, the new one ships.',
      ],
      { href: '/refunds', keys: ['退款'] },
    ),
    term(
      'campaign',
      ['活动', '促销：做什么、几点到几点、怎么答买家。'],
      ['Campaign', 'A promotion: what it is, from when to when, and what to answer buyers.'],
      { href: '/campaigns' },
    ),
    term(
      'big-day',
      ['大促', '大活动那天；简单的商品、快递问题也可以转售后。'],
      ['Big day', 'The day of a large campaign: simple product and courier questions may go to after-sales too.'],
      { href: '/campaigns' },
    ),
  ],
}
