/** The page of one import: how far it is, what it would do or did, what could not be read. */
import { may } from '../../access.ts'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { shortOf } from '../../core/time.ts'
import { Act, Opening, type Gap } from '../../ui/parts.tsx'
import { Heads } from '../../ui/table.tsx'
import type { Shop } from '../shops/index.ts'
import { ChangesView } from './changes-view.tsx'
import { problemWord, reasonWord } from './messages.ts'
import { pageWords } from './page-messages.ts'
import { MOST_KEPT } from './rejects.ts'
import type { Import, StoredReject } from './store.ts'
import { stateTone } from './views.tsx'

type ImportProps = { ctx: Context; shop: Shop; found: Import; rejects: StoredReject[]; differences: number }

export const ImportPage = (props: ImportProps) => {
  const { found } = props
  const runs = found.state === 'reading' || found.state === 'applying'
  return (
    <main id="main" class="page stack">
      {runs ? <Running {...props} /> : <Result {...props} />}
    </main>
  )
}

/** Looks again every second; that does not count as somebody being there. */
function Running({ found, ctx, shop }: ImportProps) {
  const t = pageWords(ctx.lang)
  const { state, fileName, done, total } = found
  const digits = (n: number) => n.toLocaleString('en')
  return (
    <section
      id="running"
      class="next"
      hx-get={`/imports/${found.id}`}
      hx-trigger="every 1s"
      hx-target="#main"
      hx-select="#main"
      hx-select-oob=".bar:outerMorph:.bar"
      hx-swap="outerMorph"
      hx-headers='{"zaowan-poll":"1"}'
    >
      <p class="when" data-tone="act">
        {about(found, shop, ctx.lang)}
      </p>
      <h1>{state === 'reading' ? t.reading(fileName) : t.applying(fileName)}</h1>
      <p class="line running">
        <progress max={total || undefined} value={total ? done : undefined} aria-label={t.states[state]} />
        <span role="status">{total > 0 && t.progress(digits(done), digits(total))}</span>
      </p>
      <div class="line">
        <span class="quiet">{t.safeToLeave}</span>
        <CancelForm id={found.id} lang={ctx.lang} />
      </div>
    </section>
  )
}

const about = ({ by, at }: Import, shop: Shop, lang: Lang) => pageWords(lang).uploadedBy(by, shortOf(at, shop.timeZone))

const CancelForm = ({ id, lang }: { id: string; lang: Lang }) => (
  <Act action={`/imports/${id}/cancel`}>
    <button class="plain">{pageWords(lang).cancel}</button>
  </Act>
)

function Result(props: ImportProps) {
  const { found, ctx, shop, rejects } = props
  const t = pageWords(ctx.lang)
  const { counts, state } = found
  return (
    <>
      <Opening
        when={`${found.fileName} · ${about(found, shop, ctx.lang)} · ${t.states[state]}`}
        tone={stateTone[state] ?? 'act'}
        title={titleOf(props)}
        forgotten={t.forgotten}
        gaps={gapsOf(props)}
      >
        {state === 'failed' && <p>{problemWord(found.problem ?? 'crashed', ctx.lang)}</p>}
        <NextStep {...props} />
      </Opening>
      {counts && <Figures counts={counts} lang={ctx.lang} />}
      {counts && <ChangesView counts={counts} zone={shop.timeZone} lang={ctx.lang} />}
      {rejects.length > 0 && <Rejected {...props} />}
    </>
  )
}

function titleOf({ found: { state, counts }, ctx }: ImportProps): string {
  const t = pageWords(ctx.lang)
  if (state === 'failed' || state === 'cancelled' || !counts) return state === 'cancelled' ? t.cancelled : t.failed
  const { new: added, changed, conflicts } = counts
  if (state === 'applied') return added + changed ? t.applied(added, changed) : t.appliedNothing
  return t.ready(added, changed, conflicts) || t.nothingNew
}

function NextStep({ found: { id, state, counts }, ctx, differences }: ImportProps) {
  const t = pageWords(ctx.lang)
  const writes = (counts?.new ?? 0) + (counts?.changed ?? 0) + (counts?.conflicts ?? 0)
  const decides = state === 'applied' && differences > 0 && may(ctx.who, 'orders.decide')
  return (
    <div class="line">
      {state === 'ready' && writes > 0 && (
        <Act action={`/imports/${id}/apply`}>
          <button class="primary">{t.apply}</button>
        </Act>
      )}
      {state === 'ready' && <CancelForm id={id} lang={ctx.lang} />}
      {decides && (
        <a class="button primary" href="/differences">
          {t.toDifferences(differences)}
        </a>
      )}
      {state === 'applied' && (
        <a class={decides ? 'button' : 'button primary'} href="/orders">
          {t.toOrders}
        </a>
      )}
      {state !== 'ready' && (
        <a class={state === 'applied' ? 'button plain' : 'button primary'} href="/imports">
          {t.another}
        </a>
      )}
    </div>
  )
}

function gapsOf({ found: { counts }, ctx, differences }: ImportProps): Gap[] {
  const t = pageWords(ctx.lang)
  return [
    { count: counts?.rejected ?? 0, words: t.counts.rejected, tone: 'late' as const, href: '#rejected' },
    { count: differences, words: t.openDifferences, tone: 'soon' as const, href: '/differences' },
  ].filter((gap) => gap.count > 0)
}

const Figures = ({ counts, lang }: { counts: NonNullable<Import['counts']>; lang: Lang }) => {
  const t = pageWords(lang)
  const tones = { conflicts: 'soon', rejected: 'late' } as const
  return (
    <dl class="figures">
      {(['new', 'changed', 'unchanged', 'conflicts', 'rejected'] as const).map((name) => (
        <div>
          <dt>{t.counts[name]}</dt>
          <dd data-tone={counts[name] && name in tones ? tones[name as keyof typeof tones] : undefined}>
            {counts[name].toLocaleString('en')}
          </dd>
          {name === 'new' && counts.holds > 0 && <dd>{t.holds(counts.holds)}</dd>}
        </div>
      ))}
    </dl>
  )
}

function Rejected({ found, rejects, ctx: { lang } }: ImportProps) {
  const t = pageWords(lang)
  const hidden = (found.counts?.rejected ?? 0) - rejects.length
  return (
    <section class="panel" id="rejected">
      <header>
        <h2>{t.rejectedTitle}</h2>
        <span class="count">{found.counts?.rejected}</span>
        <a class="button" href={`/imports/${found.id}/rejected.csv`} download>
          {t.download}
        </a>
      </header>
      <p class="quiet">{t.rejectedHint}</p>
      <table class="rows tight">
        <caption class="unseen">{t.rejectedTitle}</caption>
        <Heads names={t.rejectedColumns} />
        <tbody>
          {rejects.map(({ line, reason, detail, cells }) => (
            <tr>
              <th scope="row" class="at">
                {line}
              </th>
              <td class="full">{reasonWord(reason, detail, lang)}</td>
              <td class="note clip">{cells.filter(Boolean).slice(0, 8).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <p class="quiet foot">
          {t.rejectedMore(hidden)} {(found.counts?.rejected ?? 0) > MOST_KEPT && t.rejectedLost(MOST_KEPT)}
        </p>
      )}
    </section>
  )
}
