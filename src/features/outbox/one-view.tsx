/** One letter: how it stands, what it says as it was written, what was done with it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Posted } from '../../core/outbox.ts'
import { mayBounce } from '../../core/outbox-rules.ts'
import { longOf, whenWord } from '../../core/time.ts'
import { lookingAgain } from '../../ui/live.ts'
import { Act, Field } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { Answer, Deeds, Standing, State, type Looks } from './rows.tsx'
import { sentences } from './sentences.ts'

type Props = Looks & { letter: Posted; happened: readonly Activity[]; banner: string | undefined }

export function LetterView(props: Props) {
  const { lang, letter, banner } = props
  const t = words(lang)
  const waits = letter.state === 'pending' && !banner
  return (
    <main id="main" class="page stack">
      {banner && letter.state === 'pending' && (
        <p class="banner" data-tone="soon">
          {banner}
        </p>
      )}
      <div
        id="letter"
        class="stack"
        {...(waits && lookingAgain(`/letter/${letter.id}`, { seconds: 3, part: '#letter' }))}
      >
        <Head {...props} />
        <Facts {...props} />
        <section class="panel">
          <header>
            <h2>{t.letter.text}</h2> <span class="count">{t.letter.textHint}</span>
          </header>
          <p class="words letter-text">{letter.content.text}</p>
        </section>
        {props.happened.length > 0 && <Happened {...props} />}
      </div>
      <p class="line">
        <a class="button plain" href="/outbox">
          {t.back}
        </a>
      </p>
    </main>
  )
}

function Head({ letter, lang, now, shop }: Props) {
  const t = words(lang)
  const when = letter.sentAt === null ? t.writtenAt : t.sentAt
  return (
    <section class="next">
      <p class="when">
        <State letter={letter} lang={lang} now={now} />{' '}
        {when(whenWord(letter.sentAt ?? letter.at, now, shop.timeZone, lang))}
      </p>
      <h1>{letter.subject}</h1>
      <div class="line">
        <Deeds letter={letter} lang={lang} now={now} primary />
      </div>
      {mayBounce(letter) && <Bounce letter={letter} lang={lang} />}
    </section>
  )
}

/** The server took it, and a mailbox sent it back: that is read elsewhere and noted here. */
function Bounce({ letter, lang }: Pick<Props, 'letter' | 'lang'>) {
  const t = words(lang)
  return (
    <Act action={`/letter/${letter.id}/bounced`} class="form bounce">
      <Field name="said" label={t.bounceSaid} hint={t.bounceHint}>
        <input id="said" name="said" maxlength={500} autocomplete="off" />
      </Field>
      <p class="line">
        <button>{t.bounce}</button>
      </p>
    </Act>
  )
}

function Facts({ letter, ...looks }: Props) {
  const t = words(looks.lang)
  const { channel, content, role, address, said } = letter
  const facts: [string, unknown][] = [
    [t.letter.for(t.roles[role]), <b>{channel === 'robot' ? content.to.join() : address}</b>],
    [
      t.letter.said,
      <>
        {said === null ? t.letter.nothingSaid : <Answer letter={letter} lang={looks.lang} />}{' '}
        <Tries letter={letter} {...looks} />
      </>,
    ],
    [t.letter.from, content.from],
    [t.letter.to, content.to.join(', ') || t.letter.none],
    [t.letter.cc, content.cc.join(', ') || t.letter.none],
    [t.letter.files, filesOf(letter, looks.lang) || t.letter.none],
  ]
  return (
    <section class="panel">
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Tries = ({ letter, ...looks }: Looks & { letter: Posted }) => (
  <Standing letter={{ ...letter, said: null }} {...looks} />
)

const filesOf = ({ content }: Posted, lang: Lang) =>
  content.attachments
    .map(({ name, base64 }) => `${name} (${words(lang).letter.size(Math.ceil((base64.length * 3) / 4 / 1024))})`)
    .join(', ')

function Happened({ happened, lang, shop }: Props) {
  const t = words(lang)
  return (
    <section class="panel">
      <header>
        <h2>{t.letter.happened}</h2>
      </header>
      <ol class="steps-taken">
        {happened.map((row) => (
          <li>
            <time>{longOf(row.at, shop.timeZone)}</time> {row.actor} {sentences[row.kind]?.(row, lang)}{' '}
            {row.why && <q class="answer">{row.why}</q>}
          </li>
        ))}
      </ol>
    </section>
  )
}
