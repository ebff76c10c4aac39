/** Whether whoever prepares a payout may pay it too. */
import type { Context } from '../../core/context.ts'
import { neededText } from '../../core/typed.ts'
import { changeSettings } from '../shops/index.ts'
import { words } from './messages.ts'

export async function letOnePersonPay(ctx: Context, shopId: string, onePersonPays: boolean, typed: string) {
  const why = neededText(typed, 'why', { missing: (lang) => words(lang).whyNeeded })
  await changeSettings(ctx, shopId, { onePersonPays }, { kind: 'payout.rule_changed', why })
}
