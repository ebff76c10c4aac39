/** The words of gift rules: what a rule says, why an order gets a gift or not, what is refused. */
import { dictionary, type Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import { shortOf } from '../../core/time.ts'
import type { Because, Fulfilled, Rule } from './rules.ts'

const zh = {
  anyItem: '任意商品',
  item: (item: string) => `「${item}」`,
  quantity: (item: string, n: number) => (n === 1 ? `买${item}` : `买${item}满 ${n} 件`),
  amount: (paid: string) => `付满 ¥${paid}`,
  paidFromTo: (from: string, to: string) => `${from} 到 ${to} 付款`,
  paidFrom: (from: string) => `${from} 起付款`,
  paidUntil: (to: string) => `${to} 前付款`,
  gives: (gift: string, n: number) => `送 ${gift} ×${n}`,
  comma: '，',
  fulfilled: (n: number, item: string, paid: string) => `${item} ${n} 件，实付 ¥${paid}`,
  remark: (rule: string, why: string) => `按送礼规则「${rule}」：${why}`,
  because: {
    off: '规则没开',
    ended: (at: string) => `规则 ${at} 结束了`,
    cancelled: '活动取消了',
    unpaid: '还没付款',
    closed: '订单关闭了',
    refunded: '整单退款了',
    left: '打包发走前没人定',
    taken_back: '答应过，后来撤回了',
    paid_before: (paid: string, from: string) => `付款 ${paid}，${from} 才开始`,
    paid_after: (paid: string, to: string) => `付款 ${paid}，${to} 已经结束`,
    item_missing: (item: string) => `没买${item}`,
    no_items: '没有商品',
    items_refunded: (item: string) => `${item}都退款了，退款的不算`,
    quantity: (has: number, needs: number) => `数量 ${has} 件，要 ${needs} 件`,
    amount: (has: string, needs: string) => `实付 ¥${has}，要满 ¥${needs}`,
    without_refunded: '（退款的不算）',
    has_gift: (what: string) => `已经有 ${what} 了`,
    declined: (by: string) => `${by} 定了不送`,
    somebody: '有人',
    in_batch: (day: string) => `已在 ${day} 的批次里`,
  },
  refused: {
    notFound: '没有这条送礼规则，或者不归你的店铺',
    noProposal: '没有这条赠品建议，或者不归你的店铺',
    faster: '有人刚改过，没有保存。请看看现在的样子',
    nameNeeded: '要写名称，最多 40 个字',
    itemTooLong: '商品最多 60 个字',
    quantityWrong: '数量填 1 到 999 的整数',
    amountWrong: '金额填元，比如 99 或 99.50，最多 1,000,000',
    giftNeeded: '要写送什么，最多 60 个字',
    windowWrong: '开始在结束之前；不限就空着',
    noCampaign: '没有这个活动，或者已经取消',
    whyNeeded: '写一句为什么',
    sameAsBefore: '没有要改的',
    ended: '规则已经结束，不能再改',
    notEnded: '规则没有结束',
    lookFirst: '打开之前要先看过试算；规则或活动改过就要再看一次',
    onAlready: '已经是开着的',
    offAlready: '已经是关着的',
    decided: '这条建议已经定了，没有重复',
    notDeclined: '只有不送的可以改主意',
    noLonger: (why: string) => `不再满足规则：${why}`,
  },
  happened: {
    added: (name: string) => `加了送礼规则「${name}」`,
    changed: (name: string) => `改了送礼规则「${name}」，先关着`,
    on: (name: string) => `打开送礼规则「${name}」`,
    off: (name: string) => `关掉送礼规则「${name}」`,
    ended: (name: string) => `结束送礼规则「${name}」`,
    reopened: (name: string) => `恢复送礼规则「${name}」，先关着`,
    lapsed: (n: number) => `，${n} 条没定的建议作废`,
    order: (tid: string) => (tid ? `订单 ${tid}：` : ''),
    proposed: (rule: string, gift: string) => `规则「${rule}」建议送 ${gift}`,
    taken: (rule: string, gift: string) => `按规则「${rule}」送 ${gift}`,
    declined: (rule: string, gift: string) => `规则「${rule}」的 ${gift} 不送`,
    asked: (rule: string, gift: string) => `规则「${rule}」的 ${gift} 再定一次`,
    gone: (rule: string, gift: string, why: string) => `规则「${rule}」的 ${gift} 作废：${why}`,
    onlyGifts: '付了钱的都退了，只剩赠品',
  },
}
const en: typeof zh = {
  anyItem: 'any item',
  item: (item) => `“${item}”`,
  quantity: (item, n) => (n === 1 ? `Whoever buys ${item}` : `Whoever buys at least ${n} of ${item}`),
  amount: (paid) => `pays at least ¥${paid}`,
  paidFromTo: (from, to) => `pays between ${from} and ${to}`,
  paidFrom: (from) => `pays from ${from} on`,
  paidUntil: (to) => `pays before ${to}`,
  gives: (gift, n) => `gets ${gift} ×${n}`,
  comma: ', ',
  fulfilled: (n, item, paid) => `${n} of ${item}, paid ¥${paid}`,
  remark: (rule, why) => `Gift rule “${rule}”: ${why}`,
  because: {
    off: 'the rule is off',
    ended: (at) => `the rule ended ${at}`,
    cancelled: 'the campaign was cancelled',
    unpaid: 'not paid yet',
    closed: 'the order is closed',
    refunded: 'the whole order is refunded',
    left: 'nobody decided before the parcel was packed',
    taken_back: 'it was promised and taken back',
    paid_before: (paid, from) => `paid ${paid}, before it began ${from}`,
    paid_after: (paid, to) => `paid ${paid}, after it ended ${to}`,
    item_missing: (item) => `${item} is missing`,
    no_items: 'no items',
    items_refunded: (item) => `${item}: all refunded, refunded items do not count`,
    quantity: (has, needs) => `quantity ${has} of ${needs}`,
    amount: (has, needs) => `paid ¥${has} of ¥${needs}`,
    without_refunded: ' (refunded items do not count)',
    has_gift: (what) => `${what} is there already`,
    declined: (by) => `declined by ${by}`,
    somebody: 'somebody',
    in_batch: (day) => `in the batch of ${day} already`,
  },
  refused: {
    notFound: 'There is no such gift rule in your shops',
    noProposal: 'There is no such gift proposal in your shops',
    faster: 'Somebody has just changed it; nothing was saved. Look at how it stands now',
    nameNeeded: 'Write a name of at most 40 characters',
    itemTooLong: 'An item has at most 60 characters',
    quantityWrong: 'The quantity is a whole number from 1 to 999',
    amountWrong: 'Write the amount in yuan, like 99 or 99.50, at most 1,000,000',
    giftNeeded: 'Write what is given, in at most 60 characters',
    windowWrong: 'The start comes before the end; leave empty what has no bound',
    noCampaign: 'There is no such campaign, or it was cancelled',
    whyNeeded: 'Say why in one line',
    sameAsBefore: 'There is nothing to change',
    ended: 'The rule has ended and cannot be changed',
    notEnded: 'The rule has not ended',
    lookFirst: 'Look at the dry run before you switch it on; once more when the rule or its campaign has changed',
    onAlready: 'It is on already',
    offAlready: 'It is off already',
    decided: 'This proposal is decided already; nothing was done twice',
    notDeclined: 'Only what was declined can be asked again',
    noLonger: (why) => `It no longer fulfils the rule: ${why}`,
  },
  happened: {
    added: (name) => `added the gift rule “${name}”`,
    changed: (name) => `changed the gift rule “${name}”, which is off for now`,
    on: (name) => `switched the gift rule “${name}” on`,
    off: (name) => `switched the gift rule “${name}” off`,
    ended: (name) => `ended the gift rule “${name}”`,
    reopened: (name) => `brought the gift rule “${name}” back, off for now`,
    lapsed: (n) => (n === 1 ? '; 1 open proposal lapsed' : `; ${n} open proposals lapsed`),
    order: (tid) => (tid ? `order ${tid}: ` : ''),
    proposed: (rule, gift) => `the rule “${rule}” proposes ${gift}`,
    taken: (rule, gift) => `gave ${gift} by the rule “${rule}”`,
    declined: (rule, gift) => `declined ${gift} of the rule “${rule}”`,
    asked: (rule, gift) => `${gift} of the rule “${rule}” is to be decided again`,
    gone: (rule, gift, why) => `${gift} of the rule “${rule}” lapsed: ${why}`,
    onlyGifts: 'all that was paid for is refunded, only what was free is left',
  },
}
export const words = dictionary(zh, en)
export const refusedWords = (lang: Lang) => words(lang).refused

export const itemWord = (item: string, lang: Lang) => (item ? words(lang).item(item) : words(lang).anyItem)
/** 杯垫 ×2 */
export const giftWord = (gift: string, quantity: number) => `${gift} ×${quantity}`

/** 买「马克杯」满 2 件，付满 ¥99.00，送 杯垫 ×1 */
export function ruleWord(rule: Omit<Rule, 'id' | 'on' | 'endedAt'>, zone: string, lang: Lang): string {
  const t = words(lang)
  const parts = [
    t.quantity(itemWord(rule.item, lang), rule.leastQuantity),
    rule.leastAmount > 0 ? t.amount(yuan(rule.leastAmount)) : '',
    windowWord(rule, zone, lang),
    t.gives(rule.gift, rule.giftQuantity),
  ]
  return parts.filter(Boolean).join(t.comma)
}

function windowWord({ window }: Pick<Rule, 'window'>, zone: string, lang: Lang): string {
  const t = words(lang)
  const [from, to] = [window?.from ?? null, window?.to ?? null].map((at) => (at === null ? '' : shortOf(at, zone)))
  if (from && to) return t.paidFromTo(from, to)
  if (from) return t.paidFrom(from)
  return to ? t.paidUntil(to) : ''
}

export const fulfilledWord = ({ item }: Pick<Rule, 'item'>, { pieces, paid }: Fulfilled, lang: Lang) =>
  words(lang).fulfilled(pieces, itemWord(item, lang), yuan(paid))

type Reading = { lang: Lang; zone: string; names: ReadonlyMap<string, { handle: string }> }

/** Why not, in one clause with its numbers. */
export function becauseWord(because: Because, { lang, zone, names }: Reading): string {
  const t = words(lang).because
  switch (because.code) {
    case 'ended':
      return t.ended(shortOf(because.at, zone))
    case 'paid_before':
    case 'paid_after':
      return t[because.code](shortOf(because.paidAt, zone), shortOf(because.at, zone))
    case 'item_missing':
      return because.item ? t.item_missing(itemWord(because.item, lang)) : t.no_items
    case 'items_refunded':
      return t.items_refunded(itemWord(because.item, lang))
    case 'quantity':
      return t.quantity(because.has, because.needs) + (because.refunded ? t.without_refunded : '')
    case 'amount':
      return t.amount(yuan(because.has), yuan(because.needs)) + (because.refunded ? t.without_refunded : '')
    case 'has_gift':
      return t.has_gift(because.what)
    case 'declined':
      return t.declined(names.get(because.by ?? '')?.handle ?? t.somebody)
    case 'in_batch':
      return t.in_batch(because.day ?? '')
    default:
      return t[because.code]
  }
}
