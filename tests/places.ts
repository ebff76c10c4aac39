/** Addresses of every route, with shop B's ids in them: for tests that walk them all. */
import type { Route } from '../src/feature.ts'
import type { Foreign } from './foreign.ts'
import { TODAY } from './world.ts'

/**
 * What stands for a parameter of a path, by "<first segment>/:<name>": an id of shop B, or a value that belongs to no
 * shop (`shared`). A new kind of parameter gets its row here, and what it names its row in foreign.ts.
 */
const values: Record<string, { foreign: keyof Foreign } | { shared: string }> = {
  'orders/:id': { foreign: 'orderId' },
  'holds/:id': { foreign: 'holdId' },
  'gifts/:id': { foreign: 'giftId' },
  'gift-rule/:id': { foreign: 'giftRuleId' },
  'gift-proposal/:id': { foreign: 'giftProposalId' },
  'differences/:id': { foreign: 'differenceId' },
  'imports/:id': { foreign: 'importId' },
  'shipments/:id': { foreign: 'shipmentId' },
  'handover/:id': { foreign: 'handoverId' },
  'handover/:item': { foreign: 'handoverItemId' },
  'swaps/:id': { foreign: 'swapId' },
  'shifts/:code': { foreign: 'shiftCode' },
  'people/:id': { foreign: 'personId' },
  'meeting/:day': { shared: TODAY },
  'meeting/:kind': { shared: 'morning' },
  'tasks/:id': { foreign: 'taskId' },
  'passes/:id': { foreign: 'passId' },
  'notebook/:id': { foreign: 'noteId' },
  'batch/:id': { foreign: 'batchId' },
  'message/:id': { foreign: 'messageId' },
  'notice/:id': { foreign: 'noticeId' },
  'letter/:id': { foreign: 'letterId' },
  'robot/:id': { foreign: 'robotId' },
  'reports/:id': { foreign: 'reportId' },
  'report/:day': { shared: TODAY },
  'report/:side': { shared: 'day' },
  'batch/:day': { shared: TODAY },
  'batch/:sheet': { shared: 'picking' },
  'followup/:id': { foreign: 'followupId' },
  'entry/:id': { foreign: 'entryId' },
  'campaign/:id': { foreign: 'campaignId' },
  'claim/:id': { foreign: 'claimId' },
  'evidence/:id': { foreign: 'evidenceId' },
  'prize/:id': { foreign: 'prizeId' },
  'refund/:id': { foreign: 'refundId' },
  'payout/:id': { foreign: 'payoutId' },
  'shop/:day': { shared: '2026-12-12' },
  'walls/:id': { foreign: 'wallId' },
  'wall/:token': { shared: 'nobody-has-this-token' },
  'board/:panel': { shared: 'due' },
  'help/:role': { shared: 'agent' },
  'invite/:token': { shared: 'nobody-has-this-token' },
  'assets/:hash': { shared: 'x' },
  'assets/:name': { shared: 'board.css' },
}

export const dressed = (route: Route) => `${route.method.toUpperCase()} ${route.path}`

type Place = { path: string; isForeign: boolean }

/** The path with shop B's ids in it. */
export function placeIn(b: Foreign, route: Route): Place {
  const first = route.path.split('/')[1]!
  let isForeign = false
  const path = route.path.replaceAll(/:\w+/g, (name) => {
    const value = values[`${first}/${name}`]
    if (!value)
      throw new Error(
        `${dressed(route)}: tests/places.ts does not know what ${name} is here. ` +
          `Add '${first}/${name}' to its table of values, and to tests/foreign.ts what it names.`,
      )
    if ('shared' in value) return value.shared
    isForeign = true
    return b[value.foreign]
  })
  return { path, isForeign }
}
