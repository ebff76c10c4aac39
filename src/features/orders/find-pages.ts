/** Pages by name, as the menu calls them: in both languages, by pinyin and by its initials. */
import { may, type Actor } from '../../access.ts'
import type { Lang, Said } from '../../core/i18n.ts'
import { fold } from '../../core/text.ts'
import type { Feature } from '../../feature.ts'
import { shellWords } from '../../words.ts'
import { isCalled } from './finding.ts'

export type PageHit = { href: string; word: string }

/** Everybody has these. */
const own: { href: string; word: Said }[] = [
  { href: '/me', word: (lang) => shellWords(lang).me },
  { href: '/help', word: (lang) => shellWords(lang).help },
]

/** The pages that this person may open and that are called so, in the menu's order; all of them for no words. */
export function pagesCalled(
  features: readonly Feature[],
  { who, lang, text }: { who: Pick<Actor, 'roles'>; lang: Lang; text: string },
): PageHit[] {
  const menu = features.flatMap(({ nav = [] }) => nav).filter(({ right }) => may(who, right))
  const pages = [...menu.toSorted((a, b) => a.order - b.order), ...own]
  return pages.filter(({ word }) => isNamed(word, text)).map(({ href, word }) => ({ href, word: word(lang) }))
}

const isNamed = (word: Said, text: string) => isCalled(word('zh'), text) || begins(word('en'), fold(text).trim())

/** "my" and "day" find "My day". */
const begins = (name: string, wanted: string) => fold(name).startsWith(wanted) || fold(name).includes(` ${wanted}`)
