/** Words of the after-sales sheet that leave its pages: kinds, states, refusals, messages, the log. */
import { refusalsIn } from '../../core/errors.ts'
import { dictionary, type Lang } from '../../core/i18n.ts'

const zh = {
  title: '售后表',
  kinds: {
    coupon: '优惠券',
    review: '评价返现',
    quality: '质量问题',
    courier: '快递问题',
    refund: '退款',
    bad_review: '差评',
    other: '其他',
    product_question: '问产品',
    maker_question: '问厂家',
    courier_question: '问快递',
  },
  states: {
    open: '待处理',
    waiting_buyer: '等买家',
    waiting_warehouse: '等仓库',
    to_pay: '待打款',
    done: '已办完',
  },
  one: (kind: string, buyer: string, promised: string) => `${kind} ${buyer}：${promised}`,
  announce: {
    given: (by: string, what: string, due: string) => `${by} 交给你：${what}（${due} 前）`,
    overdue: (what: string, who: string) => `售后过了时间没办：${what}（${who}）`,
  },
  nobody: '没人',
  doneWith: (result: string) => `办完：${result}`,
  movedTo: (due: string) => `改到 ${due} 前`,
  rest: (n: number) => `另有 ${n} 条售后，在售后表里`,
  // refusals
  notFound: '没有这条售后，或者不归你的店铺。',
  notYours: '这条不归你。请找它的负责人、售后或主管。',
  faster: '刚有人改过这条，请看最新的再做。',
  endedAlready: '已经办完了，请看最新的。',
  notEnded: '它还没办完，不用再打开。',
  answerYourself: '产品、厂家、简单的快递问题由客服自己回答买家，不转售后。大促当天除外。',
  reviewsOff: '本店没有开评价返现。经理可以在店铺设置里打开，打开前请看那里的法律提示。',
  buyerNeeded: '请写订单号，或买家的账号。',
  buyerTooLong: '这不像买家的账号。请写订单号，或只写账号。',
  orderUnknown: '本店没有这个订单。请看订单号，或写买家的账号。',
  promisedNeeded: '请写一句：答应了买家什么。',
  resultNeeded: '请写一句：怎么办好的。',
  whyNeeded: '请写一句为什么。',
  amountNeeded: '要打款的，请写多少钱。',
  amountWrong: '金额看不懂。请写元，例如 5 或 12.80，最多 100000。',
  sameState: '已经是这个状态了。',
  hasItAlready: '已经归这个人了。',
  nobodyHere: '请选本店能看售后表的人。',
  dueWrong: '请写清楚哪天、几点，例如 11-21 17:30，要在以后。',
  sameDue: '和原来的时间一样。',
  twin: '这位买家的这个订单已经有一条没办完的。看一下它；确实是另一件事，勾上“还是要记”。',
  toPay: '待打款的在打款里付掉才算办完。不用付了，先改成别的状态，写明原因。',
  beingPaid: '它的付款单已经制好。请先在打款里付掉、退回或撤回。',
  claimOpen: '它来自一个兑奖：打款付掉，或在兑奖里撤回，这条就跟着办完。',
  hoursWrong: '请写 1 到 80 个工作小时。',
}

const en: typeof zh = {
  title: 'After-sales',
  kinds: {
    coupon: 'coupon',
    review: 'review reward',
    quality: 'quality',
    courier: 'courier',
    refund: 'refund',
    bad_review: 'bad review',
    other: 'other',
    product_question: 'product question',
    maker_question: 'maker question',
    courier_question: 'courier question',
  },
  states: {
    open: 'to do',
    waiting_buyer: 'waits for the buyer',
    waiting_warehouse: 'waits for the warehouse',
    to_pay: 'to be paid',
    done: 'done',
  },
  one: (kind, buyer, promised) => `${kind}, ${buyer}: ${promised}`,
  announce: {
    given: (by, what, due) => `${by} gave you: ${what} (by ${due})`,
    overdue: (what, who) => `After-sales past its time: ${what} (${who})`,
  },
  nobody: 'nobody',
  doneWith: (result) => `Done: ${result}`,
  movedTo: (due) => `Moved to ${due}`,
  rest: (n) => (n === 1 ? '1 more line is on the after-sales sheet' : `${n} more lines are on the after-sales sheet`),
  notFound: 'There is no such line, or it belongs to another shop.',
  notYours: 'This line is not yours. Ask its owner, after-sales or a supervisor.',
  faster: 'Somebody has just changed this line: look at it anew, then go on.',
  endedAlready: 'It is done already: please look at it anew.',
  notEnded: 'It is still open.',
  answerYourself:
    'Questions about products, the maker and simple ones about the courier are answered by the agent and not passed on, except on the day of a big campaign.',
  reviewsOff:
    'This shop does not reward reviews. A manager can switch it on in the shop settings, after the legal notice there.',
  buyerNeeded: "Write an order number or the buyer's account.",
  buyerTooLong: 'This does not look like an account. Write an order number, or the account alone.',
  orderUnknown: "This shop has no such order. Check the number, or write the buyer's account.",
  promisedNeeded: 'Write one line: what the buyer was promised.',
  resultNeeded: 'Write one line: how it was settled.',
  whyNeeded: 'Write one line why.',
  amountNeeded: 'What is to be paid needs an amount.',
  amountWrong: 'The amount is not understood. Write yuan, for example 5 or 12.80, at most 100000.',
  sameState: 'That is its state already.',
  hasItAlready: 'This person has it already.',
  nobodyHere: 'Choose somebody of this shop who sees the after-sales sheet.',
  dueWrong: 'Write the day and the time, for example 11-21 17:30, later than now.',
  sameDue: 'That is the time it has already.',
  twin: "This buyer's order has an open line already. Look at it; if this is another matter, tick “enter it even so”.",
  toPay:
    'What is to be paid ends with its payout. If nothing is to be paid any more, set another state first and say why.',
  beingPaid: 'Its payout is prepared. Pay, refuse or withdraw that first.',
  claimOpen: 'It comes from a prize claim: pay it out, or withdraw the claim, and this line ends with it.',
  hoursWrong: 'Write 1 to 80 working hours.',
}

export const words = dictionary(zh, en)
export const refusal = refusalsIn(words)

export const kindWord = (kind: keyof typeof zh.kinds, lang: Lang) => words(lang).kinds[kind]
export const stateWord = (state: keyof typeof zh.states, lang: Lang) => words(lang).states[state]
