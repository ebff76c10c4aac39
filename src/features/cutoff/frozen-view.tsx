/** The page of a frozen batch: what to stop, how far it is, what stayed behind and why. */
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayWord, timeOf } from '../../core/time.ts'
import { Act, Badge, Empty, Field } from '../../ui/parts.tsx'
import { byCourier, howLong, LEFT_SHOWN, reached, type FrozenDay } from './frozen-day.ts'
import { FrozenHead } from './frozen-head.tsx'
import { LeftRows } from './left-view.tsx'
import { pageWords } from './page-messages.ts'
import { PrintForm } from './print-form.tsx'
import { keptBackHeads, KeptBackRow, OrderCells, Person, Rows, sentence, StageBadge, type PageProps } from './rows.tsx'
import { LATE_SECONDS } from './rules.ts'
import { sheetWords } from './sheet-messages.ts'
import { sheets, type Print } from './store-prints.ts'

type Props = PageProps & { data: FrozenDay }

export const FrozenView = (props: Props) => (
  <>
    <FrozenHead {...props} />
    <Stages {...props} />
    <Stops {...props} />
    <Troubled {...props} />
    <Left {...props} />
    <Added {...props} />
    <Sheets {...props} />
    <History {...props} />
  </>
)

function Stages({ data: { stages, batch }, lang }: Props) {
  const t = pageWords(lang)
  const all = batch.parcels
  const steps = [
    [t.stages.printed, reached(stages, 'printed', 'packed', 'handed')],
    [t.stages.packed, reached(stages, 'packed', 'handed')],
    [t.stages.handed, reached(stages, 'handed')],
  ] as const
  return (
    <dl class="stages">
      {steps.map(([word, n]) => (
        <div>
          <dt>{word}</dt>
          <dd>
            {n} <small>/ {all}</small>
          </dd>
          <dd>
            <progress max={Math.max(1, all)} value={n} aria-label={word}>
              {n} / {all}
            </progress>
          </dd>
        </div>
      ))}
      {byCourier(stages).map(([carrier, n]) => (
        <div>
          <dt>{carrier ?? t.noCourier}</dt>
          <dd>
            {n} <small>{t.orders}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

// --- to stop ----------------------------------------------------------------------------------------

function Stops({ data: { stops, names, shop }, viewer, lang }: Props) {
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

function Troubled({ data: { troubled, names }, viewer, lang }: Props) {
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

// --- what stayed behind, what was added --------------------------------------------------------------

function Left({ data: { left, leftCount, names, batch }, lang, here }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="left">
      <header>
        <h2>{t.leftTitle}</h2> <span class="count">{t.leftHint(leftCount)}</span>
        {leftCount > LEFT_SHOWN && <a href={here(`/batch/${batch.day}/left`)}>{t.all}</a>}
      </header>
      {leftCount ? (
        <LeftRows left={left} names={names} lang={lang} />
      ) : (
        <Empty title={t.noneLeft} hint={t.noneLeftHint} />
      )}
    </section>
  )
}

function Added({ data: { additions, names }, lang }: Props) {
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

// --- sheets and earlier batches -----------------------------------------------------------------------

function Sheets({ data: { batch, prints, changes }, viewer, lang }: Props) {
  if (!may(viewer, 'batch.print')) return null
  const t = pageWords(lang)
  return (
    <section class="panel" id="sheets">
      <header>
        <h2>{t.sheetsTitle}</h2> <span class="count">{t.version(batch.version)}</span>
      </header>
      <ul class="sheets">
        {sheets.map((sheet) => (
          <li class="line">
            <strong>{sheetWords(lang).titles[sheet]}</strong>
            <span class="quiet">
              {printedWords(prints.filter((p) => p.sheet === sheet).at(-1), lang)}
              {sheet === 'changes' && changes > 0 && ` · ${changes}`}
            </span>
            <span class="push line">
              <a class="button plain" href={`/batch/${batch.id}/sheets/${sheet}`}>
                {t.look}
              </a>
              <PrintForm batchId={batch.id} sheet={sheet} words={t.print} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const printedWords = (last: Print | undefined, lang: Lang) =>
  last ? pageWords(lang).printedNth(last.nth, last.version) : pageWords(lang).neverPrinted

export function History({ data: { others }, lang, here }: PageProps & { data: Pick<FrozenDay, 'others'> }) {
  if (!others.length) return null
  const t = pageWords(lang)
  return (
    <section class="panel" id="history">
      <header>
        <h2>{t.historyTitle}</h2>
      </header>
      <ul class="days">
        {others.map(({ batch, todo }) => (
          <li class="line">
            <a href={here(`/batch/${batch.day}`)}>{dayWord(batch.day, lang)}</a>
            <span class="quiet">{t.history(batch.parcels)}</span>
            {todo > 0 && <Badge tone="late">{t.todo(todo)}</Badge>}
            {batch.lateBySeconds >= LATE_SECONDS && (
              <Badge tone="soon">{t.late(howLong(batch.lateBySeconds, lang))}</Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
