/** The table of contents: one import and one entry a feature. */
import type { Feature } from './feature.ts'
import { activity } from './features/activity/feature.ts'
import { aftersales } from './features/aftersales/feature.ts'
import { bench } from './features/bench/feature.ts'
import { board } from './features/board/feature.ts'
import { campaigns } from './features/campaigns/feature.ts'
import { claims } from './features/claims/feature.ts'
import { cutoff } from './features/cutoff/feature.ts'
import { days } from './features/days/feature.ts'
import { dueList } from './features/days/index.ts'
import { demo } from './features/demo/feature.ts'
import { followups } from './features/followups/feature.ts'
import { giftrules } from './features/giftrules/feature.ts'
import { handovers } from './features/handovers/feature.ts'
import { help } from './features/help/feature.ts'
import { health } from './features/health/feature.ts'
import { imports } from './features/imports/feature.ts'
import { inbox } from './features/inbox/feature.ts'
import { look } from './features/look/feature.ts'
import { meetings } from './features/meetings/feature.ts'
import { notebook } from './features/notebook/feature.ts'
import { notices } from './features/notices/feature.ts'
import { orders } from './features/orders/feature.ts'
import { outbox } from './features/outbox/feature.ts'
import { payouts } from './features/payouts/feature.ts'
import { people } from './features/people/feature.ts'
import { prizes } from './features/prizes/feature.ts'
import { refunds } from './features/refunds/feature.ts'
import { reports } from './features/reports/feature.ts'
import { robots } from './features/robots/feature.ts'
import { setup } from './features/setup/feature.ts'
import { shifts } from './features/shifts/feature.ts'
import { shops } from './features/shops/feature.ts'
import { tasks } from './features/tasks/feature.ts'
import { wall } from './features/wall/feature.ts'

/** Whoever has something for the handover, the meetings or the day's line announces it here. */
const rooms: readonly Feature[] = [
  setup,
  people,
  look,
  activity,
  orders,
  imports,
  cutoff,
  bench,
  campaigns,
  prizes,
  claims,
  followups,
  aftersales,
  payouts,
  refunds,
  shifts,
  shops,
  notices,
  tasks,
  notebook,
  outbox,
  robots,
  giftrules,
  help,
  health,
  demo,
]

/** Rooms that live by what the others announce. */
const report = reports(rooms)
const handover = handovers(rooms)
const meeting = meetings([...rooms, report])
const told = [...rooms, report, handover, meeting]
const due = dueList(told)
const line = days(told, due)

export const features: readonly Feature[] = [
  ...told,
  inbox(rooms),
  line,
  board([...told, line], due),
  wall([...told, line]),
]
