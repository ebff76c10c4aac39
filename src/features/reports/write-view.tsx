/** REPORT-1: writing one's report: what the board knows is there, the rest is typed, kept while it is typed, and filed. */
import type { Lang } from '../../core/i18n.ts'
import { timeOf } from '../../core/time.ts'
import { Act, Field, Opening } from '../../ui/parts.tsx'
import { conversionOf, figureLines, FIGURES, type Found } from './content.ts'
import { LONGEST_OWN, LONGEST_SECTION, type Drafted } from './drafting.ts'
import { dueWord } from './list-view.tsx'
import type { Sheet } from './keeping.ts'
import { shiftWord, words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { RecipientsPanel, type RecipientsProps } from './recipients-view.tsx'

export type WriteProps = { lang: Lang; now: number; report: Drafted; recipients: RecipientsProps; sheet: Sheet }

const wordOf = ({ found }: Drafted, name: string, lang: Lang) =>
  found.find((one) => one.name === name)?.word[lang] ?? words(lang).figures.figures

export function WriteView(props: WriteProps) {
  const { lang, report, recipients, sheet } = props
  const { place, found, row } = report
  const t = pageWords(lang)
  const path = `/report/${place.day}/${place.side}`
  const corrects = (row?.version ?? 0) > 0
  return (
    <>
      <WriteOpening {...props} />
      <Act action={path} class="stack form writing" id="report">
        <input type="hidden" name="seen" value={row?.version ?? 0} />
        <input type="hidden" name="sheet" value={sheet.id} />
        <input type="hidden" name="from" value={sheet.from} />
        <FiguresPart lang={lang} report={report} />
        {found.map((one) => (
          <SectionPart lang={lang} report={report} one={one} />
        ))}
        <OwnPart lang={lang} report={report} />
        <RecipientsPanel {...recipients} />
        {corrects && (
          <Field name="why" label={t.why}>
            <input id="why" name="why" maxlength={200} required autocomplete="off" />
          </Field>
        )}
        <p class="line filing">
          <button type="submit" class="primary">
            {corrects ? t.fileCorrection : t.file}
          </button>
          <span
            id="draft-saved"
            class="quiet"
            role="status"
            hx-post={`${path}/draft`}
            hx-trigger="keyup from:#report delay:900ms, change from:#report delay:100ms"
            hx-include="#report"
            hx-target="#draft-saved"
            hx-swap="innerHTML"
            hx-sync="this:replace"
          >
            {row && !corrects ? t.draftSaved(timeOf(row.draftAt, report.shop.timeZone)) : t.draftHint}
          </span>
        </p>
      </Act>
    </>
  )
}

function WriteOpening({ lang, now, report }: WriteProps) {
  const { place, row, shift, shop } = report
  const t = pageWords(lang)
  const when = shiftWord(place, lang)
  const corrects = (row?.version ?? 0) > 0
  const gaps = report.missing.map((name) => ({
    count: 1,
    words: wordOf(report, name, lang),
    href: `#p-${name}`,
    tone: 'soon' as const,
  }))
  return (
    <Opening
      when={
        <>
          <a href="/reports">{t.back}</a> · {when} · {dueWord(shift, shop, now, lang)}
        </>
      }
      tone={now > shift.dueAt && !corrects ? 'late' : 'act'}
      title={corrects ? t.correcting(when) : t.check}
      forgotten={t.forgotten}
      gaps={gaps}
    >
      {corrects && <p class="quiet">{t.correctHint}</p>}
      {!shift.planned && <p class="quiet">{t.unplanned}</p>}
    </Opening>
  )
}

type Part = { lang: Lang; report: Drafted }

function FiguresPart({ lang, report }: Part) {
  const t = pageWords(lang)
  const { content, draft, chat } = report
  const { enquiries, orders, sales } = content.figures
  const fromTool = (typed: number | null, counted: number | null | undefined) =>
    typed === null && counted !== null && counted !== undefined ? t.fromTool : undefined
  const response = figureLines(content, lang).filter(({ name }) => name === 'first' || name === 'average')
  const conversion = conversionOf(content.figures)
  return (
    <section class="panel" id={`p-${FIGURES}`}>
      <header>
        <h2>{words(lang).figures.figures}</h2> <span class="count">{t.figuresHint}</span>
      </header>
      <div class="line report-figures">
        <Field
          name="enquiries"
          label={words(lang).figures.enquiries}
          hint={fromTool(draft.figures.enquiries, chat?.enquiries)}
        >
          <input
            id="enquiries"
            name="enquiries"
            inputmode="numeric"
            maxlength={7}
            autocomplete="off"
            value={enquiries ?? ''}
          />
        </Field>
        <Field name="orders" label={words(lang).figures.orders} hint={fromTool(draft.figures.orders, chat?.orders)}>
          <input id="orders" name="orders" inputmode="numeric" maxlength={7} autocomplete="off" value={orders ?? ''} />
        </Field>
        <Field name="sales" label={t.sales} hint={fromTool(draft.figures.sales, chat?.amount)}>
          <input
            id="sales"
            name="sales"
            inputmode="decimal"
            maxlength={14}
            autocomplete="off"
            value={sales === null ? '' : plainYuan(sales)}
          />
        </Field>
      </div>
      <p class="quiet">
        {t.conversionIs}
        {conversion !== null && ` ${(conversion * 100).toFixed(1)}%`}
        {response.length > 0 && ` · ${response.map(({ word, value }) => `${word} ${value}`).join(' · ')}`}
      </p>
      <NoneBox lang={lang} name={FIGURES} checked={draft.none.includes(FIGURES)} />
      <span class="error" data-error={`s-${FIGURES}`} hidden />
    </section>
  )
}

/** As it is typed: without the commas that a page shows. */
const plainYuan = (fen: number) => (fen % 100 ? (fen / 100).toFixed(2) : String(fen / 100))

function SectionPart({ lang, report, one }: Part & { one: Found }) {
  const t = pageWords(lang)
  const { name, word, known } = one
  const said = report.draft.sections[name] ?? ''
  return (
    <section class="panel" id={`p-${name}`}>
      <header>
        <h2>{word[lang]}</h2> <span class="count">{known.length || t.nothingThere}</span>
      </header>
      <ul class="report-known">
        {known.map(({ text, href }) => (
          <li>{href ? <a href={href}>{text[lang]}</a> : text[lang]}</li>
        ))}
      </ul>
      <p class="field">
        <label class={known.length ? undefined : 'unseen'} for={`s-${name}`}>
          {known.length ? t.addLabel : t.add(word[lang])}
        </label>
        <textarea
          id={`s-${name}`}
          name={`s-${name}`}
          rows={1}
          maxlength={LONGEST_SECTION}
          placeholder={known.length ? undefined : t.addLabel}
        >
          {said}
        </textarea>
        <span class="error" data-error={`s-${name}`} hidden />
      </p>
      {!known.length && <NoneBox lang={lang} name={name} checked={report.draft.none.includes(name)} />}
    </section>
  )
}

const NoneBox = ({ lang, name, checked }: { lang: Lang; name: string; checked: boolean }) => (
  <label class="box-line">
    <input type="checkbox" name="none" value={name} checked={checked} /> {pageWords(lang).none}
  </label>
)

const OwnPart = ({ lang, report }: Part) => (
  <section class="panel" id="p-own">
    <header>
      <h2>{pageWords(lang).own}</h2>
    </header>
    <Field name="own" label={pageWords(lang).ownHint}>
      <textarea id="own" name="own" rows={3} maxlength={LONGEST_OWN}>
        {report.draft.own}
      </textarea>
    </Field>
  </section>
)
