/** The words of the orders room. Reasons are worded so that a warehouse hand understands them. */
import { dictionary, type Lang, type Said } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { isColour, type Flag, type Meaning } from '../shops/flags.ts'
import type { HoldReason, OrderFacts, Why } from './verdict.ts'

const zh = {
  colours: {
    red: '红', yellow: '黄', green: '绿', blue: '蓝', purple: '紫', pink: '粉', cyan: '青', orange: '橙', grey: '灰',
  }, // prettier-ignore
  otherFlag: (code: string) => `旗 ${code}`,
  meanings: { ship: '发', hold: '缓', undecided: '待定' } satisfies Record<Meaning, string>,
  states: {
    unpaid: '没付款',
    paid: '等发货',
    partly_shipped: '发了一部分',
    shipped: '已发货',
    done: '交易成功',
    closed: '已关闭',
    unknown: '认不出的状态',
  } satisfies Record<OrderFacts['state'], string>,
  refunds: { none: '没有', asked: '买家申请了', refunded: '已退款' } satisfies Record<OrderFacts['refund'], string>,
  reasons: {
    ship_later: '买家要晚点发',
    information: '等信息',
    refund_talk: '退款在谈',
    internal: '内部不发',
    other: '别的',
  } satisfies Record<HoldReason, string>,
  why: {
    unpaid: '还没付款',
    closed: '订单已关闭',
    refund_asked: '买家申请了退款',
    refund_agreed: '退了重拍，这一单不发',
    refunded: '已退款',
    address_changed: '地址变了，等人核对',
    hold_without_date: '暂缓旗没写原因和日期',
    shipped: '已经发货',
    memo_changed: '平台上的备注变了',
    flag_changed: '平台上的旗变了，等人定',
    status_changed: '平台上的状态变了，等人定',
    unknown_status: (status: string) => `认不出平台状态“${status}”`,
    flag_undecided: (flag: string) => `旗没定：${flag}`,
    held: (until: string, reason: string, note: string) => `暂缓到 ${until}：${reason}${note && `，${note}`}`,
    gift_question: (what: string) => `赠品没写备注：${what}`,
    prize_unchecked: (what: string) => `奖品没核对：${what}`,
    paid_after_cutoff: (next: string) => `截单后才付款，${next} 发`,
    rest_day: (next: string) => `今天不发货，${next} 发`,
    missed_cutoff: (next: string) => `没赶上今天的批次，${next} 发`,
    in_batch_of: (day: string) => `已在 ${day} 的批次里`,
  },
  refused: {
    sameFlag: '选的订单已经是这个旗，没有要改的。只想补一句，请在订单页写备注。',
    remarkNeeded: '改旗要写备注，说明为什么',
    remarkTooLong: (most: number) => `备注最多 ${most} 个字`,
    reasonNeeded: '暂缓要选原因',
    promiseNeeded: '要填答应买家的发货日期',
    reviewNeeded: '要填哪天再看，没有日期的暂缓会被忘掉',
    dueInPast: '日期要今天或以后',
    tooMany: (most: number) => `一次最多 ${most} 单，请分几次`,
    none: '先选订单',
    notFound: '没有这一单，或者不归你的店铺',
    faster: '有人刚改过这一单，没有保存。请看看现在的样子再定',
    settled: '这条暂缓已经了结了',
    shippingFlagNeeded: '放行要用“发”的旗',
    sameDate: '还是原来的日期，请换一天',
    stopFirst: '包裹已在批次里，先停包裹再取消订单',
    nobodyHere: '这个人不在这家店，或者不管订单',
    hasIt: '本来就归这个人',
    textNeeded: '写点什么再存',
    whatNeeded: '写清楚送什么',
    whatTooLong: (most: number) => `送什么最多 ${most} 个字，多的写进备注`,
    quantityWrong: (most: number) => `数量要 1 到 ${most}`,
    prizeByClaim: '奖品由兑奖登记管，请到兑奖那里撤回',
    giftTwice: '这个赠品已经答应过了，要改数量请先收回',
    giftPacked: '已经装进包裹，或者已经收回',
    giftExplained: '备注已经写过了',
    parcelPacked: '包裹已装好，加不进赠品了',
    notOpen: '已发货或已关闭，加不进赠品了',
    notYours: '只能撤销你自己的操作',
    notLast: '只能撤销你最后一次改旗',
    undone: '这一步已经撤销过了',
    nothingToUndo: '没有可以撤销的改旗',
    nothingKept: '这一单没有留原文，或者已经到期删掉了',
    movedOn: (tid: string) => `订单 ${tid} 后来又变了，撤销不了，请直接改`,
    printed: (tid: string) => `订单 ${tid} 已经进了批次或打印了，撤销不了。要拦请停包裹`,
  },
  remarkKinds: {
    note: '备注',
    flag: '改旗',
    address: '改地址',
    special: '特殊要求',
    promise: '答应的日期',
    gift: '赠品',
    prize: '奖品',
    packing: '打包要求',
  },
  happened: {
    other: (kind: string) => kind,
    comma: '，',
    colon: '：',
    flag: (was: string, is: string) => (was === is ? `${is}旗` : `${was} → ${is}`),
    held: (until: string, reason: string, note: string) => `暂缓到 ${until}：${reason}${note && `，${note}`}`,
    released: '放行',
    releasedUrgent: '放行，加急',
    undone: '撤销改旗',
    remarked: (kind: string) => `写了${kind}`,
    promised: (what: string) => `答应赠品 ${what}`,
    explained: (what: string) => `给赠品补备注 ${what}`,
    withdrawn: (what: string) => `收回赠品 ${what}`,
    postponed: (until: string) => `暂缓改期到 ${until}`,
    cancelled: '取消订单，已退款',
    given: (owner: string) => `暂缓交给 ${owner}`,
    revealed: '看了买家资料的原文',
    forgotten: (count: number) => `删掉了 ${count} 单买家资料的原文`,
    alerted: (due: string) => `暂缓 ${due} 到期没结，已提醒主管`,
    overdue: (due: string) => `暂缓 ${due} 到期，截单时还没结`,
  },
  skips: {
    same: '已经是这个旗',
    changed_meanwhile: '有人刚改过旗，请看看现在的再定',
    not_open: '已发货或已关闭',
    packed: '包裹已装好，要拦请停包裹',
    settle_hold_first: '暂缓中，先用发货的旗放行',
    not_a_flag_here: '这家店的平台没有这个旗',
  },
}

