/** The agenda: points by the room that they come from, each ticked with a line what came of it. */
import { timeOf } from '../../core/time.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { lookingAgain } from '../../ui/live.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Act, Badge, Empty } from '../../ui/parts.tsx'
import { hrefOf } from './list-view.tsx'
import { words } from './messages.ts'
import type { Point, Section } from './rules.ts'
import type { MeetingSight } from './sight.ts'

type Props = { sight: MeetingSight }

/** Looks again while the meeting is open: others write on it too. */
export function Agenda({ sight }: Props) {
  const t = words(sight.lang)
  const isOpen = sight.written?.meeting.state === 'open'
  const again = lookingAgain(hrefOf(sight), { seconds: 20, part: '#agenda' })
  return (
    <section class="panel" id="agenda" {...(isOpen ? again : {})}>
      <header>
        <h2>{t.agenda}</h2>
        <span class="count">{sight.sections.reduce((n, { points }) => n + points.length, 0)}</span>
      </header>
      {!sight.written && <p class="quiet">{t.preview}</p>}
      {sight.sections.map((section) => (
        <SectionView {...{ sight, section }} />
      ))}
      {sight.sections.length === 0 && <Empty title={t.noPoints} hint={t.noPointsHint} />}
    </section>
  )
}

export function AddPoint({ sight }: Props) {
  const t = words(sight.lang)
  return (
    <Act action={`${hrefOf(sight)}/points`} class="asked" id="add-point">
      <LineField id="point-text" name="text" label={t.addPoint} example={t.addExample} />
      <button type="submit">{t.add}</button>
      <a class="unseen" href="#point-text" data-key="a">
        {t.addPoint}
      </a>
    </Act>
  )
}

function SectionView({ sight, section }: Props & { section: Section }) {
  const { lang, sources } = sight
  const source = sources.find(({ name }) => name === section.source)
  return (
    <>
      <h3 class="source">{source ? source.word(lang) : words(lang).own}</h3>
      <ol class="points">
        {section.points.map((point) => (
          <PointItem {...{ sight, point }} />
        ))}
      </ol>
    </>
  )
}

/** From a room that speaks only at the other meeting, or somebody's own from last time. */
const isLeftOver = ({ sources, kind }: MeetingSight, { source, carried }: Point) =>
  carried || (source !== null && !sources.find(({ name }) => name === source)?.meetings.includes(kind))

function PointItem({ sight, point }: Props & { point: Point }) {
  const { lang } = sight
  const t = words(lang)
  const isOpen = sight.written?.meeting.state === 'open'
  const text = point.text[lang]
  return (
    <li id={`p-${point.ref.replace(/\W/g, '-')}`} class={point.state === 'open' ? undefined : 'did'}>
      <p>
        {point.href ? <a href={point.href}>{text}</a> : text}{' '}
        {point.urgency === 'urgent' && point.state === 'open' && <Badge tone="late">!</Badge>}
        {isLeftOver(sight, point) && <Badge tone="soon">{t.carried}</Badge>}
        {point.state === 'over' && <Badge>{isOpen ? t.over : t.wasOver}</Badge>}
        {point.state === 'open' && sight.written?.meeting.state === 'closed' && (
          <Badge tone="soon">{t.carriedOn}</Badge>
        )}
      </p>
      {point.state === 'talked' && <Talked {...{ sight, point, isOpen }} />}
      {point.state === 'open' && isOpen && sight.canLead && <TalkForm {...{ sight, point }} />}
    </li>
  )
}

function Talked({ sight, point, isOpen }: Props & { point: Point; isOpen: boolean }) {
  const t = words(sight.lang)
  return (
    <div class="line">
      <Badge tone="done">{`✓ ${timeOf(point.talkedAt!, sight.zone)}`}</Badge> <span>{point.outcome}</span>
      {isOpen && sight.canLead && (
        <Act action={`${hrefOf(sight)}/untalk`}>
          <input type="hidden" name="point" value={point.ref} />
          <button type="submit" class="plain" aria-label={t.untalkOf(point.text[sight.lang])}>
            {t.untalk}
          </button>
        </Act>
      )}
    </div>
  )
}

function TalkForm({ sight, point }: Props & { point: Point }) {
  const t = words(sight.lang)
  const text = point.text[sight.lang]
  const isFirst = sight.left[0]?.ref === point.ref
  return (
    <div class="line">
      <Act action={`${hrefOf(sight)}/talk`} class="talk">
        <input type="hidden" name="point" value={point.ref} />
        <input
          name="outcome"
          id={isFirst ? 'first-point' : undefined}
          maxlength={LONGEST_LINE}
          aria-label={t.outcomeOf(text)}
          placeholder={t.outcomeExample}
          autocomplete="off"
        />
        <button type="submit" class={isFirst ? 'primary' : undefined}>
          {t.talk}
        </button>
      </Act>
      {point.source === null && point.key === null && (
        <Act action={`${hrefOf(sight)}/remove`}>
          <input type="hidden" name="point" value={point.ref} />
          <button type="submit" class="plain" aria-label={t.removeOf(text)}>
            {t.remove}
          </button>
        </Act>
      )}
    </div>
  )
}
