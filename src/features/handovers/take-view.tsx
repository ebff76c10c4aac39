/** The incoming side: item by item, then the signature. The same page shows a handover as it was signed. */
import { briefOf, MINUTE, timeOf } from '../../core/time.ts'
import { Act, Opening, Who, type Gap } from '../../ui/parts.tsx'
import { turnWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { Facts, Live, TalkBadges, toWord, UrgencyMark, WhoWhen, Writer } from './parts.tsx'
import { endsAt, isWaitingForAnswer, type Entry, type HandoverSight } from './sight.ts'
import { Signatures } from './signatures.tsx'

type Props = { sight: HandoverSight; /** The item that is opened; else the first that waits. */ at: string | undefined }

/** Read back by somebody who may; whoever gave it only looks on. */
const canTake = ({ taking, isOvertaken, handover }: HandoverSight) =>
  (taking === 'yes' || taking === 'alone') && !isOvertaken && handover.state !== 'draft'

export function TakeView({ sight, at }: Props) {
  const { lang, handover, entries } = sight
  const t = pageWords(lang)
  const waiting = entries.filter((entry) => !entry.isRead)
  const current = entries.find(({ item }) => item.id === at) ?? (canTake(sight) ? waiting[0] : undefined)
  return (
    <Live href={at ? `/handover/${handover.id}?at=${at}` : `/handover/${handover.id}`}>
      <Head sight={sight} waiting={waiting} />
      <div class="split">
        <div class="stack">
          <Part title={t.unread} entries={waiting} current={current} sight={sight} />
          <Part title={t.read} entries={entries.filter((entry) => entry.isRead)} current={current} sight={sight} />
        </div>
        <Signatures sight={sight} />
      </div>
    </Live>
  )
}

function Head({ sight, waiting }: { sight: HandoverSight; waiting: Entry[] }) {
  const { lang, handover, entries, isOvertaken, taking } = sight
  const t = pageWords(lang)
  const [all, left] = [entries.length, waiting.length]
  return (
    <Opening
      when={t.fromTo(turnWord(handover, lang), toWord(sight, lang))}
      tone={handover.state === 'taken' ? 'done' : 'act'}
      title={titleOf(sight, waiting)}
      forgotten={t.forgotten}
      gaps={gapsOf(sight, waiting)}
    >
      {isOvertaken && <p class="quiet">{t.overtaken}</p>}
      {taking === 'alone' && handover.state === 'given' && <p class="quiet">{t.alone}</p>}
      {all > 0 && handover.state === 'given' && (
        <p class="line">
          <progress max={all} value={all - left} aria-hidden="true" />{' '}
          <span>
            {all - left}/{all}
          </span>
        </p>
      )}
      <Sign sight={sight} left={left} />
    </Opening>
  )
}

function titleOf(sight: HandoverSight, waiting: Entry[]) {
  const t = pageWords(sight.lang)
  if (sight.handover.state === 'taken') return t.takenTitle
  if (!canTake(sight)) return t.givenTitle(waiting.length)
  if (!waiting.length) return t.allRead
  return waiting[0]!.given.urgency === 'urgent' ? t.readUrgent(waiting.length) : t.readTitle(waiting.length)
}

function gapsOf({ handover, now, entries, lang }: HandoverSight, waiting: Entry[]): Gap[] {
  const t = pageWords(lang)
  const gaps: Gap[] = []
  if (waiting.length && handover.dueAt !== null) {
    const left = Math.ceil((handover.dueAt - now) / MINUTE)
    const note = left > 0 ? t.dueIn(left) : t.reported
    gaps.push({ count: waiting.length, words: t.gapUnread, tone: left > 0 ? 'soon' : 'late', note })
  }
  const asked = entries.filter(({ talk }) => isWaitingForAnswer(talk)).length
  if (asked) gaps.push({ count: asked, words: t.gapAnswers, tone: 'soon' })
  return gaps
}

/** The signature is the one filled button once all is read back. */
function Sign({ sight, left }: { sight: HandoverSight; left: number }) {
  const { handover, lang, signatures, me } = sight
  const t = pageWords(lang)
  const hasSigned = signatures.some(({ personId, role }) => personId === me && role === 'taking')
  if (hasSigned && !sight.isOvertaken) return <OnToTheDay word={t.toDay} />
  if (!canTake(sight) || hasSigned) return null
  return (
    <Act action={`/handover/${handover.id}/sign`} class="line">
      <button class={left ? undefined : 'primary'} disabled={left > 0} data-key={left ? undefined : 's'}>
        {t.sign} {!left && <kbd>S</kbd>}
      </button>
      {left > 0 && <span class="quiet">{t.signHint(left)}</span>}
    </Act>
  )
}

const OnToTheDay = ({ word }: { word: string }) => (
  <p class="line">
    <a class="button" href="/day" data-key="n">
      {word} <kbd>N</kbd>
    </a>
  </p>
)

type PartProps = { title: string; entries: Entry[]; current: Entry | undefined; sight: HandoverSight }

function Part({ title, entries, current, sight }: PartProps) {
  if (!entries.length) return null
  return (
    <section class="panel">
      <header>
        <h2>{title}</h2> <span class="count">{pageWords(sight.lang).items(entries.length)}</span>
      </header>
      <ol>
        {entries.map((entry) =>
          entry === current ? <Opened entry={entry} sight={sight} /> : <Closed entry={entry} sight={sight} />,
        )}
      </ol>
    </section>
  )
}

const hrefOf = ({ handover }: HandoverSight, { item }: Entry) => `/handover/${handover.id}/items/${item.id}`

/** The one that is read now: everything about it, and the one key. */
function Opened({ entry, sight }: { entry: Entry; sight: HandoverSight }) {
  const { given, times } = entry
  const { lang, names, shop, now } = sight
  const t = pageWords(lang)
  const at = hrefOf(sight, entry)
  const there = endsAt(sight, entry.item)
  return (
    <li class="item" aria-current="true" id={`i-${entry.item.id}`}>
      <UrgencyMark urgency={given.urgency} lang={lang} />
      <div>
        <h3>
          {given.summary[lang]} <TalkBadges entry={entry} lang={lang} />
        </h3>
        <Facts given={given} sight={sight} times={times} />
        <Fate entry={entry} sight={sight} />
        <div class="line">
          {!entry.isRead && canTake(sight) && (
            <Act action={`${at}/acknowledge`}>
              <button class="primary" data-key="a">
                {t.acknowledgeNext} <kbd>A</kbd>
              </button>
            </Act>
          )}
          <a class="button" href={`${at}#ask-text`} data-key="q">
            {t.ask} <kbd>Q</kbd>
          </a>
          {entry.item.state === 'open' && (
            <a class="button plain" href={there ?? `${at}#settle-ending`}>
              {there ? t.doThere : t.settle}
            </a>
          )}
        </div>
      </div>
      <p class="end">
        <Writer given={given} names={names} lang={lang} />
        <br />
        <small>{t.wroteAt(briefOf(given.bornAt, now, shop.timeZone))}</small>
      </p>
    </li>
  )
}

function Closed({ entry, sight }: { entry: Entry; sight: HandoverSight }) {
  const { given, item, isRead } = entry
  const { lang, handover } = sight
  const t = pageWords(lang)
  return (
    <li class={isRead ? 'item done' : 'item'} id={`i-${item.id}`}>
      <UrgencyMark urgency={given.urgency} lang={lang} />
      <div>
        <h3>
          <a href={`/handover/${handover.id}?at=${item.id}`}>{given.summary[lang]}</a>{' '}
          <TalkBadges entry={entry} lang={lang} />
        </h3>
        <Fate entry={entry} sight={sight} />
      </div>
      <div class="line quiet">
        <WhoWhen given={given} sight={sight} />
        {!isRead && canTake(sight) && (
          <Act action={`${hrefOf(sight, entry)}/acknowledge`}>
            <button class="plain" aria-label={t.acknowledgeOf(given.summary[lang])}>
              {t.acknowledge}
            </button>
          </Act>
        )}
      </div>
    </li>
  )
}

/** Who read it back, and how it ended. */
function Fate({ entry: { line, item }, sight }: { entry: Entry; sight: HandoverSight }) {
  const { names, lang, shop } = sight
  const t = pageWords(lang)
  const reader = names.get(line.acknowledgedBy ?? '')
  return (
    <>
      {line.acknowledgedAt !== null && (
        <small>
          {reader ? <Who {...reader} /> : null} {t.acknowledge} {timeOf(line.acknowledgedAt, shop.timeZone)}
        </small>
      )}{' '}
      {item.state === 'settled' && <small>{t.endedAs(item.ending?.[lang] ?? '')}</small>}
    </>
  )
}
