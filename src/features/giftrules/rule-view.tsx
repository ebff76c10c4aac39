/** One gift rule: what it would have done, switching it on, changing and ending it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { LONGEST_LINE } from '../../core/typed.ts'
import { HistoryLog } from '../../ui/history.tsx'
import { Act, Opening } from '../../ui/parts.tsx'
import type { Campaign } from '../campaigns/index.ts'
import type { Shop } from '../shops/index.ts'
import type { DryRun } from './dry-run.ts'
import { DryRunPanel } from './dry-run-view.tsx'
import { ruleWord } from './messages.ts'
import { pageWords } from './page-words.ts'
import { RuleForm } from './rule-form.tsx'
import { StateBadge, stateOf } from './rules-view.tsx'
import { sentences } from './sentences.ts'
import type { GiftRule } from './store.ts'

type RuleProps = {
  lang: Lang
  shop: Shop
  rule: GiftRule
  tried: DryRun
  yesterday: string
  campaigns: readonly Campaign[]
  history: readonly Activity[]
}

export function RuleView(props: RuleProps) {
  const { rule } = props
  return (
    <>
      <RuleOpening {...props} />
      {rule.endedAt === null && <ChangeForms {...props} />}
      <DryRunPanel {...props} />
      <History {...props} />
    </>
  )
}

function RuleOpening({ lang, shop, rule, tried }: RuleProps) {
  const t = pageWords(lang)
  const state = stateOf(rule)
  const titles = {
    on: t.onTitle,
    off: t.offTitle(dayWord(tried.day, lang), tried.gets, tried.pieces),
    ended: t.endedTitle,
  }
  const gap = { count: 1, words: t.cancelledGap, tone: 'late' as const }
  return (
    <Opening
      when={
        <>
          <a href="/gift-rules">{t.back}</a> · {rule.name} <StateBadge rule={rule} lang={lang} />
        </>
      }
      title={titles[state]}
      forgotten={t.forgotten}
      gaps={rule.window?.cancelled ? [gap] : []}
    >
      <p>{ruleWord(rule, shop.timeZone, lang)}</p>
      <div class="line">
        {state === 'off' && (
          <Act action={`/gift-rule/${rule.id}/on`}>
            <input type="hidden" name="seen" value={tried.version} />
            <button class="primary">{t.switchOn}</button>
          </Act>
        )}
        {state === 'on' && (
          <Act action={`/gift-rule/${rule.id}/off`}>
            <button>{t.switchOff}</button>
          </Act>
        )}
        {state === 'ended' && (
          <Act action={`/gift-rule/${rule.id}/reopen`}>
            <button>{t.reopen}</button>
          </Act>
        )}
      </div>
    </Opening>
  )
}

function ChangeForms({ lang, shop, rule, campaigns }: RuleProps) {
  const t = pageWords(lang)
  return (
    <div>
      <details class="fold" id="change">
        <summary>{t.change}</summary>
        <p class="quiet">{t.changeHint}</p>
        <RuleForm {...{ lang, shop, campaigns, rule }} action={`/gift-rule/${rule.id}/change`} button={t.saveChange}>
          <input type="hidden" name="seen" value={rule.version} />
          <WhyField id="change-why" label={t.why} example={t.whyExample} />
        </RuleForm>
      </details>
      <details class="fold" id="end">
        <summary>{t.end}</summary>
        <p class="quiet">{t.endHint}</p>
        <Act action={`/gift-rule/${rule.id}/end`} class="asked">
          <WhyField id="end-why" label={t.why} example={t.whyExample} />
          <button class="stop">{t.end}</button>
        </Act>
      </details>
    </div>
  )
}

export const WhyField = ({ id, label, example }: { id: string; label: string; example: string }) => (
  <p class="field grow">
    <label for={id}>{label}</label>
    <input id={id} name="why" required maxlength={LONGEST_LINE} placeholder={example} autocomplete="off" />
    <span class="error" data-error="why" hidden />
  </p>
)

const History = ({ lang, shop, history }: RuleProps) => (
  <HistoryLog
    title={pageWords(lang).history}
    history={history}
    sentences={sentences}
    zone={shop.timeZone}
    lang={lang}
  />
)
