/** Swaps that wait for an answer: one's own, and for the leads everybody's. */
import type { Lang } from '../../core/i18n.ts'
import { Act } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { offerIn } from './swap-offers.ts'
import { swapWord } from './telling.ts'
import type { OpenSwap, Week } from './week.ts'

type Props = { lang: Lang; week: Week }

export function Swaps({ lang, week }: Props) {
  const t = words(lang)
  if (!week.swaps.length) return null
  const first = week.mayPlan ? undefined : week.swaps.find(({ swap }) => swap.askedOf === week.me)
  return (
    <section class="panel" id="swaps">
      <header>
        <h2>{t.swaps}</h2> <span class="count">{week.swaps.length}</span>
      </header>
      <table class="rows">
        <caption class="unseen">{t.swaps}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{t.swaps}</th>
            <th scope="col">{t.why}</th>
            <th scope="col">{t.doing}</th>
          </tr>
        </thead>
        <tbody>
          {week.swaps.map((open) => (
            <tr>
              <td>{swapWord(week.kinds, offerIn(open.swap)!, open.names, lang)}</td>
              <td class="note">{t.swapWhy(open.swap.why)}</td>
              <td class="act">
                <Answers lang={lang} week={week} open={open} isNext={open === first} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Answers({ lang, week, open, isNext }: Props & { open: OpenSwap; isNext: boolean }) {
  const t = words(lang)
  const { swap, names } = open
  if (swap.askedOf === week.me)
    return (
      <span class="line">
        <Act action={`/swaps/${swap.id}/accept`}>
          <button class={isNext ? 'primary' : undefined}>{t.accept}</button>
        </Act>
        <Act action={`/swaps/${swap.id}/decline`}>
          <button class="plain">{t.decline}</button>
        </Act>
      </span>
    )
  if (swap.askedBy === week.me)
    return (
      <Act action={`/swaps/${swap.id}/withdraw`}>
        <button class="plain">{t.withdraw}</button>
      </Act>
    )
  return <small class="quiet">{t.waitsFor(names.of)}</small>
}