const en: typeof zh = {
  colours: {
    red: 'Red', yellow: 'Yellow', green: 'Green', blue: 'Blue', purple: 'Purple', pink: 'Pink', cyan: 'Cyan',
    orange: 'Orange', grey: 'Grey',
  }, // prettier-ignore
  otherFlag: (code) => `Flag ${code}`,
  meanings: { ship: 'ship', hold: 'hold', undecided: 'undecided' },
  states: {
    unpaid: 'Unpaid',
    paid: 'To be shipped',
    partly_shipped: 'Partly shipped',
    shipped: 'Shipped',
    done: 'Completed',
    closed: 'Closed',
    unknown: 'Unknown status',
  },
  refunds: { none: 'None', asked: 'Requested', refunded: 'Refunded' },
  reasons: {
    ship_later: 'Buyer asked to ship later',
    information: 'Waiting for information',
    refund_talk: 'Refund under discussion',
    internal: 'Not to be shipped (internal)',
    other: 'Other',
  },
  why: {
    unpaid: 'not paid yet',
    closed: 'order closed',
    refund_asked: 'refund requested',
    refund_agreed: 'refunded and bought anew, this one does not ship',
    refunded: 'refunded',
    address_changed: 'address changed, to be checked',
    hold_without_date: 'hold flag without reason and date',
    shipped: 'already shipped',
    memo_changed: 'memo changed on the platform',
    flag_changed: 'flag changed on the platform, to be decided',
    status_changed: 'status changed on the platform, to be decided',
    unknown_status: (status) => `unknown platform status "${status}"`,
    flag_undecided: (flag) => `flag undecided: ${flag}`,
    held: (until, reason, note) => `held until ${until}: ${reason}${note && `, ${note}`}`,
    gift_question: (what) => `gift without remark: ${what}`,
    prize_unchecked: (what) => `prize not checked: ${what}`,
    paid_after_cutoff: (next) => `paid after the cutoff, ships ${next}`,
    rest_day: (next) => `no shipping today, ships ${next}`,
    missed_cutoff: (next) => `missed today's batch, ships ${next}`,
    in_batch_of: (day) => `already in the batch of ${day}`,
  },
  refused: {
    sameFlag:
      'The picked orders have this flag already; nothing was changed. To add a word, write a remark on the order.',
    remarkNeeded: 'A flag change needs a remark that says why',
    remarkTooLong: (most) => `A remark has ${most} characters at most`,
    reasonNeeded: 'A hold needs a reason',
    promiseNeeded: 'Enter the ship date promised to the buyer',
    reviewNeeded: 'Enter the day to look at it again: a hold without a date is forgotten',
    dueInPast: 'The date must be today or later',
    tooMany: (most) => `At most ${most} orders at once; please do it in several steps`,
    none: 'Select orders first',
    notFound: 'There is no such order, or it belongs to another shop',
    faster: 'Somebody has just changed this order; nothing was saved. Please look at it again and decide',
    settled: 'This hold has been settled already',
    shippingFlagNeeded: 'A release needs a flag that ships',
    sameDate: 'This is the date it has; please choose another',
    stopFirst: 'The parcel is in a batch: stop it before you cancel the order',
    nobodyHere: 'This person does not work for the shop, or not with orders',
    hasIt: 'This person has it already',
    textNeeded: 'Write something before saving',
    whatNeeded: 'Say what is given',
    whatTooLong: (most) => `${most} characters at most; the rest belongs in the remark`,
    quantityWrong: (most) => `A quantity is 1 to ${most}`,
    prizeByClaim: 'A prize belongs to its claim: withdraw it there',
    giftTwice: 'This gift is promised already; to change its quantity, withdraw it first',
    giftPacked: 'It is packed, or withdrawn, already',
    giftExplained: 'Its remark is written already',
    parcelPacked: 'The parcel is packed: nothing can be added to it',
    notOpen: 'Shipped or closed: nothing can be added to it',
    notYours: 'You can undo only what you did yourself',
    notLast: 'Only your last flag action can be undone',
    undone: 'This has been undone already',
    nothingToUndo: 'There is no flag action to undo',
    nothingKept: 'Nothing of this buyer is kept in the clear, or not any more',
    movedOn: (tid) => `Order ${tid} has changed since and cannot be undone; please change it directly`,
    printed: (tid) => `Order ${tid} is in a batch or printed and cannot be undone. To hold it back, stop the parcel`,
  },
  remarkKinds: {
    note: 'Note',
    flag: 'Flag change',
    address: 'Address change',
    special: 'Special request',
    promise: 'Promised date',
    gift: 'Gift',
    prize: 'Prize',
    packing: 'Packing request',
  },
  happened: {
    other: (kind) => kind,
    comma: ', ',
    colon: ': ',
    flag: (was, is) => (was === is ? `Flag ${is}` : `${was} → ${is}`),
    held: (until, reason, note) => `held until ${until}: ${reason}${note && `, ${note}`}`,
    released: 'released',
    releasedUrgent: 'released, urgent',
    undone: 'Flag action undone',
    remarked: (kind) => `Remark: ${kind}`,
    promised: (what) => `Promised a gift: ${what}`,
    explained: (what) => `Explained the gift: ${what}`,
    withdrawn: (what) => `Withdrew the gift: ${what}`,
    postponed: (until) => `Hold postponed to ${until}`,
    cancelled: 'Order cancelled and refunded',
    given: (owner) => `Hold given to ${owner}`,
    revealed: "Looked at the buyer's data in the clear",
    forgotten: (count) => `deleted the buyers' data in the clear of ${count} ${count === 1 ? 'order' : 'orders'}`,
    alerted: (due) => `Hold due ${due} not settled: supervisors alerted`,
    overdue: (due) => `Hold due ${due} was not settled at the cutoff`,
  },
  skips: {
    same: 'has this flag already',
    changed_meanwhile: 'somebody has just changed its flag: please look again and decide',
    not_open: 'shipped or closed',
    packed: 'the parcel is packed; to hold it back, stop the parcel',
    settle_hold_first: 'on hold: release it with a shipping flag first',
    not_a_flag_here: "this shop's platform has no such flag",
  },
}

