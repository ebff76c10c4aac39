/** Signing in, locking, switching: everything that begins or ends a session. */
import { makeContext, type Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Tx } from '../../core/store.ts'
import { fold } from '../../core/text.ts'
import { HOUR } from '../../core/time.ts'
import { failuresOf, forgetFailures, saveFailures, takeBack } from './attempts.ts'
import { words } from './messages.ts'
import { passwordFits } from './passwords.ts'
import { hashed, newToken } from './sessions.ts'
import {
  endSession,
  endSessionsHere,
  insertSession,
  lockSession,
  rememberFace,
  sessionsOf,
  showShop,
  stationKnows,
} from './stations.ts'
import { personByKey, personById, shopIdsOf, type Person } from './store.ts'
import { budgetsOf, failedAgain, pauseLeft, triesLeft, type Budget, type Failures } from './throttle.ts'

/** Where somebody signs in: the computer's own token, the session that is open there, its network address. */
export type Here = { stationToken: string | undefined; sessionId: string | undefined; address: string }

/** What the browser keeps: both tokens are random, only their hashes are stored. */
export type Entry = { sessionToken: string; stationToken: string }

/**
 * Signs in with handle and password. Throws `invalid` for a wrong one of either, in the same words and after the same
 * work, `too_many` while a pause lasts.
 */
export async function signIn(ctx: Context, handle: string, password: string, here: Here): Promise<Entry> {
  const handleKey = fold(handle.trim())
  const person = await personByKey(ctx.read, handleKey)
  const stationId = here.stationToken && hashed(here.stationToken)
  const known = stationId !== undefined && (await stationKnows(ctx.read, stationId, person?.id ?? ''))
  const attempt = await beginAttempt(ctx, budgetsOf(handleKey, known ? stationId : undefined, here.address))
  const usable = person?.disabledAt === null ? person.passwordHash : null
  if (!(await passwordFits(usable, password)) || !person) throw wrongPassword(attempt)
  return ctx.write(async (tx) => {
    const now = await personById(tx, person.id)
    if (now?.disabledAt !== null || now.passwordHash !== person.passwordHash) throw wrongPassword(attempt)
    await takeBackAll(tx, attempt)
    return enter(tx, asPerson(ctx, now), here)
  })
}

const wrongPassword = (attempt: Attempt[]) => {
  const left = Math.min(...attempt.map(({ budget, mine }) => triesLeft(mine, budget.free)))
  const say = (lang: 'zh' | 'en') => words(lang).wrong(left)
  return new AppError('invalid', say, { password: say })
}

type Attempt = { budget: Budget; before: Failures | undefined; mine: Failures }

/**
 * Counts the attempt as failed before the password is looked at, so that a thousand at the same moment are a thousand;
 * who turns out right gets it back. Throws `too_many` while a pause lasts.
 */
export async function beginAttempt(ctx: Context, budgets: readonly Budget[]): Promise<Attempt[]> {
  return ctx.write(async (tx) => {
    const known = await failuresOf(tx, budgets)
    const pause = Math.max(...budgets.map(({ key }) => pauseLeft(known.get(key), ctx.now)))
    if (pause > 0) throw new AppError('too_many', (lang) => words(lang).wait(pause))
    const attempt = budgets.map((budget) => {
      const before = known.get(budget.key)
      return { budget, before, mine: failedAgain(before, budget.free, ctx.now) }
    })
    for (const { budget, mine } of attempt) await saveFailures(tx, budget.key, mine)
    await forgetFailures(tx, ctx.now - 24 * HOUR)
    return attempt
  })
}

/** The attempt was right: it does not count. */
export async function takeBackAll(tx: Tx, attempt: readonly Attempt[]) {
  for (const { budget, mine, before } of attempt) await takeBack(tx, budget.key, mine, before)
}

/** A new session on this computer; whoever was signed in there is signed out. Inside the caller's transaction. */
export async function enter(tx: Tx, ctx: Context, here: Omit<Here, 'address'>): Promise<Entry> {
  const personId = ctx.who.id!
  const entry = { sessionToken: newToken(), stationToken: here.stationToken ?? newToken() }
  const stationId = hashed(entry.stationToken)
  const shopId = (await sessionsOf(tx, personId))[0]?.shopId ?? ctx.who.shopIds[0]
  await endSessionsHere(tx, { stationId, sessionId: here.sessionId }, ctx.now)
  const times = { createdAt: ctx.now, seenAt: ctx.now }
  await insertSession(tx, { id: hashed(entry.sessionToken), personId, stationId, shopId, ...times })
  await rememberFace(tx, stationId, personId, ctx.now)
  return entry
}

/** The same request, by this person. */
export const asPerson = (ctx: Context, { id, handle, roles, shopIds }: Person & { shopIds: string[] }): Context =>
  makeContext({ ...ctx, who: { id, handle, roles, shopIds } })

/** Puts the page aside until the password is given again. */
export const lock = (ctx: Context, sessionId: string) => ctx.write((tx) => lockSession(tx, sessionId, ctx.now))

export const signOut = (ctx: Context, sessionId: string) => ctx.write((tx) => endSession(tx, sessionId))

/** Looks at another of one's shops; another shop's id answers not_found. */
export const switchShop = (ctx: Context, sessionId: string, shopId: string) =>
  ctx.write(async (tx) => {
    if (!(await shopIdsOf(tx, ctx.who.id!)).includes(shopId))
      throw new AppError('not_found', (lang) => words(lang).noSuchShop)
    await showShop(tx, sessionId, shopId)
  })
