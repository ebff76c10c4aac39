/** Campaigns: what runs, with what to answer buyers at hand; what comes; what was. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { addDays, dayOf, instantOf, momentWord, timeOf } from '../../core/time.ts'
import { Moment } from '../../ui/moment.tsx'
import { Act, Badge, Empty, Opening } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { LONGEST_NAME, LONGEST_TEXT, phaseOf } from './rules.ts'
import type { Campaign } from './store.ts'

type ListProps = {
  lang: Lang
  shop: Shop
  now: number
  current: readonly Campaign[]
  past: readonly Campaign[]
  canPlan: boolean
}

export function CampaignsView(props: ListProps) {
  const { lang, shop, now, current, past, canPlan } = props
  const t = words(lang)
  const running = current.filter((one) => phaseOf(one, now) === 'running')
  const coming = current.filter((one) => phaseOf(one, now) === 'coming')
  const isEmpty = !current.length && !past.length
  return (
    <>
      <CampaignsOpening {...props} running={running} coming={coming} />
      {running.length > 0 && (
        <section class="panel" id="running">
          <h2 class="unseen">{t.running}</h2>
          {running.map((campaign) => (
            <Running lang={lang} shop={shop} campaign={campaign} />
          ))}
        </section>
      )}
      {coming.length > 0 && <CampaignTable {...{ lang, shop }} id="coming" title={t.coming} rows={coming} />}
      {isEmpty && <Empty title={t.empty} hint={canPlan ? t.emptyHint : t.emptyAsk} />}
      {canPlan && (
        <details class="fold" id="plan" open={isEmpty}>
          <summary data-key="n">
            {t.plan} <kbd>N</kbd>
          </summary>
          <CampaignForm action="/campaigns" {...{ lang, shop, now }} button={t.save} />
        </details>
      )}
      {past.length > 0 && <CampaignTable {...{ lang, shop }} id="past" title={t.past} rows={past} />}
    </>
  )
}

function CampaignsOpening({
  lang,
  shop,
  current,
  running,
  coming,
}: ListProps & { running: readonly Campaign[]; coming: readonly Campaign[] }) {
  const t = words(lang)
  const [next] = coming
  const quiet = next ? t.comingTitle(next.name, momentWord(next.startsAt, shop.timeZone, lang)) : t.noneTitle
  const silent = current.filter(({ answers }) => !answers).length
  const gap = { count: silent, words: t.noAnswers(silent), tone: 'soon' as const }
  return (
    <Opening
      when={t.title}
      title={running.length ? t.runningTitle(running.length) : quiet}
      forgotten={t.forgotten}
      gaps={silent ? [gap] : []}
    />
  )
}

/** What to answer is one press away. */
function Running({ lang, shop, campaign }: { lang: Lang; shop: Shop; campaign: Campaign }) {
  const t = words(lang)
  return (
    <article class="campaign">
      <header class="line">
        <h3>
          <a href={`/campaign/${campaign.id}`}>{campaign.name}</a>
        </h3>
        {campaign.bigDay && <Badge tone="act">{t.bigDayBadge}</Badge>}
        <span class="quiet">{t.until(momentWord(campaign.endsAt, shop.timeZone, lang))}</span>
      </header>
      <Texts lang={lang} campaign={campaign} />
    </article>
  )
}

export function Texts({ lang, campaign }: { lang: Lang; campaign: Campaign }) {
  const t = words(lang)
  const { answers, rules, coupons } = campaign
  return (
    <dl class="facts">
      <dt>{t.answers}</dt>
      <dd>
        {answers || <span class="quiet">{t.none}</span>}{' '}
        {answers && (
          <button type="button" class="plain copy" data-copy={answers}>
            {t.copy}
          </button>
        )}
      </dd>
      {rules && (
        <>
          <dt>{t.rules}</dt>
          <dd>{rules}</dd>
        </>
      )}
      {coupons && (
        <>
          <dt>{t.coupons}</dt>
          <dd>{coupons}</dd>
        </>
      )}
    </dl>
  )
}

type TableProps = { lang: Lang; shop: Shop; id: string; title: string; rows: readonly Campaign[] }
function CampaignTable({ lang, shop, id, title, rows }: TableProps) {
  const t = words(lang)
  return (
    <section class="panel" id={id}>
      <header>
        <h2>{title}</h2> <span class="count">{rows.length}</span>
      </header>
      <table class="rows tight">
        <caption class="unseen">{title}</caption>
        <tbody>
          {rows.map((campaign) => (
            <tr>
              <td class="one-line">
                <time>
                  {t.fromTo(
                    momentWord(campaign.startsAt, shop.timeZone, lang),
                    momentWord(campaign.endsAt, shop.timeZone, lang),
                  )}
                </time>
              </td>
              <td>
                <a href={`/campaign/${campaign.id}`}>{campaign.name}</a>
              </td>
              <td class="state">
                {campaign.cancelledAt !== null && <Badge tone="late">{t.cancelled}</Badge>}
                {campaign.bigDay && <Badge tone="act">{t.bigDayBadge}</Badge>}
              </td>
              <td class="full note clip">{campaign.rules}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

// --- the form -----------------------------------------------------------------------------------------

type FormProps = {
  lang: Lang
  shop: Shop
  now: number
  action: string
  button: string
  campaign?: Campaign
  children?: Child
}

/** For a new one tomorrow, or for a change. */
export function CampaignForm({ lang, shop, now, action, button, campaign, children }: FormProps) {
  const t = words(lang)
  const zone = shop.timeZone
  const tomorrow = addDays(dayOf(now, zone), 1)
  const start = campaign?.startsAt ?? instantOf(tomorrow, '00:00', zone)
  const end = campaign?.endsAt ?? instantOf(addDays(tomorrow, 1), '00:00', zone)
  const moment = (name: string, legend: string, at: number) => (
    <Moment
      legend={legend}
      day={{ name: `${name}Day`, value: dayOf(at, zone), label: `${legend} ${t.day}` }}
      time={{ name: `${name}Time`, value: timeOf(at, zone), label: `${legend} ${t.time}` }}
      error={`${name}Day`}
      required
    />
  )
  return (
    <Act action={action} class="planning">
      <p class="field">
        <label for="name">{t.name}</label>
        <input
          id="name"
          name="name"
          value={campaign?.name}
          required
          maxlength={LONGEST_NAME}
          placeholder={t.nameExample}
          autocomplete="off"
        />
        <span class="error" data-error="name" hidden />
      </p>
      <div class="line">
        {moment('start', t.starts, start)}
        {moment('end', t.ends, end)}
      </div>
      <TextField name="answers" label={t.answers} example={t.answersExample} value={campaign?.answers} />
      <TextField name="rules" label={t.rules} example={t.rulesExample} value={campaign?.rules} />
      <TextField name="coupons" label={t.coupons} example={t.couponsExample} value={campaign?.coupons} />
      <label>
        <input type="checkbox" name="bigDay" value="yes" checked={campaign?.bigDay} /> {t.bigDay}
      </label>
      {children}
      <p>
        <button type="submit" class="primary">
          {button}
        </button>
      </p>
    </Act>
  )
}

type TextProps = { name: string; label: string; example: string; value: string | undefined }
const TextField = ({ name, label, example, value }: TextProps) => (
  <p class="field">
    <label for={name}>{label}</label>
    <textarea id={name} name={name} rows={2} maxlength={LONGEST_TEXT} placeholder={example}>
      {value ?? ''}
    </textarea>
    <span class="error" data-error={name} hidden />
  </p>
)
