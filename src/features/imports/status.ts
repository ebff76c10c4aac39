/** The platforms' words for states, exactly as they write them. What nobody has taught us is unknown, never guessed. */
import type { StagedOrder } from './rules.ts'

type State = NonNullable<StagedOrder['state']>
type Refund = NonNullable<StagedOrder['refund']>

const states: Record<string, State> = {
  // Taobao, Tmall: exports, then what other pages and the open platform call them
  等待买家付款: 'unpaid', '买家已付款,等待卖家发货': 'paid', '卖家部分发货': 'partly_shipped',
  '卖家已发货,等待买家确认': 'shipped', 交易成功: 'done', 交易关闭: 'closed',
  已收货: 'done', 已签收: 'shipped', 待评价: 'done', 退款成功: 'closed',
  WAIT_BUYER_PAY: 'unpaid', WAIT_SELLER_SEND_GOODS: 'paid', SELLER_CONSIGNED_PART: 'partly_shipped',
  WAIT_BUYER_CONFIRM_GOODS: 'shipped', TRADE_BUYER_SIGNED: 'shipped', TRADE_FINISHED: 'done',
  TRADE_CLOSED: 'closed', TRADE_CLOSED_BY_TAOBAO: 'closed', TRADE_NO_CREATE_PAY: 'unpaid',
  // Pinduoduo, JD, Douyin
  待付款: 'unpaid', 待支付: 'unpaid', 等待付款: 'unpaid',
  待发货: 'paid', 备货中: 'paid', 等待出库: 'paid', 待出库: 'paid',
  部分发货: 'partly_shipped',
  已发货: 'shipped', 待收货: 'shipped', '已发货,待签收': 'shipped', '已发货,待收货': 'shipped', 等待确认收货: 'shipped',
  已完成: 'done', 完成: 'done', 交易完成: 'done',
  已关闭: 'closed', 已取消: 'closed', 取消: 'closed',
  '未发货,退款成功': 'closed', '已发货,退款成功': 'closed', '已收货,退款成功': 'closed', '已取消,退款成功': 'closed',
} // prettier-ignore

/** Half-width, without spaces: both kinds of comma occur. */
const plainStatus = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

export type Standing = { platformStatus: string; state: State; refund?: Refund }

const known = new Map<string, Standing>()
/** The same few texts stand in every line. */
export function standingFrom(text: string, closeReason = ''): Standing {
  const key = `${text}\n${closeReason}`
  let standing = known.get(key)
  if (!standing) {
    if (known.size > 1000) known.clear()
    known.set(key, (standing = standingOf(text, closeReason)))
  }
  return standing
}

/** What a status text says; `closeReason` is 订单关闭原因. A text about refunds that we do not know counts as asked. */
function standingOf(text: string, closeReason: string): Standing {
  const platformStatus = plainStatus(text)
  const state = Object.hasOwn(states, platformStatus) ? states[platformStatus]! : 'unknown' // a cell may say "constructor"
  if (platformStatus.endsWith('退款成功') || (state === 'closed' && /退款/.test(closeReason)))
    return { platformStatus, state, refund: 'refunded' }
  if (state === 'unknown' && platformStatus.includes('退款')) return { platformStatus, state, refund: 'asked' }
  return { platformStatus, state }
}

const refunds: Record<string, Refund> = {
  '': 'none', '-': 'none', 没有申请退款: 'none', 无退款申请: 'none', 未申请退款: 'none', 无退款: 'none', 无售后: 'none',
  无售后或售后取消: 'none', 退款关闭: 'none', NO_REFUND: 'none', CLOSED: 'none',
  退款成功: 'refunded', 退款完成: 'refunded', 已退款: 'refunded', SUCCESS: 'refunded',
} // prettier-ignore

/** 退款状态 of one line. A text that we do not know counts as asked: better kept back than shipped. */
export function refundFrom(text: string): Refund {
  const words = plainStatus(text)
  return Object.hasOwn(refunds, words) ? refunds[words]! : 'asked'
}

/** An order's state from its lines: closed lines do not count unless all are. */
export function stateOfLines(lines: readonly Standing[]): Standing | undefined {
  const alive = lines.filter((line) => line.state !== 'closed')
  const of = (...wanted: State[]) => alive.find((line) => wanted.includes(line.state))
  const waits = of('paid')
  const gone = of('shipped', 'done', 'partly_shipped')
  if (waits && gone && !of('unknown', 'unpaid')) return { ...waits, state: 'partly_shipped' }
  return of('unknown') ?? of('unpaid') ?? waits ?? of('partly_shipped') ?? of('shipped') ?? of('done') ?? lines[0]
}
