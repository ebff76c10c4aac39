/** The lines under an answer: what to know about this order now. */
import type { Child, FC } from 'hono/jsx'
import type { Context } from '../../core/context.ts'
import { dayWord } from '../../core/time.ts'
import { holdReasonWord, whyWord } from '../orders/index.ts'
import { Carriers, Finish, Reasons, Reply, Ticks } from './choices.tsx'
import type { Look } from './looks.ts'
import { words } from './messages.ts'
import { goodsWord, handleWord, labelWord, momentWord, times } from './phrases.ts'
import type { Known, Screen } from './screen.ts'

export type LineProps = { ctx: Context; screen: Screen; known: Known }

export function Lines({ ctx, screen }: { ctx: Context; screen: Screen }) {
  const { known, look, scan } = screen
  const { labels, hints } = words(ctx.lang)
  return (
    <>
      {screen.open && <input type="hidden" name="open" form="scanning" value={screen.open} />}
      {known && linesOf[look]?.map((One) => <One ctx={ctx} screen={screen} known={known} />)}
      {look === 'unknown' && scan?.code && <Line label={labels.do}>{hints.again}</Line>}
    </>
  )
}

const Line = ({ label, children }: { label: string; children?: Child }) => (
  <li>
    <span>{label}</span> <span>{children}</span>
  </li>
)
const Fact = ({ label, children }: { label: string; children?: Child }) => (
  <li>
    <span>{label}</span> <strong>{children}</strong>
  </li>
)

/** Only where it is not the shop that the person looks at. */
const ShopLine = ({ ctx, screen, known: { shop } }: LineProps) =>
  shop.id === screen.shop?.id ? null : <Fact label={words(ctx.lang).labels.shop}>{shop.name}</Fact>

const Goods = ({ ctx, known }: LineProps) =>
  known.items.length < 2 ? null : <Line label={words(ctx.lang).labels.goods}>{goodsWord(ctx, known)}</Line>

const BuyerNote = ({ ctx, known: { order } }: LineProps) =>
  order.buyerNote ? <Fact label={words(ctx.lang).labels.buyerSays}>{order.buyerNote}</Fact> : null

function Packed({ ctx, known: { gifts, remarks } }: LineProps) {
  const t = words(ctx.lang)
  return (
    <>
      {gifts.map(({ kind, what, quantity, packedAt, leftOutWhy }) => (
        <Line label={t.labels[kind]}>
          {times(what, quantity)} {packedAt ? t.put : t.leftOut(leftOutWhy ?? '')}
        </Line>
      ))}
      {remarks.map(({ text }) => (
        <Fact label={t.labels.packing}>{text}</Fact>
      ))}
    </>
  )
}

function Aside({ ctx, known }: LineProps) {
  const { shipment } = known
  const t = words(ctx.lang)
  if (!shipment?.asideAt) return null
  const [when, who] = [momentWord(ctx, known, shipment.asideAt), handleWord(ctx, known, shipment.asideBy)]
  return <Line label={t.labels.aside}>{t.asideSince(when, who)}</Line>
}

const Waybill = ({ ctx, known }: LineProps) => {
  const label = labelWord(ctx, known)
  return label ? <Fact label={words(ctx.lang).labels.waybill}>{label}</Fact> : null
}

/** Why it must not go, in the words that the order's page uses. */
function Why({ ctx, known: { hold, shipment, why } }: LineProps) {
  const { labels } = words(ctx.lang)
  const stopped = shipment?.stage === 'stopped' // its hold only repeats why
  const held =
    hold &&
    !stopped &&
    [holdReasonWord(hold.hold.reason, ctx.lang), hold.hold.note].filter(Boolean).join(ctx.lang === 'zh' ? '，' : ', ')
  const others = why.filter(({ code }) => code !== 'held').map((one) => whyWord(one, ctx.lang))
  const said = [shipment?.stopWhy, held, ...others].filter(Boolean)
  return (
    <>
      {said.map((word) => (
        <Fact label={labels.why}>{word}</Fact>
      ))}
    </>
  )
}

/** Until when and whom to ask; without a hold, who can settle it. */
function Until({ ctx, known: { hold } }: LineProps) {
  const t = words(ctx.lang)
  if (!hold) return <Line label={t.labels.ask}>{t.hints.undecided}</Line>
  return (
    <>
      <Fact label={t.labels.until}>{dayWord(hold.hold.dueOn, ctx.lang)}</Fact>
      <Fact label={t.labels.ask}>{t.personOnShift(hold.owner ?? t.somebody, t.shifts[hold.hold.ownerShift])}</Fact>
    </>
  )
}

/** Somebody's deed on the parcel, with its moment. */
const Deed = ({ ctx, known, label, at, by }: LineProps & { label: string; at: number | null; by: string | null }) =>
  at === null ? null : (
    <Fact label={label}>
      {handleWord(ctx, known, by)} {momentWord(ctx, known, at)}
    </Fact>
  )
const Asker = (props: LineProps) => {
  const { stopAskedAt = null, stopAskedBy = null } = props.known.shipment ?? {}
  return <Deed {...props} label={words(props.ctx.lang).labels.asker} at={stopAskedAt} by={stopAskedBy} />
}
const PackedBy = (props: LineProps) => {
  const { packedAt = null, packedBy = null } = props.known.shipment ?? {}
  return <Deed {...props} label={words(props.ctx.lang).labels.packedBy} at={packedAt} by={packedBy} />
}
const HandedBy = (props: LineProps) => {
  const { handedAt = null, handedBy = null } = props.known.shipment ?? {}
  return <Deed {...props} label={words(props.ctx.lang).labels.handedBy} at={handedAt} by={handedBy} />
}

const Hint =
  (hint: 'notInBatch' | 'unpacked' | 'waybill') =>
  ({ ctx }: LineProps) => <Line label={words(ctx.lang).labels.do}>{words(ctx.lang).hints[hint]}</Line>

const linesOf: Partial<Record<Look, FC<LineProps>[]>> = {
  ship: [ShopLine, Goods, Ticks, BuyerNote, Aside, Finish],
  why: [Ticks, Reasons],
  done: [ShopLine, Goods, Packed, BuyerNote],
  labelled: [Carriers],
  carrier: [Waybill, Carriers],
  hold: [ShopLine, Why, Until],
  stopped: [ShopLine, Why, Asker, Reply],
  too_late: [Why, Asker, Waybill],
  twice: [PackedBy, Waybill],
  gone_before: [Waybill, HandedBy],
  not_in_batch: [ShopLine, Hint('notInBatch')],
  unpacked: [Hint('unpacked')],
  waybill: [Hint('waybill')],
  undone: [Goods, Ticks],
}
