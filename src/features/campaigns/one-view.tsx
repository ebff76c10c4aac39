/** One campaign: what it is, its change, its end, and what was changed about it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { momentWord } from '../../core/time.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { HistoryLog } from '../../ui/history.tsx'
import { Act, Badge } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { phaseOf } from './rules.ts'
import { sentences } from './sentences.ts'
import type { Campaign } from './store.ts'
import { CampaignForm, Texts } from './views.tsx'

type OneProps = {
  lang: Lang
  shop: Shop
  now: number
  campaign: Campaign
  history: readonly Activity[]
  canPlan: boolean
}

export function CampaignView({ lang, shop, now, campaign, history, canPlan }: OneProps) {
  const t = words(lang)
  const phase = phaseOf(campaign, now)
  const isCancelled = campaign.cancelledAt !== null
  const canChange = canPlan && !isCancelled && phase !== 'past'
  return (
    <>
      <section class="next">
        <p class="when" data-tone={isCancelled ? 'late' : undefined}>
          <a href="/campaigns">{t.back}</a> · {isCancelled ? t.cancelledWhy(campaign.cancelledWhy ?? '') : t[phase]}
        </p>
        <h1>
          {campaign.name} {campaign.bigDay && <Badge tone="act">{t.bigDayBadge}</Badge>}
        </h1>
        <p>
          {t.fromTo(
            momentWord(campaign.startsAt, shop.timeZone, lang),
            momentWord(campaign.endsAt, shop.timeZone, lang),
          )}
        </p>
      </section>
      <section class="panel campaign">
        <Texts lang={lang} campaign={campaign} />
      </section>
      {canChange && <ChangeForms {...{ lang, shop, now, campaign }} />}
      <HistoryLog title={t.history} history={history} sentences={sentences} zone={shop.timeZone} lang={lang} />
    </>
  )
}

function ChangeForms({ lang, shop, now, campaign }: Omit<OneProps, 'history' | 'canPlan'>) {
  const t = words(lang)
  const action = `/campaign/${campaign.id}/change`
  return (
    <div>
      <details class="fold" id="change">
        <summary>{t.change}</summary>
        <CampaignForm {...{ lang, shop, now, action, campaign }} button={t.saveChange}>
          <input type="hidden" name="seen" value={campaign.changedAt} />
          <WhyField id="change-why" label={t.why} example={t.whyExample} />
        </CampaignForm>
      </details>
      <details class="fold" id="cancel">
        <summary>{t.cancel}</summary>
        <Act action={`/campaign/${campaign.id}/cancel`} class="asked">
          <WhyField id="cancel-why" label={t.cancelWhy} example="" />
          <button class="stop">{t.cancel}</button>
        </Act>
      </details>
    </div>
  )
}

const WhyField = ({ id, label, example }: { id: string; label: string; example: string }) => (
  <p class="field grow">
    <label for={id}>{label}</label>
    <input id={id} name="why" required maxlength={LONGEST_LINE} placeholder={example} autocomplete="off" />
    <span class="error" data-error="why" hidden />
  </p>
)
