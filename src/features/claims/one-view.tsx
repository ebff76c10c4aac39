/** One claim: what to do now as the title, how it stands, and what happened to it. */
import { shortOf, whenWord } from '../../core/time.ts'
import { yuan } from '../../core/text.ts'
import { Opening, Who } from '../../ui/parts.tsx'
import { OrderLink } from '../orders/parts.tsx'
import { Holders, StateBadge } from './claim-table.tsx'
import { kindWord, muchOf } from './messages.ts'
import { CorrectForm, MoveForm, MoreForms, PictureForm, SettleForm } from './one-forms.tsx'
import type { Sight } from './one.ts'
import { pageWords } from './page-words.ts'
import { Answers, NotWon } from './queue-view.tsx'
import { isHomeless } from './rules.ts'
import { sentences } from './sentences.ts'

export function OneView(sight: Sight) {
  const { lang, can, claim, pictures } = sight
  return (
    <>
      <OneOpening {...sight} />
      <div class="split">
        <div class="stack">
          {can.correct && <CorrectForm {...sight} />}
          {can.move && !isNext(claim) && <MoveForm {...sight} />}
          <MoreForms {...sight} />
          <History {...sight} />
        </div>
        <aside class="stack" aria-label={pageWords(lang).facts}>
          <Facts {...sight} />
          {(pictures.length > 0 || can.picture) && <PictureForm {...sight} />}
        </aside>
      </div>
    </>
  )
}

/** Another order is what it needs next. */
const isNext = (claim: Sight['claim']) => isHomeless(claim) || claim.state === 'failed'

function titleOf({ lang, claim, can, row, names }: Sight): string {
  const { title, nobody, morning } = pageWords(lang)
  if (can.check) return title.mine
  if (claim.state === 'to_check') {
    const people = row.hands.people.flatMap((id) => names.get(id)?.handle ?? []).join(' ')
    return title.to_check(`${people || nobody}${row.hands.word === 'morning' ? ` ${morning}` : ''}`)
  }
  if (isHomeless(claim)) return title.homeless
  if (claim.state === 'failed' && claim.endedAt !== null) return title.settled
  return claim.state === 'failed' && claim.kind === 'coupon' ? title.lost : title[claim.state]
}

function OneOpening(sight: Sight) {
  const { lang, claim, row, can, refusing } = sight
  const t = pageWords(lang)
  return (
    <Opening
      when={
        <>
          <a href="/claims">{t.back}</a> · {kindWord(claim, lang)} · {claim.buyer} · {muchOf(claim, lang)}
        </>
      }
      tone={row.late ? 'late' : claim.endedAt === null ? 'soon' : 'done'}
      title={titleOf(sight)}
      forgotten={t.forgotten}
      gaps={row.late ? [{ count: 1, words: t.lateGap(1), tone: 'late' }] : []}
    >
      {refusing && <NotWon lang={lang} claim={claim} from="page" />}
      {can.check && !refusing && <Answers lang={lang} claim={claim} from="page" />}
      {can.settle && <SettleForm {...sight} />}
      {can.move && isNext(claim) && !can.settle && <MoveForm {...sight} primary />}
      {can.move && can.settle && <MoveForm {...sight} />}
      {claim.state === 'to_pay' && claim.entryId && (
        <p class="line">
          <a class="button primary" href={`/entry/${claim.entryId}`}>
            {t.toEntry}
          </a>
        </p>
      )}
    </Opening>
  )
}

function Facts(sight: Sight) {
  const { lang, shop, now, claim, row, names, lateAt } = sight
  const t = pageWords(lang)
  const at = (time: number) => whenWord(time, now, shop.timeZone, lang)
  const checker = claim.checkedBy ? names.get(claim.checkedBy) : undefined
  const facts: [string, unknown][] = [
    [t.state, <StateBadge claim={claim} late={row.late} lang={lang} />],
    [t.has, claim.endedAt === null && <Holders row={row} names={names} lang={lang} />],
    [t.since, at(claim.since)],
    [t.tilLate, lateAt !== undefined && at(lateAt)],
    [t.serial, claim.serial && <code>{claim.serial}</code>],
    [t.order, row.tid && <OrderLink id={claim.orderId!} tid={row.tid} />],
    [t.worthAll, claim.worth !== null && `¥${yuan(claim.worth)}`],
    [t.claimedBy, `${claim.claimedByHandle} ${at(claim.claimedAt)} ${t.shiftOf[claim.side]}`],
    [t.note, claim.note],
    [t.checkedBy, claim.checkedAt !== null && (checker ? <Who {...checker} /> : t.byList)],
    [t.result, claim.checkNote],
    [t.without, claim.withoutWhy],
  ]
  return (
    <section class="panel">
      <dl class="facts">
        {facts
          .filter(([, value]) => value)
          .map(([word, value]) => (
            <>
              <dt>{word}</dt>
              <dd>{value as string}</dd>
            </>
          ))}
      </dl>
      {claim.taskId && (
        <p class="line">
          <a class="button plain" href={`/tasks/${claim.taskId}`}>
            {t.toTask}
          </a>
        </p>
      )}
    </section>
  )
}

function History({ lang, shop, history, names }: Sight) {
  const t = pageWords(lang)
  return (
    <section class="panel" id="history">
      <header>
        <h2>{t.history}</h2>
      </header>
      <ol class="log">
        {history.map((row) => (
          <li>
            <time>{shortOf(row.at, shop.timeZone)}</time>
            <Who handle={row.actor} hue={names.get(row.actorId ?? '')?.hue ?? 1} name={false} />
            <p class={row.why ? 'said' : undefined}>
              {row.why}
              {row.why && <br />}
              {sentences[row.kind]?.(row, lang) ?? row.kind}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
