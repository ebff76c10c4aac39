/** SHIFT-5: a handover on one A4 sheet, black on white, as it was given. */
import { dayOf, monthDay, shortOf, timeOf } from '../../core/time.ts'
import type { Context } from '../../core/context.ts'
import { turnWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { toWord } from './parts.tsx'
import type { Entry, HandoverSight } from './sight.ts'
import type { Signature } from './store.ts'

type Props = { sight: HandoverSight; by: Context['who'] }

export function HandoverSheet({ sight, by }: Props) {
  const { lang, handover, shop, entries, now } = sight
  const t = pageWords(lang)
  return (
    <>
      <header>
        <div>
          <h1>{t.sheetTitle}</h1>
          <p>
            {shop.name} · {t.fromTo(turnWord(handover, lang), toWord(sight, lang))} · {t.items(entries.length)}
          </p>
          <p>
            {t.givenBy} {namesIn(sight, 'giving') || t.notGivenByAnyone} · {t.takenBy}{' '}
            {namesIn(sight, 'taking') || t.notSigned}
          </p>
        </div>
        <p class="end">{t.printedAt(shortOf(now, shop.timeZone), by.handle)}</p>
      </header>
      <table class="rows tight keep">
        <caption class="unseen">{t.sheetTitle}</caption>
        <thead>
          <tr>
            {t.sheetColumns.map((column, i) => (
              <th scope="col" class={['mark', '', 'when', 'order', 'took'][i]}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <SheetRow entry={entry} sight={sight} tid={sight.numbers.get(entry.given.orderId ?? '')} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function namesIn({ signatures, shop }: HandoverSight, role: Signature['role']) {
  const signed = signatures.filter((one) => one.role === role)
  return signed.map(({ handle, at }) => `${handle} ${timeOf(at, shop.timeZone)}`).join('、')
}

function SheetRow({ entry, sight, tid }: { entry: Entry; sight: HandoverSight; tid: string | undefined }) {
  const { given, line, item, talk } = entry
  const { lang, shop, names } = sight
  const t = pageWords(lang)
  const zone = shop.timeZone
  const owner = names.get(given.ownerId ?? '')?.handle ?? ''
  const due = given.dueAt === null ? '' : `${monthDay(dayOf(given.dueAt, zone))} ${timeOf(given.dueAt, zone)}`
  const reader = names.get(line.acknowledgedBy ?? '')?.handle ?? ''
  return (
    <tr>
      <td>{t.urgency[given.urgency]}</td>
      <td>
        <b>{given.summary[lang]}</b>
        {given.todo && <> · {given.todo[lang]}</>}
        {given.ifThen && <div>{given.ifThen.split('\n').join('；')}</div>}
        {talk.map(({ kind, author, text }) => (
          <div>
            {author} {t.kinds[kind]}: {text}
          </div>
        ))}
        {item.state === 'settled' && <div>{t.endedAs(item.ending?.[lang] ?? '')}</div>}
      </td>
      <td>
        {owner} {due}
      </td>
      <td>
        {tid ? <code>…{tid.slice(-8)}</code> : ''} {given.buyer ?? ''}
      </td>
      {line.acknowledgedAt === null ? <td class="box" /> : <td>{`${reader} ${timeOf(line.acknowledgedAt, zone)}`}</td>}
    </tr>
  )
}
