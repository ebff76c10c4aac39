/** One field on top, and what was written before. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord, shortOf } from '../../core/time.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { Act, Badge, Empty, Opening, Who } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import { UndoToast } from '../../ui/toast.tsx'
import { words } from './messages.ts'
import { orderNumberIn } from './rules.ts'
import type { Note } from './store.ts'

export type Book = {
  lang: Lang
  zone: string
  notes: readonly (Note & { canPlace: boolean })[]
  names: ReadonlyMap<string, { handle: string; hue: number }>
  isTeam: boolean
  canSeeTeam: boolean
  /** An undo is being offered. */
  undoable: boolean
}

export function NotebookView(book: Book) {
  const t = words(book.lang)
  const notPlaced = book.notes.filter(({ agendaDay, talkedAt }) => agendaDay === null && talkedAt === null).length
  return (
    <>
      <Opening
        when={t.title}
        tone="act"
        title={t.question}
        forgotten={t.forgotten}
        gaps={notPlaced ? [{ count: notPlaced, words: t.notPlaced(notPlaced), href: '#notes' }] : []}
      >
        <WriteForm lang={book.lang} ready={!book.undoable} />
      </Opening>
      {book.canSeeTeam && <Tabs {...book} />}
      {book.notes.length > 0 ? <Notes {...book} /> : <Empty title={t.empty} hint={t.emptyHint} />}
    </>
  )
}

/** Ready to be typed into, unless an undo waits for its key. */
function WriteForm({ lang, ready }: { lang: Lang; ready: boolean }) {
  const t = words(lang)
  return (
    <Act action="/notebook" class="asked note-form">
      <p class="field grow">
        <label class="unseen" for="note-text">
          {t.question}
        </label>
        <input
          id="note-text"
          name="text"
          maxlength={LONGEST_LINE}
          required
          autofocus={ready}
          placeholder={t.example}
          autocomplete="off"
        />
        <span class="hint">{t.hint}</span>
        <span class="error" data-error="text" hidden />
      </p>
      <button type="submit" class="primary">
        {t.save}
      </button>
      <a class="unseen" href="#note-text" data-key="w">
        {t.question}
      </a>
    </Act>
  )
}

const Tabs = ({ lang, isTeam }: Book) => (
  <nav class="choices" aria-label={words(lang).whose}>
    <a href="/notebook" aria-current={isTeam ? undefined : 'true'}>
      {words(lang).mine}
    </a>
    <a href="/notebook?whose=team" aria-current={isTeam ? 'true' : undefined}>
      {words(lang).team}
    </a>
  </nav>
)

function Notes(book: Book) {
  const t = words(book.lang)
  return (
    <section class="panel" id="notes">
      <table class="rows tight">
        <caption class="unseen">{t.title}</caption>
        <Heads names={t.columns.filter((_column, i) => book.isTeam || i !== 1)} />
        <tbody>
          {book.notes.map((note) => (
            <NoteRow book={book} note={note} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function NoteRow({ book, note }: { book: Book; note: Book['notes'][number] }) {
  const { lang, zone, names, isTeam } = book
  return (
    <tr id={`n-${note.id}`}>
      <td class="one-line">
        <time>{shortOf(note.at, zone)}</time>
      </td>
      {isTeam && (
        <td class="one-line">
          <Who handle={note.author} hue={names.get(note.authorId)?.hue ?? 1} />
        </td>
      )}
      <td class="full">
        <Text note={note} />
      </td>
      <td class="note">
        <Came note={note} lang={lang} />
      </td>
      <td class="act">{note.canPlace && <Place note={note} lang={lang} isTeam={isTeam} />}</td>
    </tr>
  )
}

/** The order number in it leads to the order. */
function Text({ note: { text, orderId } }: { note: Note }) {
  const tid = orderId ? orderNumberIn(text) : undefined
  if (!tid) return text
  const [before, after] = text.split(tid)
  return (
    <>
      {before}
      <a class="id" href={`/orders/${orderId}`}>
        {tid}
      </a>
      {after}
    </>
  )
}

function Came({ note, lang }: { note: Note; lang: Lang }) {
  const t = words(lang)
  if (note.talkedAt !== null)
    return (
      <>
        <Badge tone="done">{t.talked}</Badge> {note.ending}
      </>
    )
  return note.agendaDay ? <Badge tone="act">{t.onAgenda(dayWord(note.agendaDay, lang))}</Badge> : null
}

function Place({ note, lang, isTeam }: { note: Note; lang: Lang; isTeam: boolean }) {
  const t = words(lang)
  const isOn = note.agendaDay !== null
  return (
    <Act action={`/notebook/${note.id}/${isOn ? 'off-agenda' : 'to-agenda'}`}>
      {isTeam && <input type="hidden" name="whose" value="team" />}
      <button type="submit" class="plain" aria-label={isOn ? t.offAgendaOf(note.text) : t.toAgendaOf(note.text)}>
        {isOn ? t.offAgenda : t.toAgenda}
      </button>
    </Act>
  )
}

/** What was just put on the agenda, with a button that takes it back. */
export function PlacedToast({ id, lang, whose }: { id: string; lang: Lang; whose: string | undefined }) {
  const t = words(lang)
  return (
    <UndoToast id={`placed-${id}`} said={t.placed} action={`/notebook/${id}/off-agenda`} words={t}>
      {whose && <input type="hidden" name="whose" value={whose} />}
    </UndoToast>
  )
}
