/** Standing notices: posted, read, withdrawn. Changing one is withdrawing it and posting it anew. */
import type { Context } from '../../core/context.ts'
import { refusalsIn } from '../../core/errors.ts'
import { both } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { dayOf, isDay, type Day } from '../../core/time.ts'
import { neededText } from '../../core/typed.ts'
import { announce, settle } from '../inbox/index.ts'
import { staffOf } from '../people/index.ts'
import { findShop, ownShop, type Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { expiryFault, LONGEST_BODY, LONGEST_TITLE, stands } from './rules.ts'
import { insertNotice, insertRead, markWithdrawn, noticeById, standsAlready, type Notice } from './store.ts'

const refusal = refusalsIn(words)

/** `expiresOn`: the last day on which it stands, today or later. */
type NewNotice = { title: string; body: string; expiresOn: Day }

export const subjectOf = (id: string) => `notice:${id}`
const messageKey = (id: string) => `notice.posted:${id}`

/** Posts it in the shop that this person looks at, and tells all who work there; buyers' numbers in it are masked. */
export const postNotice = (ctx: Context, wish: NewNotice): Promise<Notice> =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, ctx.shopId)
    const { id, expiresOn, ...notice } = await insertNotice(tx, await checked(tx, ctx, shop, wish))
    await record('notice.posted', subjectOf(id), { shopId: shop.id, after: { title: notice.title, expiresOn } })
    const others = (await staffOf(tx, shop.id)).filter((person) => person.id !== ctx.who.id)
    await announce(tx, ctx.now, {
      shopId: shop.id,
      to: others.map((person) => person.id),
      key: messageKey(id),
      tone: 'calm',
      text: both((lang) => words(lang).announced(notice.title, notice.author)),
      href: '/notices',
    })
    return { ...notice, id, expiresOn }
  })

async function checked(tx: Reader, ctx: Context, shop: Shop, wish: NewNotice) {
  const title = neededText(wish.title, 'title', { most: LONGEST_TITLE, missing: (lang) => words(lang).titleNeeded })
  const body = neededText(wish.body, 'body', { most: LONGEST_BODY, missing: (lang) => words(lang).bodyNeeded })
  const today = dayOf(ctx.now, shop.timeZone)
  const fault = isDay(wish.expiresOn) ? expiryFault(wish.expiresOn, today) : 'past'
  if (fault) throw refusal('invalid', fault === 'far' ? 'expiresFar' : 'expiresPast', 'expiresOn')
  const row = { shopId: shop.id, title, body, expiresOn: wish.expiresOn }
  if (await standsAlready(tx, row, today)) throw refusal('conflict', 'standsAlready')
  return { ...row, authorId: ctx.who.id, author: ctx.who.handle, at: ctx.now }
}

/** "I have read it": once a person; its message is over with it. */
export const readNotice = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { notice, shop } = await noticeFor(tx, ctx, id)
    if (!stands(notice, dayOf(ctx.now, shop.timeZone))) throw refusal('conflict', 'isOver')
    if (!(await insertRead(tx, id, ctx.who.id!, ctx.now))) return
    await record('notice.read', subjectOf(id), { shopId: shop.id, after: { title: notice.title } })
    await settle(tx, ctx.now, { key: messageKey(id), of: [ctx.who.id!] })
  })

/** Takes it down for everybody; who was told of it has nothing to read any more. */
export const withdrawNotice = (ctx: Context, id: string): Promise<void> =>
  ctx.write(async (tx, record) => {
    const { notice, shop } = await noticeFor(tx, ctx, id)
    if (!stands(notice, dayOf(ctx.now, shop.timeZone))) throw refusal('conflict', 'isOver')
    if (!(await markWithdrawn(tx, id, ctx.now))) throw refusal('conflict', 'isOver')
    await record('notice.withdrawn', subjectOf(id), { shopId: shop.id, before: { title: notice.title } })
    const staff = await staffOf(tx, shop.id)
    await settle(tx, ctx.now, { key: messageKey(id), of: staff.map((person) => person.id) })
  })

/** Throws not_found for another shop's. */
export async function noticeFor(db: Reader, ctx: Context, id: string): Promise<{ notice: Notice; shop: Shop }> {
  const notice = await noticeById(db, id)
  if (!notice || !ctx.who.shopIds.includes(notice.shopId)) throw refusal('not_found', 'notFound')
  return { notice, shop: (await findShop(db, notice.shopId))! }
}
