/** What people do with their own messages: read in the morning what came, and now and then meanwhile. */
import { readAll } from '../../src/features/inbox/reading.ts'
import type { When } from './lay.ts'
import type { Event } from './play.ts'
import type { Ledger } from './ledger.ts'
import type { Market } from './market.ts'
import { team } from './people.ts'

/** Of the past all is read; today everybody has read what had come by the morning, some what came since. */
const rounds: [ago: number, time: string, who?: readonly string[]][] = [
  [3, '18:20'],
  [2, '18:20'],
  [1, '18:20'],
  [1, '22:40', ['阿北', '山岚', '白露']],
  [0, '09:05'],
  [0, '11:35', ['小满', '木樨', '竹青', '石榴']],
]

export const readingEvents = (ledger: Ledger, [{ shop } = {} as Market]: readonly Market[], when: When): Event[] =>
  rounds.flatMap(([ago, time, who = team.map(({ handle }) => handle)]) => {
    return who.map((handle) => ({
      at: when(ago, time),
      happen: async (at: number) => readAll(await ledger.as(handle, at, shop), { until: at }),
    }))
  })
