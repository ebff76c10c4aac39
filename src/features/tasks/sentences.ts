/** What happened to a task, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

type After = { text: string; owner: string; asked: string; due: string }
const t = (lang: Lang) => words(lang).happened
const after = (row: Activity) => row.after as After

export const sentences: Sentences = {
  'task.added': (row, lang) => t(lang).added(after(row).text, after(row).owner),
  'task.finished': (row, lang) => t(lang).finished(after(row).text),
  'task.dropped': (row, lang) => t(lang).dropped(after(row).text),
  'task.reopened': (row, lang) => t(lang).reopened(after(row).text),
  'task.moved': (row, lang) => t(lang).moved(after(row).text, after(row).due),
  'task.pass_asked': (row, lang) => t(lang).asked(after(row).text, after(row).asked),
  'task.passed': (row, lang) => t(lang).passed(after(row).text, after(row).owner),
  'task.pass_declined': (row, lang) => t(lang).declined(after(row).text),
  'task.pass_withdrawn': (row, lang) => t(lang).withdrawn(after(row).text),
  'task.reminded': (row, lang) => t(lang).reminded(after(row).text),
  'task.overdue': (row, lang) => t(lang).overdue(after(row).text),
}
