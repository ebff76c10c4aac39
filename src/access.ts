/**
 * WHO-1: what a role may do, one table. Every route names a right of it (or says that it is open), buttons are drawn
 * by the same question, and a test walks every route × every role × another shop's ids.
 */
export const roles = ['agent', 'aftersales', 'warehouse', 'supervisor', 'director', 'manager', 'admin'] as const
export type Role = (typeof roles)[number]

const leads: Role[] = ['supervisor', 'director', 'manager', 'admin']
const owns: Role[] = ['manager', 'admin']
const service: Role[] = ['agent', 'aftersales', ...leads]
const everyone: Role[] = [...roles]

export const access = {
  // orders: seen by all who work for the shop; changed by those who talk to buyers
  'orders.see': everyone,
  'orders.flag': service,
  'orders.remark': service,
  'orders.hold': service,
  'orders.gift': service,
  'orders.decide': service, // differences between the platform's file and the board
  'orders.import': service,
  'orders.unmask': ['aftersales', ...leads], // WHO-5: with a reason, logged, only where the shop keeps it

  // the batch and the bench
  'batch.see': everyone,
  'batch.print': ['warehouse', ...leads],
  'batch.add': ['supervisor', ...owns], // CUT-5
  'batch.stop': everyone, // CUT-5: by any agent
  'batch.confirm': ['warehouse', ...leads],
  'bench.scan': ['warehouse', ...leads],

  // what was won and promised
  'prizes.see': everyone,
  'prizes.claim': service,
  'prizes.check': service, // PRIZE-3: of these the checkers whom the shop names, else its leads
  'prizes.waive': ['supervisor', ...owns], // PRIZE-5
  'prizes.plan': leads,
  'aftersales.see': service,
  'aftersales.write': service,
  'aftersales.work': ['aftersales', ...leads],
  'aftersales.export': leads, // WHO-5: lists leave the board only through them, and it is logged
  'payouts.see': ['aftersales', ...leads],
  'payouts.prepare': ['aftersales', ...leads],
  'payouts.pay': ['aftersales', ...leads], // never by whoever prepared it
  'refunds.see': service,
  'refunds.agree': service, // ORD-8: done by the handlers whom the shop names, else its leads
  'gifts.rules': leads,

  // two shifts, one memory
  'roster.see': everyone,
  'roster.plan': leads,
  'roster.swap': everyone, // SHIFT-1: with the other's consent, and the supervisor sees it
  'handovers.see': service,
  'handovers.write': service,
  'notices.see': everyone,
  'notices.post': leads,
  'campaigns.see': everyone,
  'campaigns.plan': leads,
  'meetings.see': everyone,
  'meetings.lead': service, // whoever is there opens the meeting: a shift without its supervisor meets too
  'tasks.see': everyone,
  'tasks.give': service,
  'followups.see': service,
  'followups.do': service,
  'notebook.keep': service,
  'board.see': everyone,
  'wall.manage': leads,
  'day.see': service,
  'day.team': leads,

  // the daily report
  'reports.see': service, // one's own; the team's with reports.team
  'reports.write': ['agent', 'aftersales', 'supervisor'], // REPORT-1: owed by agents
  'reports.team': leads,
  'reports.route': owns,
  'reports.figures': leads,
  'robots.manage': owns,

  // people and the shop itself
  'people.see': everyone,
  'people.manage': ['supervisor', ...owns],
  'people.roles': owns, // who may make somebody a lead
  'shop.see': everyone,
  'shop.settings': owns,
  'shop.create': ['admin'],
  'calendar.load': owns,
  'activity.see': leads,

  // what leaves the board
  'outbox.see': owns,
  'outbox.work': owns,
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof access

/** Who acts: a person who signed in, or the clock. */
export type Actor = {
  /** null: the clock, an import from the command line. */
  id: string | null
  handle: string
  roles: readonly Role[]
  /** Ids of the shops this person works for; nobody reaches another shop's data. */
  shopIds: readonly string[]
}

/** The same rule draws the button and guards the door. */
export const may = (who: Pick<Actor, 'roles'>, right: Right): boolean =>
  who.roles.some((role) => (access[right] as readonly Role[]).includes(role))
