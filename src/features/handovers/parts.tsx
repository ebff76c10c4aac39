/** Pieces that several of the handovers' pages show. */
import type { PropsWithChildren } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { briefOf } from '../../core/time.ts'
import type { Urgency } from '../../feature.ts'
import { lookingAgain } from '../../ui/live.ts'
import { Badge, Who } from '../../ui/parts.tsx'
import { BOARD } from './draft.ts'
import type { Given } from './giving.ts'
import { turnWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { shiftsBetween } from './rules.ts'
import { isWaitingForAnswer, type Entry, type HandoverSight, type Names } from './sight.ts'

const tones = { urgent: 'late', watch: 'soon', steady: undefined } as const
export const UrgencyMark = ({ urgency, lang }: { urgency: Urgency; lang: Lang }) => (
  <span class="urgency" data-tone={tones[urgency]} title={pageWords(lang).urgencyHint[urgency]}>
    {pageWords(lang).urgency[urgency]}
  </span>
)

export const toWord = ({ receiver }: Pick<HandoverSight, 'receiver'>, lang: Lang): string =>
  receiver.to ? turnWord(receiver.to, lang) : pageWords(lang).nobodyNext

type FactsProps = { given: Given; sight: HandoverSight; times: number }

/** To do, who and when, if … then …, order, buyer, age. */
export function Facts({ given, sight, times }: FactsProps) {
  const { lang, now, shop, names, handover, numbers } = sight
  const t = pageWords(lang)
  const owner = given.ownerId ? names.get(given.ownerId) : undefined
  const when = given.dueAt === null ? '' : t.before(briefOf(given.dueAt, now, shop.timeZone))
  const shifts = shiftsBetween({ day: given.bornDay, side: given.bornSide }, handover)
  return (
    <dl class="facts">
      {given.todo && (
        <>
          <dt>{t.todo}</dt>
          <dd>{given.todo[lang]}</dd>
        </>
      )}
      {(owner || when) && (
        <>
          <dt>{t.whoWhen}</dt>
          <dd>
            {owner && <Who {...owner} />} {when}
          </dd>
        </>
      )}
      {(given.ifThen ?? '').split('\n').map(
        (line) =>
          line.trim() && (
            <>
              <dt>{t.if}</dt>
              <dd>{line}</dd>
            </>
          ),
      )}
      {given.buyer && (
        <>
          <dt>{t.buyer}</dt>
          <dd>{given.buyer}</dd>
        </>
      )}
      {given.href && (
        <>
          <dt>{given.orderId ? t.order : t.link}</dt>
          <dd>
            <OrderOrPage given={given} tid={numbers.get(given.orderId ?? '')} open={t.open} />
          </dd>
        </>
      )}
      {(times > 1 || shifts > 0) && (
        <>
          <dt>{t.age}</dt>
          <dd>{t.ageOf(times, shifts)}</dd>
        </>
      )}
    </dl>
  )
}

const OrderOrPage = ({ given, tid, open }: { given: Given; tid: string | undefined; open: string }) =>
  tid ? (
    <a class="id" href={given.href ?? ''}>
      {tid}
    </a>
  ) : (
    <a href={given.href ?? ''}>{open}</a>
  )

/** In short behind a row: who and when. */
export function WhoWhen({ given, sight }: { given: Given; sight: HandoverSight }) {
  const owner = given.ownerId ? sight.names.get(given.ownerId) : undefined
  return (
    <>
      {given.dueAt !== null && <time>{briefOf(given.dueAt, sight.now, sight.shop.timeZone)}</time>}{' '}
      {owner && <Who {...owner} />}
    </>
  )
}

/** Asked, answered, amended: a word each. */
export function TalkBadges({ entry, lang }: { entry: Entry; lang: Lang }) {
  const t = pageWords(lang)
  const isAsked = entry.talk.some(({ kind }) => kind === 'question')
  const waits = isWaitingForAnswer(entry.talk)
  return (
    <>
      {isAsked && <Badge tone={waits ? 'soon' : 'done'}>{waits ? t.waitsForAnswer : t.answered}</Badge>}{' '}
      {entry.talk.some(({ kind }) => kind === 'amendment') && <Badge tone="act">{t.amended}</Badge>}
    </>
  )
}

/** Who wrote it: a person in their colour; the board says that it listed it. */
export const Writer = ({ given, names, lang }: { given: Given; names: Names; lang: Lang }) => {
  const writer = given.writerId ? names.get(given.writerId) : undefined
  if (writer) return <Who {...writer} />
  return <span class="quiet">{given.writer === BOARD ? pageWords(lang).byBoard : given.writer}</span>
}

/** The part of a page that asks for itself every few seconds; forms with something typed stand outside of it. */
export const Live = ({ href, children }: PropsWithChildren<{ href: string }>) => (
  <div id="live" class="stack" {...lookingAgain(href, { seconds: 15, part: '#live' })}>
    {children}
  </div>
)
