/** What people type into the sheet's forms: an amount, a moment. */
import { fenFrom } from '../../core/text.ts'
import { instantOf, isClocktime, isDay } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { refusal } from './messages.ts'

/** Fen; undefined when nothing was typed. */
export function amountIn(text: string): number | undefined {
  const fen = text.trim() ? fenFrom(text) : undefined
  if (text.trim() && !fen) throw refusal('invalid', 'amountWrong', 'amount')
  return fen
}

/** UTC ms; undefined when nothing was typed. */
export function dueIn({ day, time }: { day: string; time: string }, { timeZone }: Shop): number | undefined {
  if (!day && !time) return undefined
  if (!isDay(day) || !isClocktime(time)) throw refusal('invalid', 'dueWrong', 'day')
  return instantOf(day, time, timeZone)
}
