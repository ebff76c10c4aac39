/** The page of a frozen batch: what to stop, how far it is, what stayed behind and why. */
import { Empty } from '../../ui/parts.tsx'
import { Added } from './added-view.tsx'
import { byCourier, LEFT_SHOWN, reached, type FrozenDay } from './frozen-day.ts'
import { History, Sheets } from './frozen-foot.tsx'
import { FrozenHead } from './frozen-head.tsx'
import { LeftRows } from './left-view.tsx'
import { pageWords } from './page-messages.ts'
import type { PageProps } from './rows.tsx'
import { Stops, Troubled } from './stops-view.tsx'

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
