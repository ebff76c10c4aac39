/** How the shop works: one form for each thing that is decided together. */
import type { Child } from 'hono/jsx'
import { may, type Actor } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Day } from '../../core/time.ts'
import type { SettingsPage as RoomSettings } from '../../feature.ts'
import { Act, Clock, Field, Opening, Saved, type Gap } from '../../ui/parts.tsx'
import { BuyerData } from './buyer-data.tsx'
import { RestDays, ShiftFields } from './fields.tsx'
import { words } from './messages.ts'
import { acknowledgeMinutesOf, DEFAULT_UNPAID_WINDOW, type ShopDay } from './rules.ts'
import { SpecialDays } from './special-days.tsx'
import type { Shop } from './store.ts'

export type SettingsProps = {
  lang: Lang
  who: Actor
  shop: Shop
  today: Day
  special: readonly ShopDay[]
  /** Years whose holidays nobody has loaded. */
  missing: readonly number[]
  /** Where other rooms are told how to work. */
  rooms: readonly RoomSettings[]
  saved: { at: string | undefined; now: number }
}

export function SettingsPage(props: SettingsProps) {
  return (
    <main id="main" class="page stack">
      <SettingsOpening {...props} />
      <Hours {...props} />
      <Shifts {...props} />
      <Alerts {...props} />
      <SpecialDays {...props} />
      <BuyerData {...props} />
      <Saved {...props.saved}>{words(props.lang).saved}</Saved>
    </main>
  )
}

function SettingsOpening({ lang, who, shop, missing, today, rooms }: SettingsProps) {
  const t = words(lang)
  const years = missing.join(lang === 'zh' ? '、' : ', ')
  const clear = shop.settings.buyerDataUntil !== null && shop.settings.buyerDataUntil >= today ? 1 : 0
  const gaps: Gap[] = [
    {
      count: missing.length,
      words: t.yearMissingGap,
      href: '/calendar',
      ...(missing.length && { tone: 'late' as const }),
    },
    { count: clear, words: t.keptInClear, href: '#buyer-data', ...(clear && { tone: 'soon' as const }) },
  ]
  return (
    <Opening
      when={missing.length ? t.yearMissing(years) : t.codeAndPlatform(shop.code, t.platform[shop.platform])}
      {...(missing.length && { tone: 'late' as const })}
      title={t.settingsTitle(shop.name)}
      forgotten={t.forgotten}
      gaps={gaps}
    >
      <p class="line">
        <a class="button" href="/shop/flags">
          {t.toFlags}
        </a>
        <a class="button" href="/calendar">
          {t.toCalendar}
        </a>
        {rooms
          .filter(({ right }) => may(who, right))
          .map(({ href, word }) => (
            <a class="button" href={href}>
              {word(lang)}
            </a>
          ))}
        {may(who, 'shop.create') && (
          <a class="button plain" href="/shops">
            {t.toShops}
          </a>
        )}
      </p>
    </Opening>
  )
}

type SectionProps = { action: string; title: string; hint?: string; lang: Lang; primary?: boolean; children?: Child }

/** A heading, some fields, and the button that saves just these. */
export const Section = ({ action, title, hint, lang, primary, children }: SectionProps) => (
  <Act action={action} class="panel stack form">
    <header>
      <h2>{title}</h2> {hint && <span class="count">{hint}</span>}
    </header>
    {children}
    <p class="line">
      <button type="submit" class={primary ? 'primary' : undefined}>
        {words(lang).save}
      </button>
    </p>
  </Act>
)

function Hours({ lang, shop }: SettingsProps) {
  const t = words(lang)
  return (
    <Section action="/shop/settings/hours" title={t.hours} hint={t.hoursHint} lang={lang} primary>
      <Field name="name" label={t.name}>
        <input id="name" name="name" value={shop.name} maxlength={40} required />
      </Field>
      <Field name="cutoff" label={t.cutoff} hint={t.cutoffHint}>
        <Clock name="cutoff" value={shop.cutoff} required />
      </Field>
      <RestDays lang={lang} restDays={shop.restDays} />
      <p class="field">
        <label class="box-line">
          <input type="checkbox" name="keepsHolidays" value="yes" checked={shop.keepsHolidays} /> {t.keepsHolidays}
        </label>
      </p>
    </Section>
  )
}

const Shifts = ({ lang, shop }: SettingsProps) => (
  <Section action="/shop/settings/shifts" title={words(lang).shifts} lang={lang}>
    <ShiftFields lang={lang} shifts={shop.shifts} />
  </Section>
)

function Alerts({ lang, shop }: SettingsProps) {
  const t = words(lang)
  const { warnMinutes, holdAlertMinutes, idleLockMinutes, unpaidWindow = DEFAULT_UNPAID_WINDOW } = shop.settings
  const minutes = (name: string, label: string, value: number, most: number) => (
    <Field name={name} label={label}>
      <input id={name} name={name} type="number" min={1} max={most} value={value} required />
    </Field>
  )
  return (
    <Section action="/shop/settings/alerts" title={t.alerts} lang={lang}>
      <Field name="warnMinutes" label={t.warnMinutes} hint={t.warnHint}>
        <input id="warnMinutes" name="warnMinutes" value={warnMinutes.join(' ')} inputmode="numeric" required />
      </Field>
      {minutes('holdAlertMinutes', t.holdAlertMinutes, holdAlertMinutes, 240)}
      {minutes('acknowledgeMinutes', t.acknowledgeMinutes, acknowledgeMinutesOf(shop), 240)}
      <p class="field">
        <label class="box-line">
          <input type="checkbox" name="handoverGate" value="yes" checked={shop.settings.handoverGate} />{' '}
          {t.handoverGate}
        </label>
      </p>
      <Field name="unpaidWindow" label={t.unpaidWindow} hint={t.unpaidWindowHint}>
        <input
          id="unpaidWindow"
          name="unpaidWindow"
          value={`${unpaidWindow.from} ${unpaidWindow.to}`}
          inputmode="numeric"
          required
        />
      </Field>
      {minutes('idleLockMinutes', t.idleLockMinutes, idleLockMinutes, 120)}
    </Section>
  )
}
