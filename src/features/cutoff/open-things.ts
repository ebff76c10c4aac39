/** What the batch leaves to the next shift and brings to the morning meeting. */
import { inArray } from 'drizzle-orm'
import { shipments } from '../../../db/schema.ts'
import { both, dictionary } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import type { AgendaSource, HandoverSource } from '../../feature.ts'
import { leftCount, openStops, recentBatches, stagesOf } from './store-lists.ts'

const zh = {
  stops: '要停的包裹',
  stop: (who: string, why: string) => `${who}：要停包裹${why && `，${why}`}`,
  askWarehouse: '找仓库确认停住了没有',
  answered: { stopped: '仓库停住了', too_late: '来不及，已经发走' },
  figures: '上一批发货',
  figure: (day: string, sent: number, all: number, left: number) => `${day}：发出 ${sent}/${all}，${left} 单留下没发`,
}
const en: typeof zh = {
  stops: 'Parcels to stop',
  stop: (who, why) => `${who}: parcel to be stopped${why && `, ${why}`}`,
  askWarehouse: 'Ask the warehouse whether it was stopped',
  answered: { stopped: 'The warehouse stopped it', too_late: 'Too late, it had gone' },
  figures: 'The last batch',
  figure: (day, sent, all, left) => `${day}: ${sent}/${all} sent, ${left} left behind`,
}
const words = dictionary(zh, en)

/** CUT-5: asked to stop, and the warehouse has not answered. */
const unansweredStops: HandoverSource = {
  name: 'stop',
  word: (lang) => words(lang).stops,
  async open(db, shop) {
    return (await openStops(db, shop.id)).map(({ shipment, order }) => {
      const buyer = order.receiver || order.buyer
      return {
        key: `stop:${shipment.id}`,
        urgency: 'urgent',
        summary: both((lang) => words(lang).stop(buyer, shipment.stopWhy ?? '')),
        todo: both((lang) => words(lang).askWarehouse),
        ownerId: shipment.stopAskedBy,
        href: `/orders/${order.id}`,
        orderId: order.id,
        buyer,
      }
    })
  },
  async ended(db, _shop, keys) {
    const ids = keys.map((key) => key.slice('stop:'.length))
    const rows = await db
      .select({ id: shipments.id, answer: shipments.stopAnswer })
      .from(shipments)
      .where(inArray(shipments.id, ids))
    const over = rows.filter(({ answer }) => answer !== null)
    return new Map(over.map(({ id, answer }) => [`stop:${id}`, both((lang) => words(lang).answered[answer!])]))
  },
}
export const handover: readonly HandoverSource[] = [unansweredStops]

/** MEET-1: how the last batch before this day went. */
export const agenda: readonly AgendaSource[] = [
  {
    name: 'figures',
    word: (lang) => words(lang).figures,
    meetings: ['morning'],
    async points(db, shop, { day }) {
      const batch = (await recentBatches(db, shop.id)).find((one) => one.day < day)
      if (!batch) return []
      const stages = await stagesOf(db, batch.id)
      const sum = (rows: typeof stages) => rows.reduce((all, { n }) => all + n, 0)
      const [sent, all, left] = [sum(stages.filter(({ stage }) => stage === 'handed')), sum(stages), await leftCount(db, batch.id)] // prettier-ignore
      return [
        {
          key: `figures:${batch.day}`,
          urgency: 'steady',
          summary: both((lang) => words(lang).figure(dayWord(batch.day, lang), sent, all, left)),
          href: `/batch/${batch.day}`,
        },
      ]
    },
  },
]
