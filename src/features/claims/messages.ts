/** Words of claims that leave their pages: kinds, states, refusals, what people are told, the log. */
import { AppError, refusalsIn, type ErrorCode } from '../../core/errors.ts'
import { dictionary, type Lang } from '../../core/i18n.ts'

const zh = {
  title: '兑奖',
  report: {
    prizes: '登记的奖品',
    list: '今晚的实物奖品，等核对',
    columns: {
      serial: '中奖序列号',
      what: '奖品',
      quantity: '数量',
      buyer: '买家',
      order: '订单号',
      by: '谁登记',
      at: '几点',
      state: '状态',
    },
  },
  kinds: { physical: '实物奖品', coupon: '店铺抽奖优惠券', review: '五星评价', favourites: '收藏送优惠券' },
  states: {
    to_check: '待核对',
    passed: '核过',
    failed: '没中',
    waiting_trade: '等交易成功',
    to_pay: '待打款',
    paid: '已打款',
    given: '当场给了',
    withdrawn: '撤回',
  },
  homeless: '核过，没包裹',
  settled: '没中，已告知',
  much: (what: string, quantity: number) => (quantity > 1 ? `${what} ×${quantity}` : what),
  /** What the warehouse reads on the order. */
  remark: (what: string, quantity: number, serial: string) => `奖品 ${what} ×${quantity}，中奖序列号 ${serial}，已核对`,
  offRemark: (what: string, quantity: number) => `奖品 ${what} ×${quantity} 取消，不要放`,
  task: (what: string, buyer: string) => `没核过：${buyer} 的 ${what}。改备注，联系买家`,
  orderClosed: '订单关闭了',
  withdrawnResult: (why: string) => `兑奖撤回：${why}`,
  announce: {
    check: (by: string, what: string, buyer: string) => `请核对：${buyer} 中了 ${what}（${by} 登记）`,
    morning: (n: number) => `${n} 件实物奖品等你核对，夜里登记的都在里面`,
    passed: (what: string, buyer: string) => `核过了：${buyer} 的 ${what}，随订单发`,
    homeless: (what: string, buyer: string) => `${buyer} 的 ${what} 核过了，但订单赶不上，换一个订单`,
    failed: (what: string, buyer: string, why: string) => `没核过：${buyer} 的 ${what}（${why}）`,
    payable: (what: string, buyer: string) => `${buyer} 的交易成功了，${what} 上了售后表`,
    lost: (what: string, buyer: string) => `${buyer} 的订单关闭了，${what} 不能兑了，告诉买家`,
    orderless: (what: string, buyer: string) => `${buyer} 的订单关闭了，${what} 要换一个订单`,
    late: (n: number) => `${n} 件兑奖等得太久`,
  },
  log: {
    made: (kind: string, buyer: string, what: string) => `登记${kind}：${buyer} ${what}`,
    passed: (buyer: string, what: string) => `核过：${buyer} 的 ${what}`,
    matched: (buyer: string, what: string) => `转盘名单里有，自动核过：${buyer} 的 ${what}`,
    failed: (buyer: string, what: string) => `没核过：${buyer} 的 ${what}`,
    unchecked: (buyer: string, what: string) => `重新核对：${buyer} 的 ${what}`,
    corrected: (buyer: string, from: string, to: string) => `改了 ${buyer} 的中奖序列号：${from} → ${to}`,
    settled: (buyer: string, what: string) => `告知 ${buyer} 没中 ${what}`,
    moved: (buyer: string, what: string) => `${buyer} 的 ${what} 换了订单`,
    waived: (what: string) => `订单先发，不等 ${what}`,
    unwaived: (what: string) => `订单还是等 ${what}`,
    payable: (buyer: string, what: string) => `交易成功，${buyer} 的 ${what} 待打款`,
    early: (buyer: string, what: string) => `提前打款：${buyer} 的 ${what}`,
    paid: (buyer: string, what: string) => `已打款：${buyer} 的 ${what}`,
    unpaid: (buyer: string, what: string) => `打款退回：${buyer} 的 ${what}`,
    lost: (buyer: string, what: string) => `订单关闭，不能兑：${buyer} 的 ${what}`,
    orderless: (buyer: string, what: string) => `订单关闭，等换订单：${buyer} 的 ${what}`,
    withdrawn: (buyer: string, what: string) => `撤回：${buyer} 的 ${what}`,
    pictured: (buyer: string) => `给 ${buyer} 的登记加了截图`,
    forgotten: (n: number) => `到期删掉 ${n} 张截图`,
    settings: (names: string) => `改了兑奖设置：${names}`,
    setting: { prizeCheckers: '核奖人', claimDays: '等多久算久' },
    reviewsOn: '打开了五星评价奖励，已读法律提示',
    reviewsOff: '关掉了五星评价奖励',
  },
  // refusals
  notFound: '没有这件兑奖，或者不归你的店铺。',
  noPicture: '没有这张图，或者已到期删掉了。',
  faster: '刚有人动过这件，请看最新的再做。',
  notNow: '它现在的状态不能这样做，请看最新的。',
  serialNeeded: '要写中奖序列号。截图（转盘、页面）不能证明中奖。',
  serialLong: '序列号太长了，最多 64 个字。',
  claimedAlready: (state: string, who: string, when: string) => `这个序列号兑过了：${who} ${when} 登记，${state}。`,
  pictureNoProof: '抽奖不收截图：图能改，不能证明中奖。请写中奖序列号。',
  pictureNeeded: '收藏送优惠券要有买家的截图。',
  pictureKind: '只收 PNG、JPEG、WebP 图片。',
  pictureLarge: '图片太大了，最多 3 MB。',
  picturesMany: '这条已经有十张图片了，够用了。',
  orderNeeded: '要写订单号，或它的最后几位。',
  orderUnknown: '本店没有这个订单。',
  orderSeveral: '这几位数对上了不止一个订单，请多写几位。',
  orderClosedNow: '这个订单关闭了。请写买家的另一个订单。',
  orderTooLate: '那个订单也赶不上了：已打包或已发货。请换一个。',
  orderSame: '就在这个订单上。',
  otherBuyer: '那是另一位买家的订单。',
  buyerNeeded: '请写买家的账号，或订单号。',
  buyerLong: '这不像买家的账号，最多 60 个字。',
  prizeNeeded: '请选是哪个奖品。目录里没有的，请主管先加进目录。',
  prizeWrong: '这个奖品不能兑：已停兑、活动还没开始，或者种类不对。',
  whatNeeded: '请写是什么奖品。',
  left: (left: number) => (left ? `这个奖品只剩 ${left} 份。` : '这个奖品已经兑完了。'),
  quantityWrong: '数量写 1 到 99。',
  worthNeeded: '请写金额，元，例如 5 或 12.80，最多 10000。',
  worthInAll: '合起来超过 100000 元了，请把数量改少。',
  reviewsOff: '五星评价奖励没有打开：付钱买好评违反反不正当竞争法。要开请找店长，在设置 · 兑奖。',
  notChecker: '这件不归你核对。请找核奖人或主管。',
  ownClaim: '自己登记或改过的，要由别人核对。',
  whyNotWon: '没中要写一句为什么。',
  whyNeeded: '要写一句为什么。',
  sameSerial: '序列号没有变。请写对的号，或写一句怎么回事。',
  needsAftersales: '交易成功前打款要售后同意。请找售后或主管。',
  needsLead: '先发订单、不等奖品，要主管决定。',
  beingPaid: '它的付款单已经制好。请先在打款里退回。',
  waivedAlready: '已经决定先发，不等它了。',
  notWaived: '订单本来就在等它。',
  howNeeded: '请写一句怎么付的。',
  checkersWrong: '请选本店能核对的人。',
  daysWrong: '天数写 1 到 30。',
  readFirst: '打开前请先看完法律提示，并勾上。',
}

