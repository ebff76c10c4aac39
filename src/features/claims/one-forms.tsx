/** What may happen to one claim, as forms: the next thing under the title, the others folded. */
import type { PropsWithChildren } from 'hono/jsx'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Field } from '../../ui/parts.tsx'
import type { Sight } from './one.ts'
import { pageWords } from './page-words.ts'

export function SettleForm({ lang, claim }: Sight) {
  const t = pageWords(lang)
  return (
    <Act action={`/claim/${claim.id}/settle`} class="asked">
      <LineField id="ending" name="ending" label={t.ending} example={t.endingExample} />
      <button class="primary">{t.settle}</button>
    </Act>
  )
}

export function CorrectForm({ lang, claim }: Sight) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="correct">
      <header>
        <h2>{t.correct}</h2>
      </header>
      <Act action={`/claim/${claim.id}/correct`} class="asked">
        <LineField id="correct-serial" name="serial" label={t.serial} value={claim.serial ?? ''} />
        <LineField id="correct-note" name="note" label={t.correctNote} example={t.correctExample} required={false} />
        <button>{t.correct}</button>
      </Act>
    </section>
  )
}

/** The buyer's open orders as buttons; any other by its number. Folded where it is no more than a way out. */
export function MoveForm(props: Sight & { primary?: boolean }) {
  const t = pageWords(props.lang)
  if (props.primary) return <MoveChoice {...props} />
  return (
    <details class="fold" id="move">
      <summary>{t.move}</summary>
      <MoveChoice {...props} />
    </details>
  )
}

function MoveChoice({ lang, claim, orders, primary }: Sight & { primary?: boolean }) {
  const t = pageWords(lang)
  const [first] = orders
  return (
    <div class="moving">
      {orders.map((order) => (
        <Act action={`/claim/${claim.id}/move`} class="line">
          <input type="hidden" name="order" value={order.tid} />
          <button class={primary && order === first ? 'primary' : undefined}>{t.moveThis(order.tid)}</button>{' '}
          <span class="quiet">{order.summary}</span>
        </Act>
      ))}
      <Act action={`/claim/${claim.id}/move`} class="asked">
        <p class="field">
          <label for="move-order">{t.moveTo}</label>
          <input
            id="move-order"
            name="order"
            maxlength={40}
            inputmode="numeric"
            autocomplete="off"
            placeholder={t.orderHint}
            required
          />
          <span class="error" data-error="order" hidden />
        </p>
        <button class={primary && !first ? 'primary' : undefined}>{t.move}</button>
      </Act>
    </div>
  )
}

type FoldProps = PropsWithChildren<{ action: string; title: string; hint: string; why: string; id: string }>

const Fold = ({ action, title, hint, why, id }: FoldProps) => (
  <details class="fold">
    <summary>{title}</summary>
    <p class="quiet">{hint}</p>
    <Act action={action} class="asked">
      <LineField id={id} name="why" label={why} />
      <button>{title}</button>
    </Act>
  </details>
)

/** The exceptions, each with its reason. */
export function MoreForms({ lang, claim, can }: Sight) {
  const t = pageWords(lang)
  const to = (deed: string) => `/claim/${claim.id}/${deed}`
  return (
    <>
      {can.wait && (
        <Act action={to('wait')} class="line">
          <button>{t.wait}</button>
        </Act>
      )}
      {can.waive && <Fold action={to('without')} title={t.waive} hint={t.waiveHint} why={t.why} id="why-without" />}
      {can.early && <Fold action={to('early')} title={t.early} hint={t.earlyHint} why={t.why} id="why-early" />}
      {can.uncheck && (
        <Fold action={to('uncheck')} title={t.uncheck} hint={t.uncheckHint} why={t.why} id="why-uncheck" />
      )}
      {can.withdraw && (
        <Fold action={to('withdraw')} title={t.withdraw} hint={t.withdrawHint} why={t.why} id="why-withdraw" />
      )}
    </>
  )
}

export function PictureForm({ lang, claim, pictures, can }: Sight) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="pictures">
      <header>
        <h2>{t.pictures}</h2> <span class="count">{pictures.length}</span>
      </header>
      <ul>
        {pictures.map(({ id }, i) => (
          <li>
            <a href={`/evidence/${id}`} download>
              {t.pictureN(i + 1)}
            </a>
          </li>
        ))}
      </ul>
      {can.picture && (
        <Act action={`/claim/${claim.id}/picture`} class="asked" multipart>
          <Field name="picture" label={t.addPicture} hint={t.pictureHint}>
            <input id="picture" name="picture" type="file" accept="image/png,image/jpeg,image/webp" required />
          </Field>
          <button>{t.addPicture}</button>
        </Act>
      )}
    </section>
  )
}
