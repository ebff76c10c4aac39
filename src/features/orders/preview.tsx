/** ORD-7: what flagging would do, said before it is done. */
import type { Lang } from '../../core/i18n.ts'
import type { Planned } from './flagging.ts'
import { words } from './messages.ts'
import { pageWords } from './page-messages.ts'
import type { Skip } from './rules.ts'

/** "会变 2 单，1 单不变：已经是这个旗 1（…834521）". */
export function PreviewLine({ planned, lang }: { planned: readonly Planned[]; lang: Lang }) {
  const t = pageWords(lang)
  const changing = planned.filter(({ plan }) => !plan.skip)
  const inBatch = changing.filter(({ entry }) => entry.parcel)
  return (
    <>
      <strong>{t.willChange(changing.length)}</strong>
      {inBatch.length > 0 && <span data-tone="late"> {t.inBatchWarning(inBatch.length)}</span>}
      {[...reasonsOf(planned)].map(([skip, tids]) => (
        <span>
          {' '}
          {t.wontChange(tids.length, words(lang).skips[skip])} <small>{tids.slice(0, 5).map(tailOf).join(' ')}</small>
        </span>
      ))}
    </>
  )
}

/** Enough of an order number to find it in a list. */
export const tailOf = (tid: string) => `…${tid.slice(-6)}`

function reasonsOf(planned: readonly Planned[]): Map<Skip, string[]> {
  const reasons = new Map<Skip, string[]>()
  for (const { entry, plan } of planned)
    if (plan.skip) reasons.set(plan.skip, [...(reasons.get(plan.skip) ?? []), entry.order.tid])
  return reasons
}
