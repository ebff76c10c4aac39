/** How a word of the glossary is written down. */
import type { Both } from '../../../core/i18n.ts'
import type { Term } from '../../../feature.ts'

type InOneLanguage = [word: string, meaning: string]
type More = Pick<Term, 'href' | 'keys'>

export function term(id: string, zh: InOneLanguage, en: InOneLanguage, more: More = {}): Term {
  return { id, ...more, zh: { word: zh[0], meaning: zh[1] }, en: { word: en[0], meaning: en[1] } }
}

/** Words that belong together, under one heading. */
export type TermGroup = { id: string; heading: Both; terms: readonly Term[] }
