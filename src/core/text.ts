/** Text as people search it: full-width and capitals made alike, so ＴＢ２０２６ finds tb2026. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** For digits and Latin letters. */
export const reversed = (text: string) => text.split('').toReversed().join('')

/** Fen as "1,123.00": the sign ¥ is the view's. */
export const yuan = (fen: number) => {
  const text = (fen / 100).toFixed(2)
  return fen < 100_000 ? text : text.replace(/\B(?=(\d{3})+\.)/g, ',')
}

/** A comma groups thousands: "12,50" is no amount, and not 1250. */
const GROUPED = /^\d{1,3}(,\d{3})+(\.|$)/

/** "12.80", "¥1,123", "５元" as fen, not below zero; undefined when it is no amount. */
export function fenFrom(text: string): number | undefined {
  const typed = text.normalize('NFKC').trim().replace(/^[¥￥]\s*/, '').replace(/\s*元$/, '') // prettier-ignore
  const plain = GROUPED.test(typed) ? typed.replaceAll(',', '') : typed
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}

/** At most so many letters, the last one … when something is left out; never half an emoji. */
export function shortened(text: string, most: number): string {
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}
