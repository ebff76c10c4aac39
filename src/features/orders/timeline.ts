/** ORD-4: what happened to an order, in one line of time: the log's rows as sentences, and every remark. Pure. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'
import { remarkShown } from './remarks.ts'
import type { Remark } from './store-remarks.ts'

export type Moment = {
  at: number
  actor: string
  actorId: string | null
  /** "紫 → 红，放行" */
  sentence: string
  /** "地址给了 【小满 11-20】" */
  said: string
  kind: string
  forPacking: boolean
}

/** Oldest first. A remark that came with its row of the log stands in that row. */
export function timelineOf(
  rows: readonly Activity[],
  remarks: readonly Remark[],
  sentences: Sentences,
  { lang, zone }: { lang: Lang; zone: string },
): Moment[] {
  const free = new Set(remarks)
  const moments = rows.map((row): Moment => {
    const remark = [...free].find((r) => r.at === row.at && r.author === row.actor && r.text === row.why)
    if (remark) free.delete(remark)
    return {
      at: row.at,
      actor: row.actor,
      actorId: row.actorId,
      sentence: sentences[row.kind]?.(row, lang) ?? words(lang).happened.other(row.kind),
      said: row.why ? remarkShown({ text: row.why, author: row.actor, at: row.at }, zone) : '',
      kind: row.kind,
      forPacking: remark?.forPacking ?? false,
    }
  })
  const alone = [...free].map((remark): Moment => ({
    at: remark.at,
    actor: remark.author,
    actorId: remark.authorId,
    sentence: words(lang).happened.remarked(words(lang).remarkKinds[remark.kind]),
    said: remarkShown(remark, zone),
    kind: 'order.remarked',
    forPacking: remark.forPacking,
  }))
  return [...moments, ...alone].sort((a, b) => a.at - b.at)
}
