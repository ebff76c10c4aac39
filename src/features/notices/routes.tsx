/** The notice board of the shop that one looks at. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm, readQuery } from '../../core/forms.ts'
import { rowKey } from '../../core/paging.ts'
import { dayOf } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { staffOf } from '../people/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import { noticeFor, postNotice, readNotice, withdrawNotice } from './actions.ts'
import { FormView } from './form-view.tsx'
import { words } from './messages.ts'
import { PastView } from './past-view.tsx'
import { latestExpiry, usualExpiry } from './rules.ts'
import { pastNotices, readersBy, standingNotices } from './store.ts'
import { NoticesView, type Looks } from './views.tsx'

/** Rows of past notices at once. */
const PAST = 30

const asked = z.object({
  before: rowKey,
  saved: z.string().optional(),
})

function looksFor(c: Ask, shop: Shop): Looks {
  const { who, lang, now } = c.var.ctx
  return { lang, now, shop, personId: who.id!, leads: may(who, 'notices.post') }
}

async function board(c: Ask) {
  const { read, now, lang } = c.var.ctx
  const { before, saved } = readQuery(c, asked)
  const shop = shopHere(c)
  const today = dayOf(now, shop.timeZone)
  const past = await pastNotices(read, shop.id, today, { before, limit: PAST + 1 })
  const looks = { ...looksFor(c, shop), past: past.slice(0, PAST), more: past.length > PAST }
  const options = { title: words(lang).notices, active: '/notices' }
  if (before) return page(c, options, <PastView {...looks} />)
  const standing = await standingNotices(read, shop.id, today)
  const readers = await readersBy(
    read,
    standing.map(({ id }) => id),
  )
  const staff = await staffOf(read, shop.id)
  return page(c, options, <NoticesView {...looks} {...{ standing, readers, staff, saved }} />)
}

/** `from`: a notice whose words are taken up again. */
async function form(c: Ask) {
  const { ctx } = c.var
  const { from } = readQuery(c, z.object({ from: z.string().max(50).optional() }))
  const shop = shopHere(c)
  const today = dayOf(ctx.now, shop.timeZone)
  const old = from ? (await noticeFor(ctx.read, ctx, from)).notice : undefined
  const days = { today, usual: usualExpiry(today), latest: latestExpiry(today) }
  const title = words(ctx.lang).postTitle
  return page(c, { title, active: '/notices' }, <FormView lang={ctx.lang} shop={shop} old={old} days={days} />)
}

const wish = z.object({
  title: z.string(),
  body: z.string(),
  expiresOn: z.string().max(10),
})

export const routes = [
  get('/notices', 'notices.see', board),
  get('/notices/new', 'notices.post', form),
  post('/notices', 'notices.post', async (c) => {
    await postNotice(c.var.ctx, await readForm(c, wish))
    return onTo(c, savedHref('/notices', c.var.ctx.now), { leave: true })
  }),
  post('/notice/:id/read', 'notices.see', async (c) => {
    await readNotice(c.var.ctx, c.req.param('id')!)
    return onTo(c, '/notices')
  }),
  post('/notice/:id/withdraw', 'notices.post', async (c) => {
    await withdrawNotice(c.var.ctx, c.req.param('id')!)
    return onTo(c, '/notices')
  }),
]
