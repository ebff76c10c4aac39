/** What everybody changes about themself: password, language, where they are signed in. */
import type { Context } from '../../core/context.ts'
import { newPasswordHash, savePassword } from './invites.ts'
import { passwordFits } from './passwords.ts'
import { refusal } from './refusals.ts'
import { beginAttempt, enter, takeBackAll, type Entry, type Here } from './sign-in.ts'
import { endSessionsOf } from './stations.ts'
import { personById, replacePerson, type Person } from './store.ts'

/** Replaces one's own password; the current one must be given, and counts as an attempt. Signs in anew here. */
export async function changePassword(ctx: Context, current: string, next: string, here: Here): Promise<Entry> {
  const { id, handle } = ctx.who
  const person = (await personById(ctx.read, id!))!
  await checkOwnPassword(ctx, person, current)
  const passwordHash = await newPasswordHash(next, handle)
  return ctx.write(async (tx, record) => {
    await savePassword(tx, ctx, record, person, passwordHash)
    return enter(tx, ctx, here)
  })
}

async function checkOwnPassword(ctx: Context, person: Person, current: string) {
  const attempt = await beginAttempt(ctx, [{ key: `${person.handleKey}@own-page`, free: 5 }])
  if (!(await passwordFits(person.passwordHash, current))) throw refusal('invalid', 'currentWrong', 'current')
  await ctx.write((tx) => takeBackAll(tx, attempt))
}

/** The language of one's own pages. */
export const chooseLanguage = (ctx: Context, language: 'zh' | 'en') =>
  ctx.write(async (tx) => {
    const person = (await personById(tx, ctx.who.id!))!
    if (person.language !== language) await replacePerson(tx, person, { language })
  })

/** Ends one's own sessions everywhere else; returns how many there were. */
export const endOtherSessions = (ctx: Context, sessionId: string): Promise<number> =>
  ctx.write((tx) => endSessionsOf(tx, ctx.who.id!, sessionId))
