/** Pages about oneself. */
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { shellWords } from '../../words.ts'
import { findShop } from '../shops/index.ts'
import { DEFAULT_ZONE } from '../shops/rules.ts'
import { hereOf, keepEntry } from './here.ts'
import { acceptInvite, invitedPerson } from './invites.ts'
import { words } from './messages.ts'
import { InvitePage, OwnPage } from './own-page.tsx'
import { changePassword, chooseLanguage, endOtherSessions } from './own-account.ts'
import { sessionsOf } from './stations.ts'
import { personById } from './store.ts'

const secret = z.string().max(1000)

/** The same password twice; throws at the second field. */
function checkAgain({ password, again }: { password: string; again: string }) {
  if (password === again) return
  const say = (lang: 'zh' | 'en') => words(lang).notSame
  throw new AppError('invalid', say, { again: say })
}

async function invitePage(c: Ask) {
  const { lang } = c.var.ctx
  const { handle } = await invitedPerson(c.var.ctx, c.req.param('token')!)
  const props = { lang, handle, board: shellWords(lang).board, token: c.req.param('token')! }
  return page(c, { title: words(lang).setPassword, bare: true }, <InvitePage {...props} />)
}

async function accept(c: Ask) {
  const form = await readForm(c, z.object({ password: secret, again: secret }))
  checkAgain(form)
  keepEntry(c, await acceptInvite(c.var.ctx, c.req.param('token')!, form.password, hereOf(c)))
  return onTo(c, '/', { leave: true })
}

async function ownPage(c: Ask) {
  const { ctx, session } = c.var
  const { lang } = ctx
  const person = (await personById(ctx.read, ctx.who.id!))!
  const shop = ctx.shopId ? await findShop(ctx.read, ctx.shopId) : undefined
  const props = {
    person,
    roles: person.roles.map((role) => words(lang).role[role]).join(' '),
    sessions: await sessionsOf(ctx.read, person.id),
    sessionId: session!.id,
    timeZone: shop?.timeZone ?? DEFAULT_ZONE,
    changed: c.req.query('changed') !== undefined,
    panels: await Promise.all(c.var.features.flatMap((room) => room.own ?? []).map((panel) => panel(c))),
  }
  return page(c, { title: words(lang).me }, <OwnPage lang={lang} {...props} />)
}

async function newPassword(c: Ask) {
  const form = await readForm(c, z.object({ current: secret, password: secret, again: secret }))
  checkAgain(form)
  keepEntry(c, await changePassword(c.var.ctx, form.current, form.password, hereOf(c)))
  return onTo(c, '/me?changed')
}

async function newLanguage(c: Ask) {
  const { language } = await readForm(c, z.object({ language: z.enum(['zh', 'en']) }))
  await chooseLanguage(c.var.ctx, language)
  return onTo(c, '/me', { leave: true })
}

export const ownRoutes: Route[] = [
  get('/invite/:token', 'anyone', invitePage),
  post('/invite/:token', 'anyone', accept),
  get('/me', 'person', ownPage),
  post('/me/language', 'person', newLanguage),
  post('/me/password', 'person', newPassword),
  post('/me/sessions/end', 'person', async (c) => {
    await endOtherSessions(c.var.ctx, c.var.session!.id)
    return onTo(c, '/me')
  }),
]
