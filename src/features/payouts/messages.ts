/** The words of payouts: what is refused, what happened, what is told to people. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  notFound: '没有这笔打款，或者不归你的店铺',
  nothingToPay: '要从售后表的一条或一次兑奖来制单',
  entryNotToPay: '这条售后不是待打款，先在售后表里改成待打款',
  claimNotToPay: '这次兑奖还不能打款，或者已经付过',
  whatNeeded: '写一句付的是什么',
  amountWrong: '金额看不懂，写大于零的元，例如 5 或 12.80',
  tooMuch: (limit: string, other: string, wish: string) =>
    `超过订单金额：订单 ¥${limit}，别的打款 ¥${other}，这笔 ¥${wish}`,
  moreThanWorth: (limit: string, wish: string) => `超过答应的金额：答应 ¥${limit}，这笔 ¥${wish}`,
  noLimit: '没有订单也没有答应的金额，不知道最多能付多少。先在售后表补上订单或金额',
  hasOne: (who: string, when: string) => `${who} 已经在 ${when} 制了单，等付款，不用再制`,
  paidOne: (who: string, when: string) => `${who} 已经在 ${when} 付过，不能再付`,
  hasOneAlready: '刚有人制了单，不用再制',
  notWaiting: '这笔打款已经办过，没有保存。请看看现在的样子',
  notPaid: '这笔还没付过',
  faster: '刚有人办了这笔打款，没有保存。请看看现在的样子',
  ownPayout: '制单的人不能自己付款，请另一位来付',
  notYourWithdraw: '撤回由制单的人或主管来做；付款的人请退回',
  howNeeded: '写上平台的转账单号',
  numberNeeded: '要有平台的转账单号：至少六位，带数字；手机号不算',
  whyNeeded: '写一句为什么',
  noneChosen: '先选要付的',
  result: (amount: string, how: string) => `已付 ¥${amount}：${how}`,
  said: {
    prepared: (amount: string, buyer: string, what: string) => `制打款单 ¥${amount}：${buyer} ${what}`,
    paid: (amount: string, buyer: string) => `付了 ¥${amount} 给 ${buyer}`,
    refused: (amount: string, buyer: string) => `退回打款单 ¥${amount}：${buyer}`,
    withdrawn: (amount: string, buyer: string) => `撤回打款单 ¥${amount}：${buyer}`,
    came_back: (amount: string, buyer: string) => `打款没成，退回待打款：¥${amount} ${buyer}`,
    late: (amount: string, buyer: string) => `打款等了一个工作日以上，已告诉主管：¥${amount} ${buyer}`,
    alone: '允许制单的人自己付款',
    together: '制单和付款要两个人',
  },
  told: {
    paid: (who: string, amount: string, buyer: string) => `${who} 已付 ¥${amount} 给 ${buyer}`,
    refused: (who: string, amount: string, buyer: string, why: string) =>
      `${who} 退回打款单 ¥${amount}（${buyer}）：${why}`,
    came_back: (who: string, amount: string, buyer: string, why: string) =>
      `${who} 说打款没成 ¥${amount}（${buyer}）：${why}`,
    late: (n: number, amount: string) => `${n} 笔打款等了一个工作日以上，共 ¥${amount}`,
  },
}
const en: typeof zh = {
  notFound: 'There is no such payout in your shops',
  nothingToPay: 'A payout is prepared from a line of the after-sales sheet or from a claim',
  entryNotToPay: 'This line is not to be paid; change it on the after-sales sheet first',
  claimNotToPay: 'This claim is not to be paid yet, or has been paid',
  whatNeeded: 'Write one line: what is paid for',
  amountWrong: 'The amount is not understood: write yuan, more than nothing, for example 5 or 12.80',
  tooMuch: (limit, other, wish) =>
    `More than the order's amount: order ¥${limit}, other payouts ¥${other}, this one ¥${wish}`,
  moreThanWorth: (limit, wish) => `More than was promised: promised ¥${limit}, this one ¥${wish}`,
  noLimit:
    'There is neither an order nor an amount that was promised, so nothing says how much may be paid. Add one on the after-sales sheet',
  hasOne: (who, when) => `${who} prepared it at ${when} and it waits to be paid; once is enough`,
  paidOne: (who, when) => `${who} paid it at ${when}; it cannot be paid again`,
  hasOneAlready: 'Somebody has just prepared it; once is enough',
  notWaiting: 'This payout has been dealt with; nothing was saved. Look at how it stands now',
  notPaid: 'This one has not been paid',
  faster: 'Somebody has just dealt with this payout; nothing was saved. Look at how it stands now',
  ownPayout: 'Whoever prepared a payout does not pay it: somebody else has to',
  notYourWithdraw: 'It is withdrawn by whoever prepared it or a lead; who pays can refuse it',
  howNeeded: "Write the platform's number of the transfer",
  numberNeeded:
    "The platform's number of the transfer is needed: six characters at least, with digits; no phone number",
  whyNeeded: 'Write one line why',
  noneChosen: 'Pick those that are to be paid first',
  result: (amount, how) => `Paid ¥${amount}: ${how}`,
  said: {
    prepared: (amount, buyer, what) => `prepared a payout of ¥${amount}: ${buyer}, ${what}`,
    paid: (amount, buyer) => `paid ¥${amount} to ${buyer}`,
    refused: (amount, buyer) => `refused the payout of ¥${amount} to ${buyer}`,
    withdrawn: (amount, buyer) => `withdrew the payout of ¥${amount} to ${buyer}`,
    came_back: (amount, buyer) => `the payment of ¥${amount} to ${buyer} did not arrive, it is to be paid again`,
    late: (amount, buyer) => `payout waits longer than a working day, the leads were told: ¥${amount}, ${buyer}`,
    alone: 'whoever prepares a payout may pay it too',
    together: 'payouts need two people',
  },
  told: {
    paid: (who, amount, buyer) => `${who} paid ¥${amount} to ${buyer}`,
    refused: (who, amount, buyer, why) => `${who} refused the payout of ¥${amount} to ${buyer}: ${why}`,
    came_back: (who, amount, buyer, why) => `${who}: the payment of ¥${amount} to ${buyer} did not arrive: ${why}`,
    late: (n, amount) =>
      n === 1
        ? `1 payout of ¥${amount} waits longer than a working day`
        : `${n} payouts of ¥${amount} in all wait longer than a working day`,
  },
}
export const words = dictionary(zh, en)
