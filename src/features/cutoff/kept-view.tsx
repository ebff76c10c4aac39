/** What would stay behind if the cutoff were now: the list behind the board's figures. */
import { dayWord } from '../../core/time.ts'
import { Empty } from '../../ui/parts.tsx'
import type { Why } from '../orders/index.ts'
import { boardWords } from './board-words.ts'
import type { ComingDay } from './coming-day.ts'
import { KeptRows, type KeptProps } from './coming-view.tsx'
import { OnlyFor } from './left-view.tsx'
import { pageWords } from './page-messages.ts'
import type { PageProps } from './rows.tsx'

type Props = PageProps & { data: ComingDay; kept: KeptProps['kept']; why: Why['code'] | undefined }

export function KeptView({ data: { plan, names }, kept, why, lang, here }: Props) {
  const t = pageWords(lang)
  return (
    <>
      <header class="next line">
        <h1>{boardWords(lang).willStay(kept.length)}</h1>
        <a class="push" href={here(`/batch/${plan.day}`)}>
          {t.batchOf(dayWord(plan.day, lang))}
        </a>
      </header>
      {why && <OnlyFor why={why} all={here(`/batch/${plan.day}/left`)} lang={lang} />}
      {kept.length ? (
        <KeptRows kept={kept} caption={t.leftTitle} names={names} lang={lang} />
      ) : (
        <Empty title={boardWords(lang).nothingStays} hint={t.noBlockingHint} />
      )}
    </>
  )
}
