/** outbox: what left the board, what waits, what failed and why. */
import { isoOf, shortOf } from '../core/time.ts'
import { allLetters, stateWord, type Told } from '../features/outbox/index.ts'
import { allShops } from '../features/shops/index.ts'
import type { Call } from './call.ts'
import { atDesk, shopCalled } from './desk.ts'
import { words } from './messages.ts'
import { columns } from './print.ts'

export const outbox = (call: Call) =>
  atDesk(call, async (ctx) => {
    const { terminal, lang } = call
    const code = call.option('shop')
    const shops = code === undefined ? await allShops(ctx.read) : [await shopCalled(ctx, code)]
    const letters = await allLetters(
      ctx.read,
      shops.map(({ id }) => id),
    )
    if (call.has('json')) return terminal.out(JSON.stringify(letters.map(shown)))
    const zones = new Map(shops.map(({ id, timeZone }) => [id, timeZone]))
    const rows = letters.map(({ shopId, at, state, address, subject, said }) => [
      shortOf(at, zones.get(shopId)!),
      stateWord(state, lang),
      address,
      state === 'sent' ? subject : `${subject} ${said ?? ''}`,
    ])
    for (const line of columns(rows)) terminal.out(line)
    const count = (state: string) => letters.filter((letter) => letter.state === state).length
    terminal.out(
      words(lang).lettersIn(count('sent'), count('pending'), count('failed') + count('bounced'), count('held')),
    )
  })

const shown = ({ id, about, address, role, state, tries, said, at, sentAt }: Told) => ({
  id,
  about,
  to: address,
  kind: role,
  state,
  tries,
  said,
  at: isoOf(at),
  sentAt: sentAt === null ? null : isoOf(sentAt),
})
