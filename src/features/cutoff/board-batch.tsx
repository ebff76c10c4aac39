/** It opens the warehouse's board: how far today's batch is, what to do next, what is forgotten. */
import type { Child } from 'hono/jsx'
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { dayOf, dayWord } from '../../core/time.ts'
import type { BoardAsk, BoardPanel } from '../../feature.ts'
import { Opening, type Gap } from '../../ui/parts.tsx'
import { boardWords } from './board-words.ts'
import { comingDay, keptOf, type ComingDay } from './coming-day.ts'
import { otherBatches, reached, type Earlier } from './frozen-day.ts'
import { Primary } from './frozen-head.tsx'
import { pageWords } from './page-messages.ts'
import { stages } from './rules.ts'
import { batchOf, type Batch } from './store.ts'
import { leftCount, openStopCount, stagesOf, type StageCount } from './store-lists.ts'
import { troubledParcels } from './store-troubled.ts'

/** All that changes what ships, and how far it is. */
export const batchTopics = [
  'batch',
  'parcel',
  'order',
  'hold',
  'import',
  'gift',
  'claim',
  'refund',
  'difference',
  'shop',
]

export const batchHead: BoardPanel = {
  name: 'batch',
  word: (lang) => boardWords(lang).batch,
  boards: ['warehouse'],
  order: 10,
  right: 'batch.see',
  topics: [...batchTopics, 'minute'],
  head: true,
  async render(ask): Promise<Child> {
    const { ctx, shop } = ask
    const batch = await batchOf(ctx.read, shop.id, dayOf(ctx.now, shop.timeZone))
    return batch ? <Frozen {...ask} {...await frozenNow(ask, batch)} /> : <Coming {...ask} {...await comingNow(ask)} />
  },
}

// --- before the cutoff --------------------------------------------------------------------------------

type ComingNow = { coming: ComingDay; stops: number }
async function comingNow({ ctx, shop }: BoardAsk): Promise<ComingNow> {
  const coming = await comingDay(ctx.read, shop, dayOf(ctx.now, shop.timeZone), ctx.now)
  return { coming, stops: await openStopCount(ctx.read, shop.id) }
}

function Coming({ ctx, coming, stops }: BoardAsk & ComingNow) {
  const { lang, who } = ctx
  const t = boardWords(lang)
  const { plan, asked, freezing, outlook, others } = coming
  const kept = keptOf(coming).length
  const gaps: Gap[] = [
    ...stopGap(stops, others[0]?.batch, lang),
    ...(kept ? [{ count: kept, tone: 'soon' as const, words: t.kept, href: `/batch/${plan.day}/left` }] : []),
    ...earlierGaps(others, lang),
  ]
  const next = `${dayWord(plan.day, lang)} ${plan.cutoff}`
  const title = freezing ? t.freezing : asked.works ? t.wouldShip(outlook.ready) : t.restDay(next, outlook.ready)
  return (
    <Opening
      when={`${dayWord(plan.day, lang)} · ${t.cutoffAt(plan.cutoff)}`}
      tone={freezing ? 'late' : 'act'}
      title={title}
      forgotten={t.forgotten}
      gaps={gaps}
    >
      {asked.works && !freezing && (
        <p class="plate window" role="timer" data-until={plan.cutoffAt}>
          <span>{t.left}</span>
          <time />
        </p>
      )}
      <p class="line">
        {may(who, 'bench.scan') && <Primary href="/bench" words={t.toBench} />}
        {asked.works && outlook.ready > 0 && (
          <a class="button" href="/orders?show=ships">
            {t.seeOrders(outlook.ready)}
          </a>
        )}
        <a class="button plain" href="/batch">
          {t.toBatch}
        </a>
      </p>
    </Opening>
  )
}

// --- after it -----------------------------------------------------------------------------------------

type FrozenNow = {
  batch: Batch
  counts: StageCount[]
  stops: number
  troubled: number
  left: number
  others: Earlier[]
}
async function frozenNow({ ctx, shop }: BoardAsk, batch: Batch): Promise<FrozenNow> {
  return {
    batch,
    counts: await stagesOf(ctx.read, batch.id),
    stops: await openStopCount(ctx.read, shop.id),
    troubled: (await troubledParcels(ctx.read, batch)).length,
    left: await leftCount(ctx.read, batch.id),
    others: await otherBatches(ctx.read, shop, batch.id),
  }
}

function Frozen({ ctx, batch, counts, stops, troubled, left, others }: BoardAsk & FrozenNow) {
  const { lang, who } = ctx
  const t = boardWords(lang)
  const all = reached(counts, 'waiting', 'printed', 'packed', 'handed')
  const done = reached(counts, 'packed', 'handed')
  const gaps: Gap[] = [
    ...stopGap(stops, batch, lang),
    ...(troubled ? [{ count: troubled, tone: 'late' as const, words: t.troubled, href: `/batch/${batch.day}#troubled` }] : []), // prettier-ignore
    ...(left ? [{ count: left, tone: 'soon' as const, words: t.keptBehind, href: `/batch/${batch.day}/left` }] : []),
    ...earlierGaps(others, lang),
  ]
  return (
    <Opening
      when={`${pageWords(lang).batchOf(dayWord(batch.day, lang))} · ${t.ofAll(done, all)}`}
      tone={done < all ? 'act' : 'done'}
      title={!all ? t.emptyBatch : done < all ? t.toPack(all - done) : t.packed(all)}
      forgotten={t.forgotten}
      gaps={gaps}
    >
      <progress class="whole" max={Math.max(1, all)} value={done} aria-label={t.done}>
        {done} / {all}
      </progress>
      <ul class="tallies">
        {stages.map((stage) => (
          <li>
            <a href={`/batch/${batch.day}/parcels?stage=${stage}`}>
              <b>{reached(counts, stage)}</b> {pageWords(lang).stages[stage]}
            </a>
          </li>
        ))}
      </ul>
      <p class="line">
        {may(who, 'bench.scan') && <Primary href="/bench" words={t.toBench} />}
        {may(who, 'batch.print') && (
          <a class="button" href={`/batch/${batch.id}/sheets/picking`}>
            {t.toPicking}
          </a>
        )}
        <a class="button plain" href={`/batch/${batch.day}`}>
          {t.toBatch}
        </a>
      </p>
    </Opening>
  )
}

// --- what both have -----------------------------------------------------------------------------------

/** Stops are answered on the page of any batch that is frozen. */
const stopGap = (count: number, batch: Batch | undefined, lang: Lang): Gap[] =>
  count && batch ? [{ count, tone: 'late', words: boardWords(lang).stops, href: `/batch/${batch.day}#stops` }] : []

const earlierGaps = (others: readonly Earlier[], lang: Lang): Gap[] =>
  others
    .filter(({ todo }) => todo > 0)
    .map(({ batch, todo }) => ({
      count: todo,
      tone: 'late',
      words: boardWords(lang).earlier(dayWord(batch.day, lang)),
      href: `/batch/${batch.day}`,
    }))
