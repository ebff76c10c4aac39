/** Beside the answer: the last five scans, and what nobody may forget. */
import type { Context } from '../../core/context.ts'
import { secondsOf } from '../../core/time.ts'
import { Badge } from '../../ui/parts.tsx'
import { isUnpacked } from '../cutoff/index.ts'
import { lookOf, styles } from './looks.ts'
import { words } from './messages.ts'
import type { Screen } from './screen.ts'
import type { RecentScan } from './store-scans.ts'

type Props = { ctx: Context; screen: Screen }

export function LastFive({ ctx, screen: { last, shop, open } }: Props) {
  const t = words(ctx.lang)
  return (
    <table id="last" class="rows keep">
      <caption class="unseen">{t.lastFiveScans}</caption>
      <tbody>
        {last.map((recent) => (
          <tr>
            <td class="one-line quiet">{shop && secondsOf(recent.scan.at, shop.timeZone)}</td>
            <td class="id">{tailOf(recent)}</td>
            <th scope="row" class="state">
              <State ctx={ctx} recent={recent} open={open} />
            </th>
          </tr>
        ))}
        {last.length === 0 && (
          <tr>
            <td class="quiet">{t.noScans}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** Stops that wait for a word, parcels that lie aside. */
export function Forgotten({ ctx, screen: { progress } }: Props) {
  const t = words(ctx.lang)
  return (
    <p id="forgotten" class="line">
      {!!progress?.stops && (
        <Badge tone="late" solid>
          {t.stopsOpen(progress.stops)}
        </Badge>
      )}
      {!!progress?.aside && <Badge tone="soon">{t.liesAside(progress.aside)}</Badge>}
    </p>
  )
}

const tailOf = ({ scan, tid }: RecentScan) => {
  const number = scan.answer !== 'unknown' && tid ? tid : scan.code
  return number.length > 8 ? `…${number.slice(-6)}` : number
}

/** What was told then; or that it was left without being packed. */
function State({ ctx, recent, open }: { ctx: Context; recent: RecentScan; open: string | null }) {
  const { scan, stage, stopAnswer } = recent
  const t = words(ctx.lang)
  const look = lookOf(scan, stopAnswer === 'too_late')
  const waits = scan.did === 'opened' || scan.did === 'asked_why'
  if (waits && stage !== null && isUnpacked({ stage }) && scan.shipmentId !== open)
    return (
      <Badge tone="soon" solid>
        {t.unfinished}
      </Badge>
    )
  return <Badge tone={styles[look].tone}>{t.signs[look].word}</Badge>
}
