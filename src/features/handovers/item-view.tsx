/** One item: what was handed over, what was said about it, and how it ends. */
import type { Child } from 'hono/jsx'
import { longOf, timeOf } from '../../core/time.ts'
import { Act, Opening, Who } from '../../ui/parts.tsx'
import { turnWord } from './messages.ts'
import { ItemForm, type FormProps } from './item-form.tsx'
import { pageWords } from './page-messages.ts'
import { Facts, Live, UrgencyMark } from './parts.tsx'
import { endsAt, isWaitingForAnswer, type Entry, type HandoverSight } from './sight.ts'
import type { Talk } from './store-items.ts'
import { versionOf } from './writing.ts'

type Props = {
  sight: HandoverSight
  entry: Entry
  authors: ReadonlyMap<string, { handle: string; hue: number }>
  staff: FormProps['staff']
}

export function ItemView(props: Props) {
  const { sight, entry } = props
  const at = `/handover/${sight.handover.id}/items/${entry.item.id}`
  const isDraft = sight.handover.state === 'draft'
  return (
    <>
      <Live href={at}>
        <Head {...props} />
        <Said {...props} />
      </Live>
      {isDraft && entry.item.state === 'open' && <Writing {...props} at={at} />}
      {!isDraft && <Talking {...props} at={at} />}
      {entry.item.state === 'open' && <Settling sight={sight} at={at} there={endsAt(sight, entry.item)} />}
    </>
  )
}

function Head({ sight, entry }: Props) {
  const { lang, handover } = sight
  const { given, item, times } = entry
  const t = pageWords(lang)
  const isSettled = item.state === 'settled'
  return (
    <Opening
      when={
        <>
          <UrgencyMark urgency={given.urgency} lang={lang} /> {turnWord(handover, lang)}
        </>
      }
      tone={isSettled ? 'done' : 'act'}
      title={given.summary[lang]}
      forgotten={t.forgotten}
      gaps={isWaitingForAnswer(entry.talk) ? [{ count: 1, words: t.gapAnswers, tone: 'soon' }] : []}
    >
      <Facts given={given} sight={sight} times={times} />
      <p class="line">
        <span class="quiet">{isSettled ? t.endedAs(item.ending?.[lang] ?? '') : t.itemOpen}</span>
        <a class="button plain" href={`/handover/${handover.id}`}>
          {t.toList}
        </a>
      </p>
    </Opening>
  )
}

function Said({ sight, entry, authors }: Props) {
  const t = pageWords(sight.lang)
  if (sight.handover.state === 'draft' && !entry.talk.length) return null
  return (
    <section class="panel" id="talk">
      <header>
        <h2>{t.talk}</h2> <span class="count">{entry.talk.length}</span>
      </header>
      <ol class="log" aria-live="polite">
        {entry.talk.map((talk) => (
          <Saying talk={talk} sight={sight} author={authors.get(talk.authorId)} />
        ))}
      </ol>
    </section>
  )
}

type SayingProps = { talk: Talk; sight: HandoverSight; author: { handle: string; hue: number } | undefined }
function Saying({ talk, sight: { shop, lang }, author }: SayingProps) {
  return (
    <li>
      <time title={longOf(talk.at, shop.timeZone)}>{timeOf(talk.at, shop.timeZone)}</time>
      <Who handle={author?.handle ?? talk.author} hue={author?.hue ?? 1} name={false} />
      <p class="said" data-tone={talk.kind === 'question' ? 'soon' : undefined}>
        <b>{talk.author}</b> <small>{pageWords(lang).kinds[talk.kind]}</small> {talk.text}
      </p>
    </li>
  )
}

type LineProps = {
  action: string
  id: string
  name: string
  label: string
  go: string
  hint?: string
  primary?: boolean
  children?: Child
}

/** One line and its button. */
const OneLine = ({ action, id, name, label, go, hint, primary }: LineProps) => (
  <Act action={action} id={id} class="line entry" anew>
    <p class="field">
      <label for={`${id}-${name}`}>
        {label} {hint && <span class="hint">{hint}</span>}
      </label>
      <input id={`${id}-${name}`} name={name} required maxlength={300} autocomplete="off" />
      <span class="error" data-error={name} hidden />
    </p>
    <button class={primary ? 'primary' : undefined}>{go}</button>
  </Act>
)

/** A question that waits is answered first; whoever takes over asks, whoever gave amends. */
function Talking({ sight, entry, at }: Props & { at: string }) {
  const t = pageWords(sight.lang)
  const waits = isWaitingForAnswer(entry.talk)
  const isGiver = !!sight.me && (sight.sides.givers.includes(sight.me) || sight.sides.outgoing.includes(sight.me))
  return (
    <section class="stack">
      {waits && (
        <OneLine
          action={`${at}/answer`}
          id="answer"
          name="text"
          label={t.answerLabel}
          go={t.answerGo}
          primary={isGiver}
        />
      )}
      <OneLine action={`${at}/ask`} id="ask" name="text" label={t.askLabel} go={t.askGo} primary={!isGiver} />
      <OneLine action={`${at}/amend`} id="amend" name="text" label={t.amendLabel} go={t.amendGo} hint={t.amendHint} />
    </section>
  )
}

/** What another room has open ends there: a line written here would not end it. */
const Settling = ({ sight, at, there }: { sight: HandoverSight; at: string; there: string | undefined }) => {
  const t = pageWords(sight.lang)
  return (
    <section class="panel">
      {there && (
        <p class="line" id="settle">
          <a class="button" href={there}>
            {t.doThere}
          </a>
          <span class="quiet">{t.endsThere}</span>
        </p>
      )}
      {!there && <OneLine action={`${at}/settle`} id="settle" name="ending" label={t.endingLabel} go={t.settleGo} />}
    </section>
  )
}

function Writing({ sight, entry, staff, at }: Props & { at: string }) {
  const { lang, shop } = sight
  const t = pageWords(lang)
  const { item } = entry
  return (
    <>
      <section class="panel">
        <header>
          <h2>{t.edit}</h2>
        </header>
        <ItemForm
          action={`${at}/edit`}
          lang={lang}
          staff={staff}
          go={t.save}
          item={item}
          seen={versionOf(item)}
          zone={shop.timeZone}
          tid={sight.numbers.get(item.orderId ?? '')}
          primary
        />
      </section>
      <section class="panel">
        <OneLine
          action={`${at}/leave-out`}
          id="leave-out"
          name="why"
          label={`${t.leaveOut}：${t.why}`}
          go={t.leaveOut}
          hint={t.leaveOutHint}
        />
      </section>
    </>
  )
}
