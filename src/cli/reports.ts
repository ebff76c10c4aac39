/** reports: who filed the daily report of a day, and what became of its letters. */
import { deliveriesOf, stateWord } from '../features/outbox/index.ts'
import { aboutOf, offAgents, owedOn, standingOf, standingWord, type Owed } from '../features/reports/index.ts'
import type { Call } from './call.ts'
import { atDesk, dayAsked, shopCalled } from './desk.ts'
import { words } from './messages.ts'
import { columns } from './print.ts'

export const reports = (call: Call) =>
  atDesk(call, async (ctx) => {
    const { terminal, lang } = call
    const shop = await shopCalled(ctx, call.option('shop')!)
    const day = dayAsked(call, ctx, shop)
    const owed = await owedOn(ctx.read, shop, day)
    const letters = await deliveriesOf(ctx.read, owed.flatMap(aboutIn))
    const off = await offAgents(ctx.read, shop, day)
    const list = [
      ...owed.map((one) => ({
        person: one.handle,
        shift: one.side,
        state: standingOf(one, ctx.now),
        version: one.version,
        deliveries: letters
          .filter(({ about }) => aboutIn(one).includes(about))
          .map(({ address, role, state }) => ({ to: address, kind: role, state })),
      })),
      ...off.map((person) => ({ person, shift: null, state: 'off' as const, version: 0, deliveries: [] })),
    ]
    if (call.has('json')) return terminal.out(JSON.stringify(list))
    const t = words(lang)
    const rows = list.map(({ person, shift, state, version, deliveries }) => [
      person,
      shift === null ? '' : t.shifts[shift],
      standingWord(state, lang) + (version > 1 ? ` v${version}` : ''),
      deliveries.map(({ to, state }) => `${to} ${stateWord(state, lang)}`).join(', '),
    ])
    for (const line of columns(rows)) terminal.out(line)
    const count = (state: string) => list.filter((one) => one.state === state).length
    terminal.out(t.reportsOf(day, count('intime'), count('late'), count('missing'), count('open')))
  })

/** Of the last version: what was sent before it is history. */
const aboutIn = ({ report, version }: Owed) => (report && version ? [aboutOf(report.id, version)] : [])