const en: typeof zh = {
  title: 'Claims',
  report: {
    prizes: 'Prizes entered',
    list: 'Physical prizes of the night, to be checked',
    columns: {
      serial: 'Win serial number',
      what: 'Prize',
      quantity: 'Quantity',
      buyer: 'Buyer',
      order: 'Order',
      by: 'Entered by',
      at: 'At',
      state: 'State',
    },
  },
  kinds: {
    physical: 'Physical prize',
    coupon: 'Lottery coupon',
    review: 'Five-star review',
    favourites: 'Favourites coupon',
  },
  states: {
    to_check: 'to be checked',
    passed: 'won',
    failed: 'not won',
    waiting_trade: 'waits for the trade',
    to_pay: 'to be paid',
    paid: 'paid',
    given: 'given on the spot',
    withdrawn: 'withdrawn',
  },
  homeless: 'won, no parcel',
  settled: 'not won, buyer told',
  much: (what, quantity) => (quantity > 1 ? `${what} ×${quantity}` : what),
  remark: (what, quantity, serial) => `Prize ${what} ×${quantity}, win ${serial}, checked`,
  offRemark: (what, quantity) => `Prize ${what} ×${quantity} cancelled: do not pack it`,
  task: (what, buyer) => `Not won: ${what} of ${buyer}. Correct the remark, contact the buyer`,
  orderClosed: 'The order was closed',
  withdrawnResult: (why) => `The claim was withdrawn: ${why}`,
  announce: {
    check: (by, what, buyer) => `Please check: ${buyer} won ${what} (entered by ${by})`,
    morning: (n) =>
      n === 1
        ? '1 physical prize waits for your check, the night shift’s included'
        : `${n} physical prizes wait for your check, the night shift’s included`,
    passed: (what, buyer) => `Checked: ${what} of ${buyer} travels with the order`,
    homeless: (what, buyer) => `${what} of ${buyer} is won, but too late for its order: choose another order`,
    failed: (what, buyer, why) => `Not won: ${what} of ${buyer} (${why})`,
    payable: (what, buyer) => `The trade of ${buyer} has succeeded: ${what} is on the after-sales sheet`,
    lost: (what, buyer) => `The order of ${buyer} was closed: ${what} cannot be claimed, tell the buyer`,
    orderless: (what, buyer) => `The order of ${buyer} was closed: ${what} needs another order`,
    late: (n) => (n === 1 ? '1 claim has waited too long' : `${n} claims have waited too long`),
  },
  log: {
    made: (kind, buyer, what) => `entered a claim (${kind}): ${what} of ${buyer}`,
    passed: (buyer, what) => `checked ${what} of ${buyer}: won`,
    matched: (buyer, what) => `the wheel's list has it: ${what} of ${buyer} is won`,
    failed: (buyer, what) => `checked ${what} of ${buyer}: not won`,
    unchecked: (buyer, what) => `to be checked anew: ${what} of ${buyer}`,
    corrected: (buyer, from, to) => `corrected the serial number of ${buyer}: ${from} → ${to}`,
    settled: (buyer, what) => `told ${buyer} that ${what} is not won`,
    moved: (buyer, what) => `moved ${what} of ${buyer} to another order`,
    waived: (what) => `lets the order go without ${what}`,
    unwaived: (what) => `lets the order wait for ${what}`,
    payable: (buyer, what) => `the trade has succeeded: ${what} of ${buyer} is to be paid`,
    early: (buyer, what) => `to be paid before the trade has succeeded: ${what} of ${buyer}`,
    paid: (buyer, what) => `paid ${what} of ${buyer}`,
    unpaid: (buyer, what) => `the payout came back: ${what} of ${buyer}`,
    lost: (buyer, what) => `the order was closed: ${what} of ${buyer} cannot be claimed`,
    orderless: (buyer, what) => `the order was closed: ${what} of ${buyer} waits for another`,
    withdrawn: (buyer, what) => `withdrew ${what} of ${buyer}`,
    pictured: (buyer) => `added a picture to the claim of ${buyer}`,
    forgotten: (n) => (n === 1 ? 'deleted 1 picture that was kept long enough' : `deleted ${n} pictures that were kept long enough`), // prettier-ignore
    settings: (names) => `changed the settings of claims: ${names}`,
    setting: { prizeCheckers: 'checkers', claimDays: 'how long is too long' },
    reviewsOn: 'switched review rewards on, having read the legal warning',
    reviewsOff: 'switched review rewards off',
  },
  notFound: 'There is no such claim, or it belongs to another shop.',
  noPicture: 'There is no such picture, or it was kept long enough and deleted.',
  faster: 'Somebody has just changed this claim: look at it anew, then go on.',
  notNow: 'That cannot be done as it stands now: look at it anew.',
  serialNeeded: 'A serial number is needed. A screenshot (of the wheel, of a page) never proves a win.',
  serialLong: 'The serial number is too long: at most 64 characters.',
  claimedAlready: (state, who, when) => `This serial number was claimed: entered by ${who} ${when}, ${state}.`,
  pictureNoProof:
    'Lotteries take no screenshots: a picture can be edited and never proves a win. Write the serial number.',
  pictureNeeded: "A favourites coupon needs the buyer's screenshot.",
  pictureKind: 'Only PNG, JPEG and WebP pictures are taken.',
  pictureLarge: 'The picture is too large: 3 MB at most.',
  picturesMany: 'This claim has ten pictures already: that is enough.',
  orderNeeded: 'Write the order number or its last digits.',
  orderUnknown: 'This shop has no such order.',
  orderSeveral: 'These digits fit more than one order: write a few more.',
  orderClosedNow: 'This order is closed. Write another order of the buyer.',
  orderTooLate: 'It is too late for that order too: it is packed or shipped. Choose another.',
  orderSame: 'It is on this order already.',
  otherBuyer: 'That is the order of another buyer.',
  buyerNeeded: "Write the buyer's account, or an order number.",
  buyerLong: 'This does not look like an account: at most 60 characters.',
  prizeNeeded: 'Choose the prize. If the catalogue lacks it, a supervisor adds it first.',
  prizeWrong: 'This prize cannot be claimed: it has ended, its campaign has not begun, or it is of another kind.',
  whatNeeded: 'Write what the prize is.',
  left: (left) => (left ? `Only ${left} of this prize are left.` : 'Nothing is left of this prize.'),
  quantityWrong: 'The quantity is 1 to 99.',
  worthNeeded: 'Write the amount in yuan, for example 5 or 12.80, at most 10000.',
  worthInAll: 'In all that is more than 100000 yuan: please lower the quantity.',
  reviewsOff:
    'Review rewards are off: paying for good reviews breaks the Anti-Unfair Competition Law. A manager can switch them on under Settings · Claims.',
  notChecker: 'This is not yours to check. Ask the checker or a supervisor.',
  ownClaim: 'What you entered or corrected yourself is checked by somebody else.',
  whyNotWon: 'Write one line why it is not won.',
  whyNeeded: 'Write one line why.',
  sameSerial: 'The serial number is the same. Write the right one, or one line what happened.',
  needsAftersales: 'Paying before the trade has succeeded needs after-sales. Ask them or a supervisor.',
  needsLead: 'A supervisor decides whether an order goes without its prize.',
  beingPaid: 'Its payout is prepared. Refuse that first.',
  waivedAlready: 'It is decided already that the order goes without it.',
  notWaived: 'The order waits for it as it is.',
  howNeeded: 'Write one line how it was paid.',
  checkersWrong: 'Choose people of this shop who may check.',
  daysWrong: 'Write 1 to 30 days.',
  readFirst: 'Read the legal warning and tick it first.',
}

