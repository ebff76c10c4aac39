/** A gift rule as a form: a new one, or a change. */
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { Moment } from '../../ui/moment.tsx'
import { Act, Field } from '../../ui/parts.tsx'
import type { Campaign } from '../campaigns/index.ts'
import type { Shop } from '../shops/index.ts'
import { LONGEST_GIFT, LONGEST_ITEM, LONGEST_NAME, MOST_PIECES } from './limits.ts'
import { pageWords } from './page-words.ts'
import type { GiftRule } from './store.ts'
import { fieldOf } from './wish.ts'

type FormProps = {
  lang: Lang
  shop: Shop
  campaigns: readonly Campaign[]
  action: string
  button: string
  rule?: GiftRule
  primary?: boolean
  children?: Child
}

export function RuleForm({ lang, shop, campaigns, action, button, rule, primary, children }: FormProps) {
  const t = pageWords(lang)
  const shown = fieldOf(rule, shop.timeZone)
  return (
    <Act action={action} class="planning gift-rule">
      <Text name="name" label={t.name} value={shown.name} example={t.nameExample} most={LONGEST_NAME} required />
      <Text
        name="item"
        label={t.item}
        value={shown.item}
        example={t.itemExample}
        most={LONGEST_ITEM}
        hint={t.itemHint}
      />
      <div class="line">
        <Count name="leastQuantity" label={t.leastQuantity} value={shown.leastQuantity} />
        <Field name="leastAmount" label={t.leastAmount} hint={t.amountHint}>
          <input
            id="leastAmount"
            name="leastAmount"
            value={shown.leastAmount}
            inputmode="decimal"
            maxlength={12}
            autocomplete="off"
            placeholder="99"
          />
        </Field>
      </div>
      <WhenFields lang={lang} campaigns={campaigns} shown={shown} />
      <div class="line">
        <Text
          name="gift"
          label={t.gift}
          value={shown.gift}
          example={t.giftExample}
          most={LONGEST_GIFT}
          hint={t.onceEach}
          required
        />
        <Count name="giftQuantity" label={t.giftQuantity} value={shown.giftQuantity} />
      </div>
      {children}
      <p>
        <button type="submit" class={primary ? 'primary' : undefined}>
          {button}
        </button>
      </p>
    </Act>
  )
}

type Shown = ReturnType<typeof fieldOf>

/** Nothing, a campaign, or two moments: the others are not asked for. */
function WhenFields({ lang, campaigns, shown }: { lang: Lang; campaigns: readonly Campaign[]; shown: Shown }) {
  const t = pageWords(lang)
  const choices = { any: t.whenAny, campaign: t.whenCampaign, own: t.whenOwn }
  const moment = (side: 'from' | 'to') => (
    <Moment
      legend={t[side]}
      day={{ name: `${side}Day`, value: shown[side].day, label: `${t[side]} ${t.day}` }}
      time={{ name: `${side}Time`, value: shown[side].time, label: `${t[side]} ${t.time}` }}
      error={`${side}Day`}
    />
  )
  return (
    <>
      <fieldset class="choices">
        <legend>{t.when}</legend>
        {(['any', 'campaign', 'own'] as const).map((one) => (
          <label>
            <input type="radio" name="when" value={one} checked={shown.when === one} /> {choices[one]}
          </label>
        ))}
      </fieldset>
      <p class="field" data-when="when=campaign" hidden={shown.when !== 'campaign'}>
        <label for="campaign">{t.campaign}</label>
        <select id="campaign" name="campaign">
          {campaigns.map(({ id, name }) => (
            <option value={id} selected={id === shown.campaign}>
              {name}
            </option>
          ))}
        </select>
        <span class="error" data-error="campaign" hidden />
      </p>
      <div class="line" data-when="when=own" hidden={shown.when !== 'own'}>
        {moment('from')}
        {moment('to')}
      </div>
    </>
  )
}

type TextProps = {
  name: string
  label: string
  value: string
  example: string
  most: number
  hint?: string
  required?: boolean
}
const Text = ({ name, label, value, example, most, hint, required }: TextProps) => (
  <Field name={name} label={label} hint={hint}>
    <input
      id={name}
      name={name}
      value={value}
      placeholder={example}
      maxlength={most}
      required={required}
      autocomplete="off"
    />
  </Field>
)

const Count = ({ name, label, value }: { name: string; label: string; value: number }) => (
  <Field name={name} label={label}>
    <input id={name} name={name} value={value} type="number" min={1} max={MOST_PIECES} required class="count-of" />
  </Field>
)
