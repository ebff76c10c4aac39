/** SHIFT-2, MEET-1: what claims leave to the next shift, and bring to the morning meeting. */
import { both, type Both } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import type { AgendaSource, HandoverSource, OpenThing, Urgency } from '../../feature.ts'
import { giveOpenTask, openTasks } from '../tasks/index.ts'
import type { Shop } from '../shops/index.ts'
import { kindWord, namedOf, stateWord, words } from './messages.ts'
import { canSettle, isHomeless } from './rules.ts'
import { claimById, claimsById, openClaims, type Claim } from './store.ts'
import { openWords } from './words-open.ts'

const keyOf = ({ id }: Claim) => `claim:${id}`
/** What after-sales pays stands on its sheet: here as one line. */
const payKey = ({ id }: Shop) => `claim:pay:${id}`

type Todo = 'check' | 'tell' | 'house'
const todoOf = (claim: Claim): Todo | undefined => {
  if (claim.state === 'to_check') return 'check'
  if (canSettle(claim)) return 'tell'
  return isHomeless(claim) ? 'house' : undefined
}
const urgencies: Record<Todo, Urgency> = { check: 'watch', tell: 'urgent', house: 'watch' }

function thingOf(claim: Claim, todo: Todo, task?: { dueAt: number; ownerId: string | null }): OpenThing {
  return {
    key: keyOf(claim),
    urgency: urgencies[todo],
    summary: both((lang) =>
      openWords(lang).one(kindWord(claim, lang), claim.buyer, namedOf(claim, lang), stateWord(claim, lang)),
    ),
    todo: both((lang) => openWords(lang)[todo]),
    ...(task && { dueAt: task.dueAt, ownerId: task.ownerId }),
    href: `/claim/${claim.id}`,
    ...(claim.orderId && { orderId: claim.orderId }),
    buyer: claim.buyer,
  }
}

async function openThings(db: Reader, shop: Shop): Promise<OpenThing[]> {
  const open = await openClaims(db, shop.id)
  const tasks = new Map((await openTasks(db, shop.id)).map((task) => [task.id, task]))
  const things = open.flatMap((claim) => {
    const todo = todoOf(claim)
    return todo ? [thingOf(claim, todo, tasks.get(claim.taskId ?? ''))] : []
  })
  const paying = open.filter(({ state }) => state === 'to_pay').length
  return paying ? [...things, payingOf(shop, paying)] : things
}

const payingOf = (shop: Shop, n: number): OpenThing => ({
  key: payKey(shop),
  urgency: 'steady',
  summary: both((lang) => openWords(lang).paying(n)),
  href: '/claims?show=pay',
})

async function endings(db: Reader, shop: Shop, keys: readonly string[]): Promise<Map<string, Both>> {
  const ids = keys.filter((key) => key !== payKey(shop)).map((key) => key.slice('claim:'.length))
  const over = (await claimsById(db, shop.id, ids)).filter((claim) => !todoOf(claim))
  const ended = new Map(over.map((claim) => [keyOf(claim), both((lang) => stateWord(claim, lang))]))
  const pays = keys.includes(payKey(shop)) && (await openClaims(db, shop.id)).some(({ state }) => state === 'to_pay')
  if (keys.includes(payKey(shop)) && !pays) ended.set(payKey(shop), both((lang) => openWords(lang).paid)) // prettier-ignore
  return ended
}

export const handover: HandoverSource = {
  name: 'claim',
  word: (lang) => words(lang).title,
  open: openThings,
  ended: endings,
  /** A failed check's task goes with it. */
  async taken(tx, key, { personId, side }) {
    const taskId = (await claimById(tx, key.slice('claim:'.length)))?.taskId
    if (taskId) await giveOpenTask(tx, taskId, { ownerId: personId, ownerSide: side })
  },
}

/** PRIZE-4: failed checks of which the buyer does not know. */
export const agenda: AgendaSource = {
  name: 'claim',
  word: (lang) => openWords(lang).failed,
  meetings: ['morning'],
  async points(db, shop) {
    const failed = (await openClaims(db, shop.id)).filter(canSettle)
    const tasks = new Map((await openTasks(db, shop.id)).map((task) => [task.id, task]))
    return failed.map((claim) => thingOf(claim, 'tell', tasks.get(claim.taskId ?? '')))
  },
}
