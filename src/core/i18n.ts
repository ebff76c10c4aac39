/** Words in two languages: `zh` is the source, a missing English word does not compile. */
export type Lang = 'zh' | 'en'

/** A sentence that waits for its reader's language. */
export type Said = (lang: Lang) => string

/** A sentence as it is stored: in every language, because who reads it later is not known. */
export type Both = { zh: string; en: string }
/** A few words that stand in one place only. */
export const inBoth =
  (zh: string, en: string): Said =>
  (lang) =>
    lang === 'zh' ? zh : en
export const both = (said: Said): Both => ({ zh: said('zh'), en: said('en') })
/** A person's own words, the same in every language. */
export const asWritten = (text: string): Both => ({ zh: text, en: text })

/** A feature's words: `export const words = dictionary(zh, en)`, then `words(ctx.lang).released`. */
export const dictionary =
  <T extends object>(zh: T, en: NoInfer<T>) =>
  (lang: Lang): T =>
    lang === 'zh' ? zh : en

/** "en-GB,en;q=0.9,zh;q=0.8" → the better of ours; Chinese when neither is asked for. */
export function langOf(acceptLanguage: string | undefined): Lang {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=')
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .sort((a, b) => b.q - a.q)
  for (const { tag } of asked) {
    if (tag.startsWith('zh')) return 'zh'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh'
}

/** The language of a terminal: English where the system says English, else Chinese. */
export function terminalLang(env: NodeJS.ProcessEnv): Lang {
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return system.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
