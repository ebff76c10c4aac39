/** One prize: what is left of it, its change, its end, and what was changed about it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { HistoryLog } from '../../ui/history.tsx'
import { Act, Field } from '../../ui/parts.tsx'
import type { Campaign } from '../campaigns/index.ts'
import type { Shop } from '../shops/index.ts'
import type { StockedPrize } from './catalogue.ts'
import { pageWords } from './page-words.ts'
import { leftIn, LONGEST_PRIZE, MOST_PLANNED } from './rules.ts'
import { sentences } from './sentences.ts'
import { claimsOf, KindWord, StockBar, StockState } from './stock-view.tsx'

type OneProps = {
  lang: Lang
  shop: Shop
  prize: StockedPrize
  campaign: Campaign
  history: readonly Activity[]
  canPlan: boolean
}

export function PrizeView(props: OneProps) {
  const { lang, prize, campaign, canPlan } = props
  const t = pageWords(lang)
  return (
    <>
      <section class="next">
        <p class="when">
          <a href="/prizes">{t.back}</a> · <a href={`/campaign/${campaign.id}`}>{campaign.name}</a> ·{' '}
          <KindWord lang={lang} prize={prize} />
        </p>
        <h1>{titleOf(lang, prize)}</h1>
        <p class="line">
          <StockState lang={lang} prize={prize} />
          <a class="button" href={claimsOf(prize)}>
            {t.seeClaims}
          </a>
        </p>
      </section>
      <Figures lang={lang} prize={prize} />
      {canPlan && <ChangeForms {...props} />}
      <History {...props} />
    </>
  )
}

function titleOf(lang: Lang, prize: StockedPrize) {
  const t = pageWords(lang)
  if (prize.endedAt !== null) return t.endedTitle(prize.name)
  return leftIn(prize) ? t.leftTitle(prize.name, leftIn(prize)) : t.goneTitle(prize.name)
}

function Figures({ lang, prize }: { lang: Lang; prize: StockedPrize }) {
  const { figures, givenNote } = pageWords(lang)
  return (
    <dl class="figures">
      <div>
        <dt>{figures.planned}</dt>
        <dd>{prize.planned}</dd>
      </div>
      <div>
        <dt>{figures.given}</dt>
        <dd>{prize.given}</dd>
        <dd>
          <StockBar prize={prize} /> {givenNote}
        </dd>
      </div>
      <div>
        <dt>{figures.packed[prize.kind]}</dt>
        <dd>{prize.packed}</dd>
      </div>
      <div>
        <dt>{figures.left}</dt>
        <dd>{leftIn(prize)}</dd>
      </div>
    </dl>
  )
}

function ChangeForms({ lang, prize }: OneProps) {
  const t = pageWords(lang)
  if (prize.endedAt !== null)
    return (
      <Act action={`/prize/${prize.id}/reopen`}>
        <button class="primary">{t.reopen}</button>
      </Act>
    )
  return (
    <>
      <PlanForm lang={lang} prize={prize} />
      <details class="fold">
        <summary>{t.rename}</summary>
        <Act action={`/prize/${prize.id}/rename`} class="planning">
          <Seen prize={prize} />
          <Field name="name" label={t.name}>
            <input id="name" name="name" value={prize.name} required maxlength={LONGEST_PRIZE} autocomplete="off" />
          </Field>
          <button>{t.renameButton}</button>
        </Act>
      </details>
      <details class="fold">
        <summary>{t.end}</summary>
        <Act action={`/prize/${prize.id}/end`} class="planning">
          <p class="quiet">{t.endHint}</p>
          <Why lang={lang} id="end-why" example={t.endWhyExample} />
          <button>{t.end}</button>
        </Act>
      </details>
    </>
  )
}

const PlanForm = ({ lang, prize }: { lang: Lang; prize: StockedPrize }) => {
  const t = pageWords(lang)
  return (
    <section class="panel">
      <h2>{t.change}</h2>
      <Act action={`/prize/${prize.id}/plan`} class="planning">
        <Seen prize={prize} />
        <Field name="planned" label={t.planned}>
          <input
            id="planned"
            name="planned"
            type="number"
            min="1"
            max={MOST_PLANNED}
            step="1"
            required
            value={prize.planned}
          />
        </Field>
        <Why lang={lang} id="plan-why" example={t.whyExample} />
        <p>
          <button class="primary">{t.saveChange}</button>
        </p>
      </Act>
    </section>
  )
}

const Seen = ({ prize }: { prize: StockedPrize }) => <input type="hidden" name="seen" value={prize.changedAt} />

const Why = ({ lang, id, example }: { lang: Lang; id: string; example: string }) => (
  <p class="field">
    <label for={id}>{pageWords(lang).why}</label>
    <input id={id} name="why" required maxlength={LONGEST_LINE} placeholder={example} autocomplete="off" />
    <span class="error" data-error="why" hidden />
  </p>
)

const History = ({ lang, shop, history }: OneProps) => (
  <HistoryLog
    title={pageWords(lang).history}
    history={history}
    sentences={sentences}
    zone={shop.timeZone}
    lang={lang}
  />
)
