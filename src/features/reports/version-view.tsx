/** REPORT-5: one version as it was filed, what changed since the one before, and what became of its letters. */
import type { Lang } from '../../core/i18n.ts'
import { whenWord } from '../../core/time.ts'
import type { Told } from '../outbox/index.ts'
import type { Shop } from '../shops/index.ts'
import { Blocks } from './blocks-view.tsx'
import { Deliveries } from './delivery-view.tsx'
import { StandingBadge } from './list-view.tsx'
import { shiftWord, words } from './messages.ts'
import { pageWords } from './page-words.ts'
import type { Standing } from './rules.ts'
import { blocksOf } from './shown.ts'
import type { Report } from './store.ts'
import type { ReportVersion } from './store-versions.ts'

type VersionProps = {
  lang: Lang
  shop: Shop
  now: number
  report: Report
  version: ReportVersion
  before: ReportVersion | undefined
  versions: readonly ReportVersion[]
  standing: Standing
  deliveries: readonly Told[]
  names: ReadonlyMap<string, string>
  isOwn: boolean
  canOpenLetters: boolean
  banner: string | undefined
}

export function VersionView(props: VersionProps) {
  const { lang, version, before, versions } = props
  const t = pageWords(lang)
  return (
    <>
      <VersionOpening {...props} />
      <div class="split">
        <div class="stack">
          {before && <p class="quiet">{t.changedFrom}</p>}
          <Blocks blocks={blocksOf(version.content, { before: before?.content, lang })} lang={lang} />
        </div>
        <aside class="stack" aria-label={t.deliveries}>
          <Deliveries {...props} canOpen={props.canOpenLetters} />
          {versions.length > 1 && <Versions {...props} />}
        </aside>
      </div>
    </>
  )
}

function VersionOpening({ lang, shop, now, report, version, standing, isOwn, banner }: VersionProps) {
  const t = pageWords(lang)
  const isNewest = version.version === report.version
  return (
    <section class="next">
      <p class="when">
        <a href="/reports">{t.back}</a> · {t.version(version.version)} ·{' '}
        {t.filedAt(whenWord(version.filedAt, now, shop.timeZone, lang))}
      </p>
      <h1>{t.of(version.content.person, shiftWord(report, lang))}</h1>
      <p class="line">
        <StandingBadge standing={standing} lang={lang} />
        {version.why && <span>{words(lang).mail.why(version.why)}</span>}
      </p>
      {banner && (
        <p class="warning" data-tone="soon">
          {banner}
        </p>
      )}
      {isOwn && isNewest && (
        <p class="line">
          <a class="button" href={`/report/${report.day}/${report.side}`} data-key="e">
            {t.correct} <kbd>E</kbd>
          </a>
          <span class="quiet">{t.correctHint}</span>
        </p>
      )}
    </section>
  )
}

const Versions = ({ lang, shop, now, report, version, versions }: VersionProps) => {
  const t = pageWords(lang)
  return (
    <section class="panel">
      <header>
        <h2>{t.versions}</h2>
      </header>
      <ul>
        {versions.map((one) => (
          <li class="line">
            <a
              href={`/reports/of/${report.id}?v=${one.version}`}
              aria-current={one.id === version.id ? 'page' : undefined}
            >
              {t.version(one.version)}
            </a>
            <span class="quiet">{whenWord(one.filedAt, now, shop.timeZone, lang)}</span>
            {one.version === report.version && <span class="quiet">{t.current}</span>}
            {one.why && <span>{one.why}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
