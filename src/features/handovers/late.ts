/** SHIFT-3, SHIFT-4: what those who lead must know of handovers now. */
import { dictionary } from '../../core/i18n.ts'
import type { BoardAsk, Figure, LateSource } from '../../feature.ts'
import { lastGiven } from './store.ts'
import { unreadCount } from './store-items.ts'
import { ungiven } from './waiting.ts'

const zh = { unread: (_n: number) => '没接的交接事项', ungiven: (_n: number) => '没人交的班' }
const en: typeof zh = {
  unread: (n) => `handover ${n === 1 ? 'item' : 'items'} not taken over`,
  ungiven: (n) => `${n === 1 ? 'shift' : 'shifts'} that nobody handed over`,
}
const words = dictionary(zh, en)

/** Of the newest handover: what stood in an earlier one lives on in it. */
async function unreadItems({ ctx, shop }: BoardAsk): Promise<Figure> {
  const handover = await lastGiven(ctx.read, shop.id)
  const waits = handover?.state === 'given'
  const count = waits ? await unreadCount(ctx.read, handover.id) : 0
  return {
    count,
    words: (lang) => words(lang).unread(count),
    href: waits ? `/handover/${handover.id}` : '/handovers',
    tone: waits && ctx.now < handover.dueAt! ? 'soon' : 'late',
  }
}

async function lostShifts({ ctx, shop }: BoardAsk): Promise<Figure> {
  const lost = await ungiven(ctx, shop)
  return { count: lost.length, words: (lang) => words(lang).ungiven(lost.length), href: '/handovers', tone: 'late' }
}

export const late: readonly LateSource[] = [
  {
    order: 20,
    right: 'handovers.see',
    topics: ['handover', 'roster', 'shift', 'minute'],
    figures: async (ask) => [await unreadItems(ask), await lostShifts(ask)],
  },
]
