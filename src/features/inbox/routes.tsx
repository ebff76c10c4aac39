/** One's own messages, and when one wants none. */
import { z } from 'zod'
import { readForm, readQuery } from '../../core/forms.ts'
import { rowKey, type RowKey } from '../../core/paging.ts'
import { dayOf, instantOf, isClocktime, MINUTE } from '../../core/time.ts'
import { localPath, onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { switchShop } from '../people/index.ts'
import { DigestView } from './digest-view.tsx'
import type { Looks } from './message-table.tsx'
import { words } from './messages.ts'
import { chooseQuiet, notYours, openMessage, readAll, unreadAgain } from './reading.ts'
import { quietUntil } from './rules.ts'
import { unreadOf } from './store.ts'
import {
  listBefore,
  ownMessage,
  partsOf,
  readCount,
  readList,
  unreadBefore,
  unreadList,
  waitingCount,
} from './store-reading.ts'
import { quietOf, zoneOf } from './store-delivery.ts'
import { InboxView, OlderView } from './views.tsx'

/** Unread ones on the page, and read ones below them. */
const UNREAD = 100
const READ = 50

const asked = z.object({
  digest: z.string().max(50).optional(),
  before: rowKey,
  read: z.coerce.number().int().catch(0),
})

async function looksFor(c: Ask): Promise<Looks> {
  const { ctx, shops } = c.var
  return { lang: ctx.lang, now: ctx.now, zone: await zoneOf(ctx.read, ctx.who.id!), shops }
}

async function inbox(c: Ask) {
  const { digest, before, read } = readQuery(c, asked)
  if (digest) return digestPage(c, digest)
  const looks = await looksFor(c)
  const view = before ? await older(c, looks, before) : await newest(c, looks, read)
  return page(c, { title: words(looks.lang).inbox, active: '/inbox' }, view)
}

async function newest(c: Ask, looks: Looks, readAt: number) {
  const { read, who, now } = c.var.ctx
  const id = who.id!
  const { zone } = looks
  const quiet = await quietOf(read, id)
  const props = {
    unread: await unreadList(read, id, UNREAD),
    count: await unreadOf(read, id),
    old: await unreadBefore(read, id, instantOf(dayOf(now, zone), '00:00', zone)),
    read: await readList(read, id, READ + 1),
    waits: { count: await waitingCount(read, id), until: quietUntil(quiet, now, zone) },
    marked: { at: readAt, count: now - readAt < MINUTE ? await readCount(read, id, readAt) : 0 },
    most: READ,
  }
  return <InboxView {...looks} {...props} />
}

async function older(c: Ask, looks: Looks, before: RowKey) {
  const list = await listBefore(c.var.ctx.read, c.var.ctx.who.id!, before, READ + 1)
  return <OlderView {...looks} list={list} most={READ} />
}

async function digestPage(c: Ask, id: string) {
  const { read, who, lang } = c.var.ctx
  const digest = await ownMessage(read, who.id!, id)
  if (!digest?.key.startsWith('digest:')) throw notYours()
  const looks = await looksFor(c)
  const view = <DigestView {...looks} digest={digest} parts={await partsOf(read, digest)} />
  return page(c, { title: words(lang).inbox, active: '/inbox' }, view)
}

/** Marks it read and goes where it is dealt with, in the shop that it is about. */
async function open(c: Ask) {
  const { ctx, session } = c.var
  const { shopId, href } = await openMessage(ctx, c.req.param('id')!)
  if (shopId && shopId !== ctx.shopId) await switchShop(ctx, session!.id, shopId)
  return onTo(c, localPath(href) ?? '/inbox')
}

const readingForm = z.object({ until: z.coerce.number().int().nonnegative(), digest: z.string().max(50).optional() })

async function markRead(c: Ask) {
  const { until, digest } = await readForm(c, readingForm)
  await readAll(c.var.ctx, { until, digestId: digest })
  return onTo(c, `/inbox?read=${c.var.ctx.now}`, { leave: digest !== undefined })
}

async function undo(c: Ask) {
  const { at } = await readForm(c, z.object({ at: z.coerce.number().int().nonnegative() }))
  await unreadAgain(c.var.ctx, at)
  return onTo(c, '/inbox')
}

const clock = z.string().trim().refine(isClocktime)
const quietForm = z.discriminatedUnion('quiet', [
  z.object({ quiet: z.literal('on'), from: clock, to: clock }),
  z.object({ quiet: z.literal('off') }),
])

async function quiet(c: Ask) {
  const form = await readForm(c, quietForm)
  const hours = form.quiet === 'on' ? { from: form.from, to: form.to } : { from: null, to: null }
  await chooseQuiet(c.var.ctx, hours)
  return onTo(c, savedHref('/me', c.var.ctx.now))
}

export const routes = [
  get('/inbox', 'person', inbox),
  post('/inbox/read', 'person', markRead),
  post('/inbox/unread', 'person', undo),
  get('/message/:id/open', 'person', open),
  post('/me/quiet', 'person', quiet),
]
