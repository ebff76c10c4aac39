/** CUT-5: what was added after the cutoff, and the form that adds. */
import type { Lang } from '../../core/i18n.ts'
import { Act, Field } from '../../ui/parts.tsx'
import type { FrozenDay } from './frozen-day.ts'
import { pageWords } from './page-messages.ts'
import { OrderCells, Person, Rows, StageBadge, type PageProps } from './rows.tsx'

type Props = PageProps & { data: FrozenDay }

export function Added({ data: { additions, names }, lang }: Props) {
  if (!additions.length) return null
  const t = pageWords(lang)
  return (
    <section class="panel" id="added">
      <header>
        <h2>{t.addedTitle}</h2> <span class="count">{additions.length}</span>
      </header>
      <Rows caption={t.addedTitle} heads={[t.where, t.flag, t.tid, t.buyer, t.goods, t.addedBy]}>
        {additions.map(({ shipment, order }) => (
          <tr>
            <th scope="row" class="one-line">
              <StageBadge stage={shipment.stage} lang={lang} /> <small>{t.version(shipment.addedInVersion)}</small>
            </th>
            <OrderCells order={order} lang={lang} />
            <td class="note">
              <Person id={shipment.addedBy} names={names} /> {shipment.addedWhy}
            </td>
          </tr>
        ))}
      </Rows>
    </section>
  )
}

/** Outside of what refreshes itself: somebody types here. */
export function AddForm({ batchId, lang }: { batchId: string; lang: Lang }) {
  const t = pageWords(lang)
  return (
    <section class="panel">
      <header>
        <h2>{t.addTitle}</h2> <span class="count">{t.addHint}</span>
      </header>
      <Act action={`/batch/${batchId}/add`} class="line entry">
        <Field name="tid" label={t.addTid}>
          <input id="tid" name="tid" required maxlength={40} autocomplete="off" inputmode="numeric" />
        </Field>
        <Field name="why" label={t.addWhy}>
          <input id="why" name="why" required maxlength={200} autocomplete="off" />
        </Field>
        <button>{t.add}</button>
      </Act>
    </section>
  )
}
