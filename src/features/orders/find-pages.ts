/** Pages and actions by name: in both languages, by pinyin and by its initials. */
import { pinyin } from 'pinyin-pro'
import { may, type Actor } from '../../access.ts'
import { inBoth, type Lang, type Said } from '../../core/i18n.ts'
import { fold } from '../../core/text.ts'
import type { ActionEntry, Feature } from '../../feature.ts'
import { shellWords } from '../../words.ts'

export type PageHit = { href: string; word: string }
/** `post`: pressing it does it. */
export type ActionHit = PageHit & { post: boolean }

/** Who looks for what; `demo`: in the demo shop. */
type Wanted = { who: Pick<Actor, 'roles'>; lang: Lang; text: string; demo?: boolean }

/** Everybody has these. */
const own: { href: string; word: Said }[] = [
  { href: '/me', word: (lang) => shellWords(lang).me },
  { href: '/help', word: (lang) => shellWords(lang).help },
]

/** The pages that this person may open and that are called so, in the menu's order; all of them for no words. */
export function pagesCalled(features: readonly Feature[], { who, lang, text }: Wanted): PageHit[] {
  const menu = features.flatMap(({ nav = [] }) => nav).filter(({ right }) => may(who, right))
  const pages = [...menu.toSorted((a, b) => a.order - b.order), ...own]
  return called(pages, text).map(({ href, word }) => ({ href, word: word(lang) }))
}

/** What this person may do and is called so, the most common first. */
export function actionsCalled(features: readonly Feature[], { who, lang, text, demo = false }: Wanted): ActionHit[] {
  const mine = features
    .flatMap(({ actions = [] }) => actions)
    .filter(({ right, only }) => (right === 'person' || may(who, right)) && (only?.({ who, demo }) ?? true))
    .toSorted((a, b) => a.order - b.order)
  return called(mine, text).map(({ href, word, post = false }) => ({ href, word: word(lang), post }))
}

/** Words of the glossary that are called so, each with its row there; none for no words: they are asked for. */
export function termsCalled(features: readonly Feature[], { lang, text }: Wanted): PageHit[] {
  if (!text.trim()) return []
  const named = features
    .flatMap(({ terms = [] }) => terms)
    .map(({ id, keys, zh, en }) => ({ id, keys, word: inBoth(zh.word, en.word) }))
  return called(named, text).map(({ id, word }) => ({ href: `/help/words#${id}`, word: word(lang) }))
}

type Named = { word: Said } & Pick<ActionEntry, 'keys'>

/** Those whose name begins so; where none does, those that have it further inside: "兑奖" finds 登记兑奖. */
function called<N extends Named>(all: readonly N[], text: string): N[] {
  const wanted = fold(text).trim()
  const compact = wanted.replace(/\s/g, '')
  const at = (one: N) => {
    const places = [one.word('zh'), ...(one.keys ?? [])].flatMap(formsOf).map((form) => form.indexOf(compact))
    const found = places.filter((place) => place >= 0)
    return begins(one.word('en'), wanted) || found.includes(0) ? 0 : found.length ? 1 : -1
  }
  const first = all.filter((one) => at(one) === 0)
  return first.length || !/\p{Script=Han}/u.test(compact) ? first : all.filter((one) => at(one) === 1)
}

const forms = new Map<string, string[]>()
/** A name as it may be typed: itself, its pinyin ("wodeyitian"), the initials of that ("wdyt"). Names are few, and fixed. */
function formsOf(name: string): string[] {
  const known = forms.get(name)
  if (known) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const made = [name, syllables.join(''), syllables.map((one) => one[0]).join('')].map(fold)
  forms.set(name, made)
  return made
}

/** "my" and "day" find "My day". */
const begins = (name: string, wanted: string) => fold(name).startsWith(wanted) || fold(name).includes(` ${wanted}`)
