/** Which lines of the sheet are looked at: the address of the list, and of what is taken away. */
import { z } from 'zod'
import { masksOf, maskTyped } from '../../core/masking.ts'
import type { Reader } from '../../core/store.ts'
import { byTail } from '../orders/index.ts'
import { kinds, openStates } from './rules.ts'
import type { Wanted } from './store-list.ts'

/** `late`: open and past its time. */
export const shownStates = ['todo', 'late', ...openStates, 'done', 'any'] as const

export const filters = z.object({
  whose: z.enum(['mine', 'all']).optional().catch(undefined),
  state: z.enum(shownStates).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  owner: z.string().max(60).optional().catch(undefined),
  q: z.string().max(60).default('').catch(''),
  /** The last row of the page before: "<createdAt>.<id>". */
  after: z.string().max(60).optional().catch(undefined),
})
export type Filters = z.output<typeof filters>

/** Everybody's at once, in any state, when somebody is searched for. */
export const stateOf = ({ state, q }: Filters) => state ?? (q.trim() ? 'any' : 'todo')

/** `now`: the moment, UTC ms, that decides what is late. */
export async function wantedOf(db: Reader, shopId: string, asked: Filters, now: number): Promise<Wanted> {
  const q = asked.q.normalize('NFKC').trim()
  const state = stateOf(asked)
  const these = state === 'late' ? { state: 'todo' as const, dueBy: now } : { state }
  return { ...these, kind: asked.kind, ownerId: asked.owner || undefined, about: q ? await aboutOf(db, shopId, q) : undefined } // prettier-ignore
}

/** The tail of an order's number, or a buyer's account however many stars its mask has. */
async function aboutOf(db: Reader, shopId: string, q: string) {
  const orders = /^\d{4,}$/.test(q) ? await byTail(db, [shopId], q) : []
  return { orderIds: orders.map(({ id }) => id), buyers: masksOf(maskTyped(q)) }
}

/** All of the shop that is past its time. */
export const LATE = '/aftersales?whose=all&state=late'

/** The list's address with other choices. */
export function hrefOf(asked: Partial<Filters>, change: Partial<Filters> = {}): string {
  const query = new URLSearchParams()
  const { after, ...rest } = { ...asked, after: undefined, ...change }
  for (const [name, value] of Object.entries({ ...rest, after })) if (value) query.set(name, value)
  return query.size ? `/aftersales?${query.toString()}` : '/aftersales'
}
