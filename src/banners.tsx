/** What a page says above all else: its shop's year is missing, or it no longer hears what happens. */
import { may } from './access.ts'
import { assetHref } from './core/assets.ts'
import { readerOf, type Ask } from './core/web.ts'
import { shellWords } from './words.ts'

/** CUT-1: without the year's public holidays "ships today?" is a guess, and that is said loudly. */
export function YearBanner({ c, years }: { c: Ask; years: number[] }) {
  const { lang, who } = c.var.ctx
  const t = shellWords(lang)
  return (
    <p class="banner" data-tone="late">
      {t.yearMissing(years.join(', '))}{' '}
      {may(who, 'calendar.load') ? <a href="/calendar">{t.loadYear}</a> : t.askForYear}
    </p>
  )
}

/** What happens elsewhere reaches this page from here on; shown when it does not. */
export function LiveBanner({ c }: { c: Ask }) {
  const { ctx, revisions, world } = c.var
  if (!world.live || !ctx.shopId) return null
  const t = shellWords(ctx.lang)
  const since = revisions.get(ctx.shopId)
  const worker = assetHref('live-stream.js')
  return (
    <p
      id="lost"
      class="banner"
      data-tone="late"
      role="status"
      data-since={since}
      data-worker={worker}
      data-reader={readerOf(c)}
      data-off={t.liveOff}
      data-out={t.liveOut}
      hidden
    >
      <span /> <a href="">{t.liveAgain}</a>
    </p>
  )
}
