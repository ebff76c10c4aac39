/** What every action and page gets: who, when, in which language, and how to change data. */
import { newId } from '../../db/kit.ts'
import { roles, type Actor } from '../access.ts'
import { recordActivity, type Happening } from './activity.ts'
import type { Lang } from './i18n.ts'
import type { AfterCommit, Reader, Store, Tx } from './store.ts'

/** Appends an activity row in the running transaction: `record('hold.released', `order:${id}`, { shopId, why })`. */
export type Record = (kind: string, subject: string, happening?: Happening) => Promise<void>

export type Context = {
  store: Store
  read: Reader
  who: Actor
  /** The frozen moment of this request or job, UTC ms. */
  now: number
  lang: Lang
  /** The shop this person looks at; undefined for the clock, the command line and before set-up. */
  shopId: string | undefined
  /**
   * One transaction: gather → decide → save → record. Run again from the start when another got in its way.
   * All rows that it records share the `deed`: what one undo takes back.
   */
  write<T>(work: (tx: Tx, record: Record, afterCommit: AfterCommit, deed: string) => Promise<T>): Promise<T>
}

/** The clock as an actor: no rights, no shops; jobs act through actions that need none. */
export const clockwork: Actor = { id: null, handle: '早晚', roles: [], shopIds: [] }

/** Whoever sits at the server's own terminal, or holds what it printed: may do everything in the shops passed in. */
export const operator = (shopIds: readonly string[], handle = '命令行'): Actor => ({ id: null, handle, roles, shopIds })

/** `now`: the frozen moment, UTC ms; `lang` is Chinese when nobody reads. */
export function makeContext(parts: {
  store: Store
  who: Actor
  now: number
  lang?: Lang
  shopId?: string | undefined
}): Context {
  const { store, who, now, lang = 'zh', shopId } = parts
  return {
    store,
    read: store.read,
    who,
    now,
    lang,
    shopId,
    write: (work) => {
      const deed = newId()
      return store.write((tx, afterCommit) =>
        work(
          tx,
          (kind, subject, happening) => recordActivity(tx, { who, now, deed }, kind, subject, happening),
          afterCommit,
          deed,
        ),
      )
    },
  }
}
