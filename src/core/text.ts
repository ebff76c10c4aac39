/** Text as people search it: full-width and capitals made alike, so ＴＢ２０２６ finds tb2026. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** For digits and Latin letters. */
export const reversed = (text: string) => text.split('').toReversed().join('')

/** Fen as "1,123.00": the sign ¥ is the view's. */
export const yuan = (fen: number) => {
  const text = (fen / 100).toFixed(2)
  return fen < 100_000 ? text : text.replace(/\B(?=(\d{3})+\.)/g, ',')
}
