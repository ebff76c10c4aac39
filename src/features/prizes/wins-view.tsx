/** The wheel's own list: bring it, look at what it does, take it in, take it back. */
import type { Lang } from '../../core/i18n.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { HistoryLog } from '../../ui/history.tsx'
import { Act, Opening } from '../../ui/parts.tsx'
import { pageWords } from './page-words.ts'
import { sentences } from './sentences.ts'
import { WinsWhen, type WinsProps } from './wins-when.tsx'
import { winsWords } from './wins-words.ts'

export function WinsView(props: WinsProps) {
  const { lang, list, history } = props
  const t = winsWords(lang)
  return (
    <>
      <Opening when={<WinsWhen {...props} />} title={t.bring} forgotten={t.forgotten} gaps={[]}>
        <UploadForm lang={lang} explain={!list.count} />
      </Opening>
      {list.importedAt !== null && <ToCheck lang={lang} />}
      {list.importedAt !== null && <UndoForm {...props} importedAt={list.importedAt} />}
      {history.length > 0 && <History {...props} />}
    </>
  )
}

/** What a list is brought for. */
const ToCheck = ({ lang }: { lang: Lang }) => (
  <p class="line">
    <a class="button" href="/prizes/check">
      {pageWords(lang).checkLink}
    </a>
  </p>
)

const UploadForm = ({ lang, explain }: { lang: Lang; explain: boolean }) => {
  const t = winsWords(lang)
  return (
    <Act action="/prizes/wins" class="upload" multipart>
      <p class="field">
        <label for="file">{t.file}</label>
        <input id="file" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" aria-describedby="file-hint" />
        <span class="hint" id="file-hint">
          {t.fileHint}
        </span>
        <span class="error" data-error="file" hidden />
      </p>
      <p class="field">
        <label for="text">{t.paste}</label>
        <textarea id="text" name="text" rows={3} placeholder={t.pasteExample} spellcheck={false} autocomplete="off" />
      </p>
      <p class="line">
        <button class="primary">{t.look}</button>
      </p>
      <details open={explain}>
        <summary>{t.howTitle}</summary>
        <ul class="how">
          {t.how.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </Act>
  )
}

const UndoForm = ({ lang, list, importedAt }: WinsProps & { importedAt: number }) => {
  const t = winsWords(lang)
  return (
    <details class="fold">
      <summary>{t.undo}</summary>
      <Act action="/prizes/wins/withdraw" class="planning">
        <p class="quiet">{t.undoHint(list.last)}</p>
        <input type="hidden" name="importedAt" value={importedAt} />
        <p class="field">
          <label for="undo-why">{t.undoWhy}</label>
          <input
            id="undo-why"
            name="why"
            required
            maxlength={LONGEST_LINE}
            placeholder={t.undoExample}
            autocomplete="off"
          />
          <span class="error" data-error="why" hidden />
        </p>
        <button>{t.undo}</button>
      </Act>
    </details>
  )
}

const History = ({ lang, shop, history }: WinsProps) => (
  <HistoryLog
    title={winsWords(lang).history}
    history={history.toReversed()}
    sentences={sentences}
    zone={shop.timeZone}
    lang={lang}
  />
)
