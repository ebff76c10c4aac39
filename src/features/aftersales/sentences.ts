/** What happened on the after-sales sheet, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import { dictionary, type Lang } from '../../core/i18n.ts'
import { yuan } from '../../core/text.ts'
import type { Sentences } from '../../feature.ts'
import { kindWord, stateWord } from './messages.ts'
import type { Entry } from './store.ts'

const zh = {
  added: (what: string, owner: string) => `记了售后：${what}${owner && `，归 ${owner}`}`,
  about: (said: string, what: string) => `${said}：${what}`,
  moved: (state: string, amount: string) => `改成“${state}”${amount && `，¥${amount}`}`,
  done: '办完了',
  reopened: (state: string) => `再打开，${state}`,
  given: (owner: string) => `归 ${owner}`,
  postponed: (due: string) => `改到 ${due} 前`,
  overdue: '过了时间没办，报主管',
  exported: (rows: number, filter: string) => `导出售后表 ${rows} 行（${filter}）`,
  hours: (hours: number) => `售后处理时限改成 ${hours} 个工作小时`,
}
const en: typeof zh = {
  added: (what, owner) => `entered for after-sales: ${what}${owner && `, for ${owner}`}`,
  about: (said, what) => `${said} (${what})`,
  moved: (state, amount) => `now: ${state}${amount && `, ¥${amount}`}`,
  done: 'done',
  reopened: (state) => `open again: ${state}`,
  given: (owner) => `now with ${owner}`,
  postponed: (due) => `moved to ${due}`,
  overdue: 'past its time: told the supervisors',
  exported: (rows, filter) => `took ${rows} rows of the after-sales sheet away (${filter})`,
  hours: (hours) => `after-sales is due within ${hours} working hours now`,
}
const words = dictionary(zh, en)

type After = Pick<Entry, 'kind' | 'buyer' | 'promised' | 'state' | 'amount'> & { owner?: string; due: string }
type Exported = { rows: number; filter: { zh: string; en: string } }
const after = (row: Activity) => row.after as After

const movedTo = (row: Activity, lang: Lang) => {
  const { amount } = after(row)
  const isNew = amount !== null && amount !== (row.before as { amount?: number | null } | null)?.amount
  return words(lang).moved(stateWord(after(row).state, lang), isNew ? yuan(amount) : '')
}

/** The shop's log tells of many lines: each row says which one it was. */
const about =
  (said: (row: Activity, lang: Lang) => string) =>
  (row: Activity, lang: Lang): string => {
    const { kind, buyer } = after(row)
    return words(lang).about(said(row, lang), `${kindWord(kind, lang)} ${buyer}`)
  }

export const sentences: Sentences = {
  'entry.added': (row, lang) => words(lang).added(whatOf(after(row), lang), after(row).owner ?? ''),
  'entry.moved': about(movedTo),
  'entry.done': about((_row, lang) => words(lang).done),
  'entry.reopened': about((row, lang) => words(lang).reopened(stateWord(after(row).state, lang))),
  'entry.given': about((row, lang) => words(lang).given(after(row).owner ?? '')),
  'entry.postponed': about((row, lang) => words(lang).postponed(after(row).due)),
  'entry.overdue': about((_row, lang) => words(lang).overdue),
  'aftersales.exported': (row, lang) => {
    const { rows, filter } = row.after as Exported
    return words(lang).exported(rows, filter[lang])
  },
  'aftersales.hours_changed': (row, lang) =>
    words(lang).hours((row.after as { settings: { entryHours: number } }).settings.entryHours),
}

const whatOf = ({ kind, buyer, promised }: After, lang: Lang) =>
  `${kindWord(kind, lang)} ${buyer}${lang === 'zh' ? '，' : ', '}${promised}`
