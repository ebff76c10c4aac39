/** The outgoing side: the drafted list, put in order, added to, given. */
import { Act, Badge, Opening, type Gap } from '../../ui/parts.tsx'
import { turnWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { ItemForm, type FormProps } from './item-form.tsx'
import { Live, toWord, UrgencyMark, WhoWhen, Writer } from './parts.tsx'
import { peopleOn } from './rules.ts'
import type { Entry, HandoverSight } from './sight.ts'
import type { Item } from './store-items.ts'

export function DraftView({ sight, staff }: { sight: HandoverSight; staff: FormProps['staff'] }) {
  const { lang, handover } = sight
  const t = pageWords(lang)
  return (
    <>
      <Live href={`/handover/${handover.id}`}>
        <Head sight={sight} />
        <List sight={sight} />
        <LeftOut sight={sight} />
        <Settled sight={sight} />
      </Live>
      <section class="panel" id="add">
        <header>
          <h2>{t.addTitle}</h2>
        </header>
        <ItemForm action={`/handover/${handover.id}/items`} lang={lang} staff={staff} go={t.add} />
      </section>
    </>
  )
}

const openOf = ({ entries }: HandoverSight) => entries.filter(({ item }) => item.state === 'open')

/** Its shift is over and this person was not on it: then it is to be taken, not given. */
const isToTake = ({ sides, me, taking, duties, handover }: HandoverSight) =>
  sides.outgoingOver && !!me && !peopleOn(duties, handover).includes(me) && (taking === 'yes' || taking === 'alone')

function Head({ sight }: { sight: HandoverSight }) {
  const { lang, handover, sides } = sight
  const t = pageWords(lang)
  const n = openOf(sight).length
  const takes = isToTake(sight)
  return (
    <Opening
      when={t.fromTo(turnWord(handover, lang), toWord(sight, lang))}
      tone={sides.outgoingOver ? 'late' : 'act'}
      title={takes ? t.ungivenTitle(n) : t.draftTitle(n)}
      forgotten={t.forgotten}
      gaps={gapsOf(sight)}
    >
      {takes && <p class="quiet">{t.takeUngivenHint}</p>}
      {sight.isOvertaken ? (
        <p class="quiet">{t.overtaken}</p>
      ) : (
        <div class="line">
          {takes && <Go action={`/handover/${handover.id}/take`} words={t.takeUngiven} primary />}
          <Go action={`/handover/${handover.id}/give`} words={t.give} primary={!takes} />
          <span class="quiet">{t.giveHint(toWord(sight, lang))}</span>
          <a class="button" href="#summary" data-key="c">
            {t.addOne} <kbd>C</kbd>
          </a>
          <a class="button plain" href={`/handover/${handover.id}/sheet`}>
            {t.sheet}
          </a>
        </div>
      )}
    </Opening>
  )
}

const Go = ({ action, words, primary }: { action: string; words: string; primary: boolean }) => (
  <Act action={action}>
    <button class={primary ? 'primary' : undefined} data-key={primary ? 'g' : undefined}>
      {words} {primary && <kbd>G</kbd>}
    </button>
  </Act>
)

function gapsOf(sight: HandoverSight): Gap[] {
  const t = pageWords(sight.lang)
  const unowned = openOf(sight).filter(({ item }) => item.dueAt === null && item.urgency !== 'steady').length
  const gaps: Gap[] = []
  if (unowned) gaps.push({ count: unowned, words: t.gapUnowned, tone: 'soon', href: '#list' })
  if (sight.leftOut.length) gaps.push({ count: sight.leftOut.length, words: t.gapLeftOut, href: '#left-out' })
  return gaps
}

function List({ sight }: { sight: HandoverSight }) {
  const t = pageWords(sight.lang)
  const entries = openOf(sight)
  return (
    <section class="panel" id="list">
      <header>
        <h2>{t.list}</h2> <span class="count">{t.items(entries.length)}</span>
      </header>
      <ol>
        {entries.map((entry, i) => (
          <DraftItem entry={entry} sight={sight} first={i === 0} last={i === entries.length - 1} />
        ))}
      </ol>
    </section>
  )
}

function DraftItem({
  entry,
  sight,
  first,
  last,
}: {
  entry: Entry
  sight: HandoverSight
  first: boolean
  last: boolean
}) {
  const { item } = entry
  const { lang, handover, names } = sight
  const t = pageWords(lang)
  const at = `/handover/${handover.id}/items/${item.id}`
  return (
    <li class="item" id={`i-${item.id}`}>
      <UrgencyMark urgency={item.urgency} lang={lang} />
      <div>
        <h3>
          <a href={at}>{item.summary[lang]}</a>
        </h3>
        {item.todo && <p>{item.todo[lang]}</p>}
        {item.ifThen && <p class="quiet as-written">{item.ifThen}</p>}
        <p class="quiet line">
          <WhoWhen given={item} sight={sight} /> <Writer given={item} names={names} lang={lang} />{' '}
          {entry.times > 0 && <Badge>{t.ageOf(entry.times + 1, 0)}</Badge>}
        </p>
      </div>
      <div class="line moves">
        <Move action={`${at}/up`} words={t.up} of={t.upOf(item.summary[lang])} sign="↑" off={first} />
        <Move action={`${at}/down`} words={t.down} of={t.downOf(item.summary[lang])} sign="↓" off={last} />
        <a class="button plain" href={at} aria-label={t.editOf(item.summary[lang])}>
          {t.edit}
        </a>
      </div>
    </li>
  )
}

type MoveProps = { action: string; words: string; of: string; sign: string; off: boolean }
const Move = ({ action, words, of, sign, off }: MoveProps) => (
  <Act action={action}>
    <button class="plain" title={words} aria-label={of} disabled={off}>
      {sign}
    </button>
  </Act>
)

function LeftOut({ sight: { leftOut, lang, handover } }: { sight: HandoverSight }) {
  const t = pageWords(lang)
  if (!leftOut.length) return null
  return (
    <section class="panel" id="left-out">
      <header>
        <h2>{t.leftOut}</h2> <span class="count">{t.leaveOutHint}</span>
      </header>
      <ol>
        {leftOut.map((item: Item) => (
          <li class="item done">
            <UrgencyMark urgency={item.urgency} lang={lang} />
            <div>
              <h3>{item.summary[lang]}</h3>
              <small>{item.leftOutWhy}</small>
            </div>
            <Act action={`/handover/${handover.id}/items/${item.id}/put-back`}>
              <button class="plain">{t.putBack}</button>
            </Act>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Settled({ sight: { entries, lang } }: { sight: HandoverSight }) {
  const t = pageWords(lang)
  const settled = entries.filter(({ item }) => item.state === 'settled')
  if (!settled.length) return null
  return (
    <section class="panel">
      <header>
        <h2>{t.settledNow}</h2> <span class="count">{t.items(settled.length)}</span>
      </header>
      <ol>
        {settled.map(({ item }) => (
          <li class="item done">
            <UrgencyMark urgency={item.urgency} lang={lang} />
            <div>
              <h3>{item.summary[lang]}</h3>
              <small>{t.endedAs(item.ending?.[lang] ?? '')}</small>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
