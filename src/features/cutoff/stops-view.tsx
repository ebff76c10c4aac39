/** What must not go: asked to stop and to be answered, or in trouble since the freeze. */
import { may } from '../../access.ts'
import { timeOf } from '../../core/time.ts'
import { Act, Badge } from '../../ui/parts.tsx'
import type { FrozenDay } from './frozen-day.ts'
import { pageWords } from './page-messages.ts'
import { keptBackHeads, KeptBackRow, OrderCells, Person, Rows, sentence, type PageProps } from './rows.tsx'

type Props = PageProps & { data: FrozenDay }

export function Stops({ data: { stops, names, shop }, viewer, lang }: Props) {
  if (!stops.length) return null
  const t = pageWords(lang)
  const confirms = may(viewer, 'batch.confirm')
  return (
    <section class="panel" id="stops">
      <header>
        <h2>{t.stopsTitle}</h2> <span class="count">{t.stopsHint}</span>
      </header>
      <Rows
        caption={t.stopsTitle}
        heads={[t.at, t.tid, t.buyer, t.goods, t.where, t.whoStops, confirms ? t.actions : undefined]}
      >
        {stops.map(({ shipment, order }) => (
          <tr id={`stop-${shipment.id}`}>
            <th scope="row" class="at" data-tone="late">
              {timeOf(shipment.stopAskedAt!, shop.timeZone)}
            </th>
            <OrderCells order={order} lang={lang} flag={false} />
            <td class="state">
              <Badge tone="late" solid>
                {t.stopAt(t.stages[shipment.stage])}
              </Badge>
            </td>
            <td class="note">
              <Person id={shipment.stopAskedBy} names={names} /> {shipment.stopWhy}
            </td>
            {confirms && (
              <td class="act">
                <Answer id={shipment.id} answer="stopped" words={t.stopped} />
                <Answer id={shipment.id} answer="too-late" words={t.tooLate} plain />
              </td>
            )}
          </tr>
        ))}
      </Rows>
    </section>
  )
}

const Answer = ({ id, answer, words, plain }: { id: string; answer: string; words: string; plain?: boolean }) => (
  <Act action={`/shipments/${id}/${answer}`} class="inline">
    <button class={plain ? 'plain' : undefined}>{words}</button>
  </Act>
)

export function Troubled({ data: { troubled, names }, viewer, lang }: Props) {
  if (!troubled.length) return null
  const t = pageWords(lang)
  return (
    <section class="panel" id="troubled">
      <header>
        <h2>{t.troubledTitle}</h2> <span class="count">{t.troubledHint}</span>
      </header>
      <Rows caption={t.troubledTitle} heads={keptBackHeads(lang, t.actions)}>
        {troubled.map(({ shipment, known, why }) => (
          <KeptBackRow
            order={known.order}
            why={why}
            ownerId={known.hold?.ownerId}
            names={names}
            lang={lang}
            act={
              may(viewer, 'batch.stop') && (
                <Act action={`/shipments/${shipment.id}/stop`} class="inline">
                  <input type="hidden" name="why" value={sentence(why, lang)} />
                  <button class="stop">{t.stopThis}</button>
                </Act>
              )
            }
          />
        ))}
      </Rows>
    </section>
  )
}
