/** REPORT-1, PRIZE-3: what the daily report says of prizes; the night's goes out with the list that is to be checked. */
import { both, type Said } from '../../core/i18n.ts'
import { timeOf } from '../../core/time.ts'
import type { ReportSource } from '../../feature.ts'
import type { Known } from '../reports/rules.ts'
import { tidsOf } from '../orders/index.ts'
import { kindWord, namedOf, stateWord, words } from './messages.ts'
import { claimsOfDay, nightListOf, type Claim } from './store.ts'
import { openWords } from './words-open.ts'

const text = (claim: Claim) =>
  both((lang) => openWords(lang).one(kindWord(claim, lang), claim.buyer, namedOf(claim, lang), stateWord(claim, lang)))

const claimed: ReportSource = {
  name: 'prizes',
  word: (lang) => words(lang).report.prizes,
  order: 40,
  required: true,
  async known(db, { shop, personId, day, from, to }) {
    const claims = await claimsOfDay(db, shop.id, day)
    return claims
      .filter(({ claimedBy, claimedAt }) => claimedBy === personId && from <= claimedAt && claimedAt < to)
      .filter(({ state }) => state !== 'withdrawn')
      .map((claim) => ({ text: text(claim), href: `/claim/${claim.id}` }))
  },
}

const columns = ['serial', 'what', 'quantity', 'buyer', 'order', 'by', 'at', 'state'] as const

/** The whole night's, whoever entered them: the checker goes through one list. */
const nightList: ReportSource = {
  name: 'prize_list',
  word: (lang) => words(lang).report.list,
  order: 45,
  required: false,
  side: 'night',
  heads: columns.map(
    (column): Said =>
      (lang) =>
        words(lang).report.columns[column],
  ),
  async known(db, { shop, day }) {
    const claims = await nightListOf(db, shop, day)
    const tids = await tidsOf(db, claims.flatMap(({ orderId }) => orderId ?? [])) // prettier-ignore
    return claims.map((claim) => listLine(claim, tids.get(claim.orderId ?? '') ?? '', shop.timeZone))
  },
}

const listLine = (claim: Claim, tid: string, zone: string): Known => ({
  text: text(claim),
  href: `/claim/${claim.id}`,
  cells: [
    claim.serial ?? '',
    claim.what,
    String(claim.quantity),
    claim.buyer,
    tid,
    claim.claimedByHandle,
    timeOf(claim.claimedAt, zone),
    both((lang) => stateWord(claim, lang)),
  ],
})

export const report: readonly ReportSource[] = [claimed, nightList]
