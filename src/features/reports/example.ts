/** A report of nobody, to show what the letter will look like. */
import { both, type Lang } from '../../core/i18n.ts'
import { dayOf, momentWord } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { contentOf } from './content.ts'
import type { Sources } from './gathering.ts'
import type { Version } from './letter.ts'
import { words } from './messages.ts'
import { attachedTo } from './sheets.ts'

/** Every section of a night's report with one invented line. */
export function exampleOf(sources: Sources, shop: Shop, now: number, lang: Lang): Version {
  const t = words(lang).mail
  const found = sources.map(({ name, word, required, heads }) => ({
    name,
    word: both(word),
    required,
    known: [{ text: both((reader) => words(reader).mail.example) }],
    ...(heads && { heads: heads.map((head) => both(head)) }),
  }))
  const draft = { figures: { enquiries: 86, orders: 31, sales: 428_650 }, sections: {}, none: [], own: t.exampleOwn }
  const head = { shop: shop.name, person: t.exampleName, day: dayOf(now, shop.timeZone), side: 'night' as const } // prettier-ignore
  const content = contentOf(head, draft, { found, chat: undefined })
  return {
    content,
    version: 1,
    why: '',
    at: momentWord(now, shop.timeZone, lang),
    attached: attachedTo(content, lang),
    isReached: true,
  }
}
