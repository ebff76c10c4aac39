/** What a digest says of its parts. Pure. */
import type { Lang } from '../../core/i18n.ts'
import { shortened } from '../../core/text.ts'
import { words } from './messages.ts'
import { byPress, tally } from './rules.ts'
import type { Message } from './store.ts'

/** Of so many the digest tells in its own line. */
const NAMED = 3
const LONGEST = 60

/**
 * Counts by tone and the first few. A digest of several shops names the shops instead: who loses one of them keeps the
 * line, and it must not tell of what happened there.
 */
export function digestText(
  parts: readonly Pick<Message, 'tone' | 'text' | 'at' | 'shopId'>[],
  shopNames: readonly string[],
  lang: Lang,
): string {
  const t = words(lang)
  const counts = tally(parts)
    .map(({ tone, n }) => t.tally[tone](n))
    .join(t.comma)
  const isMixed = new Set(parts.map(({ shopId }) => shopId)).size > 1
  const first = isMixed
    ? shopNames
    : byPress(parts)
        .slice(0, NAMED)
        .map(({ text }) => shortened(text[lang], LONGEST))
  return t.digest(parts.length, counts, first.join(t.semicolon))
}
