/** All robots of a shop: how they stand, which notices go where, one more. */
import type { Lang } from '../../core/i18n.ts'
import { briefOf } from '../../core/time.ts'
import { Act, Badge, Empty, Field, Opening, type Tone } from '../../ui/parts.tsx'
import type { Told } from '../outbox/index.ts'
import type { Shop } from '../shops/index.ts'
import { LONGEST_NAME } from './actions.ts'
import { words } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { Shown } from './secrets.ts'
import type { Robot } from './store.ts'
import { topics, type Least, type Topic, type Wanted } from './topics.ts'

/** `shown` undefined: its address does not open. `last`: the letter that was written last. */
export type Standing = { robot: Robot; shown: Shown | undefined; wanted: Wanted; last: Told | undefined }

type Props = {
  lang: Lang
  now: number
  shop: Shop
  list: readonly Standing[]
  isDemo: boolean
  hasLinks: boolean
}

export function RobotsView(props: Props) {
  const { lang, list, isDemo, hasLinks } = props
  const t = pageWords(lang)
  return (
    <>
      {isDemo && (
        <p class="banner" data-tone="soon">
          {t.inDemo}
        </p>
      )}
      <Head {...props} />
      {list.length > 0 && <RobotTable {...props} />}
      {list.length > 0 && !hasLinks && !isDemo && <p class="quiet">{t.noLink}</p>}
      {list.length > 0 && <TopicTable {...props} />}
      {isDemo && list.length === 0 && <Empty title={t.empty} hint={t.emptyHint} />}
      {!isDemo && <AddForm {...props} />}
    </>
  )
}

const isFailing = ({ robot, last }: Standing) => robot.on && last?.state === 'failed'

function Head({ lang, shop, list, isDemo }: Props) {
  const t = pageWords(lang)
  const count = (is: (one: Standing) => boolean) => list.filter(is).length
  const failing = count(isFailing)
  const off = count(({ robot }) => !robot.on)
  const gaps = [
    { count: failing, words: t.failedGap, tone: 'late' as Tone, href: '/outbox?state=failed' },
    { count: count(({ shown }) => !shown && !isDemo), words: t.brokenGap, tone: 'late' as Tone },
    { count: off, words: t.offGap, tone: 'soon' as Tone },
  ]
  const standing = failing ? t.title.failing(failing) : off ? t.title.off(off) : t.title.fine
  return (
    <Opening
      when={t.when(shop.name)}
      tone={failing ? 'late' : off || !list.length ? 'soon' : 'done'}
      title={list.length ? standing : t.title.none}
      forgotten={t.forgotten}
      gaps={gaps.filter((gap) => gap.count > 0)}
    >
      <p class="quiet robots-intro">{t.intro}</p>
    </Opening>
  )
}

