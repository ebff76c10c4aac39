/** What a packer ticks and presses. A card with a number presses the label or button of that place (data-n). */
import type { Child } from 'hono/jsx'
import { isStopOpen } from '../cutoff/index.ts'
import { carriers } from './carriers.ts'
import { cards, carrierCard } from './codes.ts'
import { words } from './messages.ts'
import { times } from './phrases.ts'
import type { LineProps } from './lines.tsx'

const Press = ({ card, pressed, children }: { card: string; pressed?: boolean; children?: Child }) => (
  <button
    form="scanning"
    name="code"
    value={card}
    data-n
    aria-pressed={pressed === undefined ? undefined : pressed ? 'true' : 'false'}
  >
    {children}
  </button>
)

/** GIFT-1: gifts, and what was agreed about packing. */
export function Ticks({ ctx, screen, known }: LineProps) {
  const { labels } = words(ctx.lang)
  const gifts = known.gifts.map(({ id, kind, what, quantity }) => ({
    id,
    word: `${labels[kind]} ${times(what, quantity)}`,
  }))
  const remarks = known.remarks.map(({ id, text }) => ({ id, word: `${labels.packing} ${text}` }))
  return (
    <>
      {[...gifts, ...remarks].map(({ id, word }) => (
        <Tick ctx={ctx} id={id} word={word} ticked={screen.ticked.includes(id)} />
      ))}
    </>
  )
}

function Tick({ ctx, id, word, ticked }: Pick<LineProps, 'ctx'> & { id: string; word: string; ticked: boolean }) {
  const t = words(ctx.lang)
  return (
    <li>
      <input type="checkbox" name="ticked" value={id} id={`tick-${id}`} form="scanning" checked={ticked} />
      <label for={`tick-${id}`} data-n>
        {word}
      </label>
      <span class="push put">{t.put}</span>
      <span class="push not-put">{t.notPut}</span>
    </li>
  )
}

export const Finish = ({ ctx }: LineProps) => (
  <li class="presses">
    <Press card={cards.done}>{words(ctx.lang).finish}</Press>
    <Press card={cards.aside}>{words(ctx.lang).aside}</Press>
  </li>
)

/** GIFT-1: a box without its gift needs a reason. */
export function Reasons({ ctx }: LineProps) {
  const t = words(ctx.lang)
  return (
    <li class="presses">
      <span>{t.labels.reason}</span>
      {t.reasons.map((reason) => (
        <button form="scanning" name="why" value={reason} data-n>
          {reason}
        </button>
      ))}
      <input
        type="text"
        name="why"
        form="scanning"
        aria-label={t.otherReason}
        placeholder={t.otherReason}
        maxlength={200}
      />
    </li>
  )
}

export function Carriers({ ctx, known: { shipment } }: LineProps) {
  if (!shipment?.waybill || shipment.stage !== 'packed') return null
  return (
    <li class="presses">
      <span>{words(ctx.lang).labels.carrier}</span>
      {carriers.map((carrier) => (
        <Press card={carrierCard(carrier)} pressed={carrier.zh === shipment.carrier}>
          {carrier[ctx.lang]}
        </Press>
      ))}
    </li>
  )
}

/** CUT-5: whoever asked to stop it waits for a word. */
export function Reply({ ctx, known: { shipment } }: LineProps) {
  const t = words(ctx.lang)
  if (!shipment || !isStopOpen(shipment)) return null
  return (
    <li class="presses">
      <span>{t.labels.reply}</span>
      <Press card={cards.stopped}>{t.stoppedIt}</Press>
      <Press card={cards.tooLate}>{t.tooLate}</Press>
    </li>
  )
}