export const words = dictionary(zh, en)
type Words = typeof zh

/** A refusal in its reader's language: `say((t) => t.refused.same)`. */
export const say =
  (pick: (t: Words, lang: Lang) => string): Said =>
  (lang) =>
    pick(words(lang), lang)

/** "紫", "Purple"; a number that no table names: "旗 7". */
export const flagWord = (flag: Flag, lang: Lang): string =>
  isColour(flag) ? words(lang).colours[flag] : words(lang).otherFlag(flag.replace('code-', ''))
export const meaningWord = (meaning: Meaning, lang: Lang): string => words(lang).meanings[meaning]
export const stateWord = (state: OrderFacts['state'], lang: Lang): string => words(lang).states[state]
export const refundWord = (refund: OrderFacts['refund'], lang: Lang): string => words(lang).refunds[refund]
export const holdReasonWord = (reason: HoldReason, lang: Lang): string => words(lang).reasons[reason]

/** One reason why an order stays behind, as a person says it. */
export function whyWord(why: Why, lang: Lang): string {
  const t = words(lang).why
  switch (why.code) {
    case 'unknown_status':
      return t.unknown_status(why.status)
    case 'flag_undecided':
      return t.flag_undecided(flagWord(why.flag, lang))
    case 'held':
      return t.held(dayWord(why.until, lang), holdReasonWord(why.reason, lang), why.note)
    case 'gift_question':
    case 'prize_unchecked':
      return t[why.code](why.what)
    case 'paid_after_cutoff':
    case 'rest_day':
    case 'missed_cutoff':
      return t[why.code](dayWord(why.next, lang))
    case 'in_batch_of':
      return t.in_batch_of(dayWord(why.day, lang))
    default:
      return t[why.code]
  }
}
