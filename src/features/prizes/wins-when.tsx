/** Which list it is, and when it last grew. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import { momentWord } from '../../core/time.ts'
import type { Shop } from '../shops/index.ts'
import { winsWords } from './wins-words.ts'

export type WinsProps = {
  lang: Lang
  shop: Shop
  /** `last`: wins that came with the last import. */
  list: { count: number; importedAt: number | null; last: number }
  history: readonly Activity[]
}

export const WinsWhen = ({ lang, shop, list: { count, importedAt } }: WinsProps) => {
  const t = winsWords(lang)
  return (
    <>
      <a href="/prizes">{t.back}</a> ·{' '}
      {importedAt === null ? t.none : t.has(count, momentWord(importedAt, shop.timeZone, lang))}
    </>
  )
}
