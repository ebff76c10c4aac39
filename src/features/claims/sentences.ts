/** What happened to claims, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import type { ShopSettings } from '../shops/index.ts'
import { kindWord, muchOf, words } from './messages.ts'
import type { Kind } from './rules.ts'

type After = { kind: Kind; buyer: string; what: string; quantity: number; from: string; serial: string; count: number }
const after = (row: Activity) => row.after as After
const much = (row: Activity, lang: Lang) => muchOf(after(row), lang)

type Plain = 'passed' | 'matched' | 'failed' | 'unchecked' | 'settled' | 'moved' | 'payable' | 'early' | 'paid' | 'unpaid' | 'lost' | 'orderless' | 'withdrawn' // prettier-ignore
/** Of whom, and what. */
const plain =
  (word: Plain): Sentences[string] =>
  (row, lang) =>
    words(lang).log[word](after(row).buyer, much(row, lang))

const settingsIn = (row: Activity, lang: Lang) => {
  const t = words(lang).log.setting
  const [was, is] = [row.before, row.after].map((side) => (side as { settings: Partial<ShopSettings> }).settings)
  const named = (['prizeCheckers', 'claimDays'] as const).filter((key) => String(was![key]) !== String(is![key]))
  return named.map((key) => t[key]).join(lang === 'zh' ? '、' : ', ')
}

export const sentences: Sentences = {
  'claim.made': (row, lang) => words(lang).log.made(kindWord(after(row), lang), after(row).buyer, much(row, lang)),
  'claim.passed': plain('passed'),
  'claim.matched': plain('matched'),
  'claim.failed': plain('failed'),
  'claim.unchecked': plain('unchecked'),
  'claim.corrected': (row, lang) => words(lang).log.corrected(after(row).buyer, after(row).from, after(row).serial),
  'claim.settled': plain('settled'),
  'claim.moved': plain('moved'),
  'claim.waived': (row, lang) => words(lang).log.waived(much(row, lang)),
  'claim.unwaived': (row, lang) => words(lang).log.unwaived(much(row, lang)),
  'claim.payable': plain('payable'),
  'claim.early': plain('early'),
  'claim.paid': plain('paid'),
  'claim.unpaid': plain('unpaid'),
  'claim.lost': plain('lost'),
  'claim.orderless': plain('orderless'),
  'claim.withdrawn': plain('withdrawn'),
  'claim.pictured': (row, lang) => words(lang).log.pictured(after(row).buyer),
  'evidence.forgotten': (row, lang) => words(lang).log.forgotten(after(row).count),
  'claims.settings': (row, lang) => words(lang).log.settings(settingsIn(row, lang)),
  'claims.reviews_on': (_row, lang) => words(lang).log.reviewsOn,
  'claims.reviews_off': (_row, lang) => words(lang).log.reviewsOff,
}
