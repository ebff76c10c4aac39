/** The outbox: what did not arrive, what waits, what is held; what has left, day by day. */
import { keyText } from '../../core/paging.ts'
import { dayOf, dayWord, MINUTE } from '../../core/time.ts'
import { lookingAgain } from '../../ui/live.ts'
import { Act, Empty, Field, NextPage, Opening, type Tone } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { LetterTable, type Looks } from './rows.tsx'
import type { Told } from './store.ts'

export const sections = ['failed', 'waiting', 'held', 'sent'] as const
export type Section = (typeof sections)[number]

type Props = Looks & {
  /** The one section that is asked for. */
  only: Section | undefined
  counts: Record<Section, number>
  lists: Partial<Record<Section, readonly Told[]>>
  /** Key of the next page of what is listed. */
  older: Told | undefined
  /** Not the newest page. */
  later: boolean
  /** Why nothing leaves; undefined when it does. */
  banner: string | undefined
}

export function OutboxView(props: Props) {
  const { lang, only, counts, banner, lists, older, later } = props
  const t = words(lang)
  const all = sections.reduce((sum, section) => sum + counts[section], 0)
  const shown = sections.filter((section) => lists[section]?.length)
  const here = only ? `/outbox?state=${only}` : '/outbox'
  return (
    <main id="main" class="page stack">
      {banner && (
        <p class="banner" data-tone="soon">
          {banner}
        </p>
      )}
      <div id="letters" class="stack" {...(later ? {} : lookingAgain(here, { seconds: 10, part: '#letters' }))}>
        <Head {...props} />
        {all > 0 && <Tabs {...props} />}
        {shown.map((section) => (
          <Panels {...props} section={section} list={lists[section]!} />
        ))}
        {shown.length === 0 &&
          (all ? (
            <p class="quiet">{t.nothingHere}</p>
          ) : (
            <Empty title={t.empty} hint={t.emptyHint}>
              <a class="button" href="/report-route">
                {t.toRoute}
              </a>
            </Empty>
          ))}
        <p class="line">
          {later && (
            <a class="button plain" href={here}>
              {t.newest}
            </a>
          )}
          {older && <NextPage href={`/outbox?state=${only ?? 'sent'}&before=${keyText(older)}`} words={t.older} />}
        </p>
      </div>
      {!banner && <TestForm {...props} />}
    </main>
  )
}

const LATE_AFTER = 30 * MINUTE

function Head(props: Props) {
  const { lang, shop, counts, lists, now } = props
  const t = words(lang)
  const first = (['failed', 'waiting', 'held'] as const).find((section) => counts[section] > 0)
  const late = (lists.waiting ?? []).filter(({ at }) => now - at > LATE_AFTER).length
  const gaps = [
    { count: counts.failed, words: t.failedGap, tone: 'late' as Tone, href: '/outbox?state=failed' },
    { count: late, words: t.lateGap, tone: 'late' as Tone, href: '/outbox?state=waiting' },
    { count: counts.held, words: t.heldGap, tone: 'soon' as Tone, href: '/outbox?state=held' },
  ]
  return (
    <Opening
      when={t.when(shop.name)}
      tone={first === 'failed' ? 'late' : first ? 'soon' : 'done'}
      title={first ? t.title[first](counts[first]) : t.title.done}
      forgotten={t.forgotten}
      gaps={gaps.filter(({ count }) => count > 0)}
    >
      <AllDeeds {...props} />
    </Opening>
  )
}

/** One press for all: after a wrong password was mended, before a server is changed. */
function AllDeeds({ lang, counts }: Props) {
  const t = words(lang)
  if (!counts.failed && !counts.waiting && !counts.held) return null
  return (
    <div class="line">
      {counts.failed > 0 && (
        <Act action="/outbox/again">
          <button class="primary">{t.againAll}</button>
        </Act>
      )}
      {counts.held > 0 && (
        <Act action="/outbox/release">
          <button class={counts.failed ? undefined : 'primary'}>{t.releaseAll}</button>
        </Act>
      )}
      {counts.waiting > 0 && (
        <Act action="/outbox/hold">
          <button class="plain">{t.holdAll}</button>
        </Act>
      )}
    </div>
  )
}

function Tabs({ lang, only, counts }: Props) {
  const t = words(lang)
  return (
    <nav class="choices" aria-label={t.filters}>
      <a href="/outbox" aria-current={only ? undefined : 'true'}>
        {t.all}
      </a>
      {sections.map((section) => (
        <a href={`/outbox?state=${section}`} aria-current={only === section ? 'true' : undefined}>
          {t.sections[section]} <b>{counts[section]}</b>
        </a>
      ))}
    </nav>
  )
}

/** What has left stands day by day. */
function Panels(props: Props & { section: Section; list: readonly Told[] }) {
  const { lang, shop, section, list } = props
  const title = words(lang).sections[section]
  if (section !== 'sent') return <Panel {...props} title={title} />
  const days = Map.groupBy(list, ({ sentAt, at }) => dayOf(sentAt ?? at, shop.timeZone))
  return (
    <>
      {[...days].map(([day, letters]) => (
        <Panel {...props} title={`${title} · ${dayWord(day, lang)}`} list={letters} />
      ))}
    </>
  )
}

const Panel = ({ title, list, ...looks }: Looks & { title: string; list: readonly Told[] }) => (
  <section class="panel">
    <header>
      <h2>{title}</h2> <span class="count">{list.length}</span>
    </header>
    <LetterTable lang={looks.lang} now={looks.now} shop={looks.shop} title={title} list={list} />
  </section>
)

function TestForm({ lang }: Props) {
  const t = words(lang).test
  return (
    <section class="panel" id="test">
      <header>
        <h2>{t.title}</h2> <span class="count">{t.hint}</span>
      </header>
      <Act action="/outbox/test" class="asked">
        <Field name="to" label={t.to}>
          <input id="to" name="to" type="email" required maxlength={254} autocomplete="email" />
        </Field>
        <button>{t.send}</button>
      </Act>
    </section>
  )
}
