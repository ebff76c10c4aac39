/** At the foot of a batch's page: its sheets, and the batches before it. */
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { Badge } from '../../ui/parts.tsx'
import { hasChanges } from './changes.ts'
import { howLong, type FrozenDay } from './frozen-day.ts'
import { pageWords } from './page-messages.ts'
import { PrintForm } from './print-form.tsx'
import type { PageProps } from './rows.tsx'
import { LATE_SECONDS } from './rules.ts'
import { sheetWords } from './sheet-messages.ts'
import { sheets, type Print, type Sheet } from './store-prints.ts'

type Props = PageProps & { data: FrozenDay }

export function Sheets({ data, viewer, lang }: Props) {
  if (!may(viewer, 'batch.print')) return null
  const t = pageWords(lang)
  return (
    <section class="panel" id="sheets">
      <header>
        <h2>{t.sheetsTitle}</h2> <span class="count">{t.version(data.batch.version)}</span>
      </header>
      <ul class="sheets">
        {sheets.map((sheet) => (
          <SheetLine data={data} sheet={sheet} lang={lang} />
        ))}
      </ul>
    </section>
  )
}

/** A sheet of changes that would tell nothing is not printed; looking at it shows the last one. */
function SheetLine({ data: { batch, prints, changes }, sheet, lang }: Pick<Props, 'data' | 'lang'> & { sheet: Sheet }) {
  const t = pageWords(lang)
  const last = prints.filter((p) => p.sheet === sheet).at(-1)
  const empty = sheet === 'changes' && !hasChanges(batch, prints)
  return (
    <li class="line">
      <strong>{sheetWords(lang).titles[sheet]}</strong>
      <span class="quiet">
        {empty && `${t.nothingChanged} · `}
        {printedWords(last, lang)}
        {sheet === 'changes' && changes > 0 && ` · ${changes}`}
      </span>
      <span class="push line">
        <a class="button plain" href={`/batch/${batch.id}/sheets/${sheet}${empty && last ? `?print=${last.id}` : ''}`}>
          {t.look}
        </a>
        {!empty && <PrintForm batchId={batch.id} sheet={sheet} words={t.print} />}
      </span>
    </li>
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
