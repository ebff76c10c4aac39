/** What happened to refunds, as the log and the old order's page say it. */
import type { Activity } from '../../core/activity.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

type After = { tid: string; newTid: string; handler: string | null; due: string }
const after = (row: Activity) => row.after as After

export const sentences: Sentences = {
  'refund.agreed': (row, lang) => {
    const { tid, handler, due } = after(row)
    return words(lang).said.agreed(tid, handler ?? words(lang).nobody, due)
  },
  'refund.linked': (row, lang) => words(lang).said.linked(after(row).newTid),
  'refund.finished': (_row, lang) => words(lang).said.finished,
  'refund.settled': (_row, lang) => words(lang).said.settled,
  'refund.withdrawn': (_row, lang) => words(lang).said.withdrawn,
  'refund.reopened': (_row, lang) => words(lang).said.reopened,
  'refund.late': (_row, lang) => words(lang).said.late,
  'refund.handlers_changed': (_row, lang) => words(lang).said.handlers,
}
