/** A gift rule between its form and what is kept. */
import { z } from 'zod'
import { fenFrom } from '../../core/text.ts'
import { dayOf, instantOf, isClocktime, isDay, timeOf } from '../../core/time.ts'
import type { RuleWish } from './actions.ts'
import { refusal, type GiftRule } from './store.ts'

const field = z.string().default('')
const whole = z.coerce.number().default(1)
export const ruleForm = z.object({
  name: field,
  item: field,
  leastQuantity: whole,
  leastAmount: field,
  when: z.enum(['any', 'campaign', 'own']).default('any'),
  campaign: field,
  fromDay: field,
  fromTime: field,
  toDay: field,
  toTime: field,
  gift: field,
  giftQuantity: whole,
})
type RuleForm = z.output<typeof ruleForm>

export function wishFrom(form: RuleForm, zone: string): RuleWish {
  const { name, item, leastQuantity, gift, giftQuantity, when } = form
  const leastAmount = form.leastAmount.trim() ? fenFrom(form.leastAmount) : 0
  if (leastAmount === undefined) throw refusal('invalid', 'amountWrong', 'leastAmount')
  if (when === 'campaign' && !form.campaign) throw refusal('invalid', 'noCampaign', 'campaign')
  const own = when === 'own'
  return {
    name,
    item,
    leastQuantity,
    leastAmount,
    campaignId: when === 'campaign' ? form.campaign : null,
    fromAt: own ? momentFrom(form.fromDay, form.fromTime, zone, 'fromDay') : null,
    toAt: own ? momentFrom(form.toDay, form.toTime, zone, 'toDay') : null,
    gift,
    giftQuantity,
  }
}

/** UTC ms; null when nothing was filled in; midnight where only the day was. */
function momentFrom(day: string, time: string, zone: string, name: string): number | null {
  if (!day && !time) return null
  if (!isDay(day) || (time && !isClocktime(time))) throw refusal('invalid', 'windowWrong', name)
  return instantOf(day, time || '00:00', zone)
}

/** What the form shows: of a rule, or of a new one. */
export function fieldOf(rule: GiftRule | undefined, zone: string) {
  const moment = (at: number | null | undefined) =>
    at == null ? { day: undefined, time: undefined } : { day: dayOf(at, zone), time: timeOf(at, zone) }
  const own = rule?.fromAt != null || rule?.toAt != null
  return {
    name: rule?.name ?? '',
    item: rule?.item ?? '',
    leastQuantity: rule?.leastQuantity ?? 1,
    leastAmount: rule?.leastAmount ? String(rule.leastAmount / 100) : '',
    when: rule?.campaignId ? 'campaign' : own ? 'own' : 'any',
    campaign: rule?.campaignId ?? '',
    from: moment(rule?.fromAt),
    to: moment(rule?.toAt),
    gift: rule?.gift ?? '',
    giftQuantity: rule?.giftQuantity ?? 1,
  }
}