function RobotTable(props: Props) {
  const t = pageWords(props.lang)
  return (
    <section class="panel">
      <header>
        <h2>{t.list}</h2> <span class="count">{props.list.length}</span>
      </header>
      <table class="rows tight">
        <caption class="unseen">{t.list}</caption>
        <thead>
          <tr>
            {t.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.list.map((one) => (
            <RobotRow {...props} {...one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RobotRow({ lang, now, shop, isDemo, robot, shown, last }: Props & Standing) {
  const t = pageWords(lang)
  return (
    <tr id={`r-${robot.id}`}>
      <th scope="row">
        <a href={`/robot/${robot.id}`}>
          <b>{robot.name}</b>
        </a>
      </th>
      <td>{words(lang).kinds[robot.kind]}</td>
      <td>
        <Tail shown={shown} isDemo={isDemo} lang={lang} />
      </td>
      <td class="state">
        <OnOff robot={robot} lang={lang} />
      </td>
      <td class="full">
        {last ? (
          <>
            <Delivery letter={last} lang={lang} /> <time>{briefOf(last.sentAt ?? last.at, now, shop.timeZone)}</time>{' '}
            {last.state === 'failed' && (
              <a class="button plain" href={`/letter/${last.id}`}>
                {t.toOutbox}
              </a>
            )}
          </>
        ) : (
          <span class="quiet">{t.never}</span>
        )}
      </td>
    </tr>
  )
}

/** All of an address that anybody sees. */
export function Tail({ shown, isDemo, lang }: { shown: Shown | undefined; isDemo: boolean; lang: Lang }) {
  const t = pageWords(lang)
  if (shown) return <code>{t.ends(shown.tail)}</code>
  return isDemo ? <span class="quiet">{t.notKept}</span> : <Badge tone="late">{t.broken}</Badge>
}

export const OnOff = ({ robot, lang }: { robot: Pick<Robot, 'on'>; lang: Lang }) => (
  <Badge tone={robot.on ? 'done' : 'soon'}>{robot.on ? pageWords(lang).on : pageWords(lang).off}</Badge>
)

const tones: Record<Told['state'], Tone | undefined> = {
  pending: 'soon',
  sent: 'done',
  bounced: 'late',
  failed: 'late',
  held: 'hold',
}
export const Delivery = ({ letter, lang }: { letter: Pick<Told, 'state'>; lang: Lang }) => (
  <Badge tone={tones[letter.state]}>{pageWords(lang).states[letter.state]}</Badge>
)

// --- which notices go where ---------------------------------------------------------------------------

export const fieldOf = (topic: Topic, { id }: Pick<Robot, 'id'>) => `${topic}.${id}`

function TopicTable({ lang, list }: Props) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="topics">
      <header>
        <h2>{t.routes}</h2> <span class="count">{t.routesHint}</span>
      </header>
      <Act action="/robots/topics" class="stack">
        <div class="robot-topics" tabindex={0} role="region" aria-label={t.routes}>
          <table class="rows tight">
            <caption class="unseen">{t.routes}</caption>
            <thead>
              <tr>
                <th scope="col">{t.topic}</th>
                {list.map(({ robot }) => (
                  <th scope="col">{robot.name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {topics.map((topic) => (
                <tr>
                  <th scope="row" class="full">
                    <b>{words(lang).topics[topic]}</b>
                  </th>
                  {list.map((one) => (
                    <td class="full">
                      <Choice lang={lang} topic={topic} {...one} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="line">
          <button class="primary">{t.saveRoutes}</button>
        </p>
      </Act>
    </section>
  )
}

export const choices = ['none', 'late', 'soon', 'calm'] as const satisfies readonly (Least | 'none')[]

function Choice({ lang, topic, robot, wanted }: { lang: Lang; topic: Topic; robot: Robot; wanted: Wanted }) {
  const now = wanted[topic] ?? 'none'
  const label = `${words(lang).topics[topic]} · ${robot.name}`
  return (
    <label class="robot-choice">
      <span aria-hidden="true">{robot.name}</span>
      <select name={fieldOf(topic, robot)} aria-label={label}>
        {choices.map((one) => (
          <option value={one} selected={one === now}>
            {words(lang).least[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

// --- one more -----------------------------------------------------------------------------------------

function AddForm({ lang, list }: Props) {
  const t = pageWords(lang)
  return (
    <details class="fold" id="add" open={!list.length}>
      <summary data-key="n">
        {t.add} <kbd>N</kbd>
      </summary>
      <Act action="/robots" class="stack form" anew>
        <p class="quiet">{t.addHint}</p>
        <Field name="name" label={t.name} hint={t.nameHint}>
          <input id="name" name="name" required maxlength={LONGEST_NAME} autocomplete="off" />
        </Field>
        <AddressFields lang={lang} />
        <p class="line">
          <button class={list.length ? undefined : 'primary'}>{t.addIt}</button>
        </p>
      </Act>
    </details>
  )
}

/** What is typed here is shown to nobody again, and offered to nobody by the browser. */
export function AddressFields({ lang }: { lang: Lang }) {
  const t = pageWords(lang)
  return (
    <>
      <Field name="address" label={t.address} hint={t.addressHint}>
        <input id="address" name="address" type="url" required maxlength={500} autocomplete="off" spellcheck={false} />
      </Field>
      <Field name="secret" label={t.secret} hint={t.secretHint}>
        <input id="secret" name="secret" type="password" maxlength={200} autocomplete="off" spellcheck={false} />
      </Field>
    </>
  )
}