export const words = dictionary(zh, en)
export const refusal = refusalsIn(words)

/** One that says a number or a name; `field` is the form's field that is to be mended. */
export function refusalWith(code: ErrorCode, field: string, pick: (t: ReturnType<typeof words>) => string): AppError {
  const say = (lang: Lang) => pick(words(lang))
  return new AppError(code, say, { [field]: say })
}

type Worded = {
  kind: keyof (typeof zh)['kinds']
  state: keyof (typeof zh)['states']
  endedAt: number | null
  what: string
  quantity: number
}

export const kindWord = ({ kind }: Pick<Worded, 'kind'>, lang: Lang): string => words(lang).kinds[kind]
export function stateWord({ state, endedAt }: Pick<Worded, 'state' | 'endedAt'>, lang: Lang): string {
  const t = words(lang)
  if (state === 'passed' && endedAt === null) return t.homeless
  return state === 'failed' && endedAt !== null ? t.settled : t.states[state]
}
/** With its serial number: one buyer may have won the same thing twice. */
export const namedOf = (claim: Pick<Worded, 'what' | 'quantity'> & { serial: string | null }, lang: Lang): string =>
  [muchOf(claim, lang), claim.serial].filter(Boolean).join(' ')

/** "陶瓷杯 ×2" */
export const muchOf = ({ what, quantity }: Pick<Worded, 'what' | 'quantity'>, lang: Lang): string =>
  words(lang).much(what, quantity)
