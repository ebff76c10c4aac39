/** One robot: what it answered last and what to do about it, and everything that can be changed. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { briefOf, longOf } from '../../core/time.ts'
import { lookingAgain } from '../../ui/live.ts'
import { Act, Field } from '../../ui/parts.tsx'
import type { Told } from '../outbox/index.ts'
import type { Shop } from '../shops/index.ts'
import { LONGEST_NAME } from './actions.ts'
import { troubleIn } from './answers.ts'
import { AddressFields, Delivery, OnOff, Tail } from './list-view.tsx'
import { words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { sentences } from './sentences.ts'
import type { Shown } from './secrets.ts'
import type { Robot } from './store.ts'

type Props = {
  lang: Lang
  now: number
  shop: Shop
  robot: Robot
  /** Nothing leaves, and no address is kept. */
  isDemo: boolean
  shown: Shown | undefined
  /** Newest first. */
  letters: readonly Told[]
  history: readonly Activity[]
}

export function RobotView(props: Props) {
  const { robot, letters, history, isDemo } = props
  const waits = letters[0]?.state === 'pending' && !isDemo
  return (
    <>
      <div
        id="answers"
        class="stack"
        {...(waits ? lookingAgain(`/robot/${robot.id}`, { seconds: 2, part: '#answers' }) : {})}
      >
        <Head {...props} />
        <Answer {...props} />
        <Recent {...props} />
      </div>
      <Changes {...props} />
      {history.length > 0 && <Happened {...props} />}
    </>
  )
}

function Head({ lang, robot, shown, isDemo }: Props) {
  const t = pageWords(lang)
  return (
    <section class="next">
      <p class="when">
        <a href="/robots">{t.back}</a> · {words(lang).kinds[robot.kind]}{' '}
        <Tail shown={shown} isDemo={isDemo} lang={lang} /> <OnOff robot={robot} lang={lang} />
      </p>
      <h1>{robot.name}</h1>
      <div class="line">
        {robot.on ? (
          <Act action={`/robot/${robot.id}/test`}>
            <button class="primary" data-key="t">
              {t.test} <kbd>T</kbd>
            </button>
          </Act>
        ) : (
          <Act action={`/robot/${robot.id}/on`}>
            <button class="primary">{t.switchOn}</button>
          </Act>
        )}
      </div>
    </section>
  )
}

/** What the last message met, in words that say what to do. */
function Answer({ lang, robot, shown, isDemo, letters }: Props) {
  const t = pageWords(lang)
  const last = letters[0]
  const trouble = shown || isDemo ? last && troubleIn(robot.kind, last.said) : 'sealed'
  if (!trouble && last?.state === 'pending')
    return (
      <p class="banner" role="status">
        {isDemo ? t.testStays : t.testWaits}
      </p>
    )
  if (!trouble)
    return last?.state === 'sent' && !isDemo ? (
      <p class="banner" data-tone="done" role="status">
        {t.testedOk}
      </p>
    ) : null
  return (
    <p class="banner" data-tone={last?.state === 'pending' ? 'soon' : 'late'} role="status">
      {words(lang).trouble[trouble]} {last?.said && <q class="answer">{last.said}</q>}
    </p>
  )
}

function Recent({ lang, now, shop, robot, letters }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel">
      <header>
        <h2>{t.recent}</h2>
      </header>
      {letters.length === 0 ? (
        <p class="quiet">{t.recentEmpty}</p>
      ) : (
        <table class="rows tight">
          <caption class="unseen">{t.recent}</caption>
          <thead>
            <tr>
              {t.recentColumns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <tr>
                <td class="at one-line">
                  <time>{briefOf(letter.sentAt ?? letter.at, now, shop.timeZone)}</time>
                </td>
                <th scope="row" class="full">
                  <a href={`/letter/${letter.id}`}>{letter.subject}</a>
                </th>
                <td class="state">
                  <Delivery letter={letter} lang={lang} />
                </td>
                <td class="full">{troubleIn(robot.kind, letter.said) && <q class="answer">{letter.said}</q>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Changes({ lang, robot, shown, isDemo }: Props) {
  const t = pageWords(lang)
  const at = `/robot/${robot.id}`
  return (
    <>
      <details class="fold">
        <summary>{t.rename}</summary>
        <Act action={`${at}/name`} class="stack form">
          <Field name="name" label={t.name}>
            <input id="name" name="name" value={robot.name} required maxlength={LONGEST_NAME} autocomplete="off" />
          </Field>
          <p class="line">
            <button>{t.save}</button>
          </p>
        </Act>
      </details>
      {!isDemo && (
        <details class="fold" open={!shown}>
          <summary>{t.replace}</summary>
          <Act action={`${at}/address`} class="stack form" anew>
            <p class="quiet">{t.replaceHint}</p>
            <AddressFields lang={lang} />
            <p class="line">
              <button>{t.replaceIt}</button>
            </p>
          </Act>
        </details>
      )}
      <details class="fold">
        <summary>{robot.on ? t.offOrRemove : t.remove}</summary>
        {robot.on && (
          <Act action={`${at}/off`} class="line">
            <button>{t.switchOff}</button>
          </Act>
        )}
        <Act action={`${at}/remove`} class="stack form">
          <p class="quiet">{t.removeHint}</p>
          <p class="line">
            <button class="stop">{t.removeIt}</button>
          </p>
        </Act>
      </details>
    </>
  )
}

function Happened({ lang, shop, history }: Props) {
  return (
    <section class="panel">
      <header>
        <h2>{pageWords(lang).happened}</h2>
      </header>
      <ol class="steps-taken">
        {history.map((row) => (
          <li>
            <time>{longOf(row.at, shop.timeZone)}</time> {row.actor} {sentences[row.kind]?.(row, lang)}
          </li>
        ))}
      </ol>
    </section>
  )
}
