/** What people do about letters: keep them back, let them go, send them again. Nothing is deleted. */
import { newId } from '../../../db/kit.ts'
import type { Context, Record } from '../../core/context.ts'
import { refusalsIn } from '../../core/errors.ts'
import type { Said } from '../../core/i18n.ts'
import { isAddress } from '../../core/mail-settings.ts'
import { enqueue, subjectOf } from '../../core/outbox.ts'
import { mayBounce, mayHold, mayRelease, maySendAgain, type LetterState } from '../../core/outbox-rules.ts'
import type { Reader, Tx } from '../../core/store.ts'
import { neededText } from '../../core/typed.ts'
import { markup } from '../../ui/markup.ts'
import { staffOf } from '../people/index.ts'
import { settle } from '../inbox/index.ts'
import { ownShop } from '../shops/index.ts'
import { failedKey, tellable, tellManagers } from './alarm.ts'
import { words } from './messages.ts'
import { changeLetter, letterById, standingIn, type Told } from './store.ts'

const refusal = refusalsIn(words)

/** Throws not_found for another shop's. */
export async function letterFor(db: Reader, { who }: Context, id: string) {
  const letter = await letterById(db, id)
  if (!letter || !who.shopIds.includes(letter.shopId)) throw refusal('not_found', 'notFound')
  return letter
}

type Deed = {
  kind: 'letter.held' | 'letter.released' | 'letter.again'
  from: readonly LetterState[]
  may: (letter: Told, now: number) => boolean
  becomes: (now: number) => Parameters<typeof changeLetter>[2]
}

const hold: Deed = {
  kind: 'letter.held',
  from: ['pending'],
  may: mayHold,
  becomes: () => ({ state: 'held' }),
}
const release: Deed = {
  kind: 'letter.released',
  from: ['held'],
  may: mayRelease,
  becomes: (now) => ({ state: 'pending', tries: 0, nextAt: now }),
}
const again: Deed = {
  kind: 'letter.again',
  from: ['failed', 'bounced'],
  may: maySendAgain,
  becomes: (now) => ({ state: 'pending', tries: 0, nextAt: now }),
}

const doTo = (deed: Deed) => (ctx: Context, id: string) =>
  ctx.write(async (tx, record) => {
    const letter = await letterFor(tx, ctx, id)
    if (!deed.may(letter, ctx.now) || !(await change(tx, record, ctx.now, letter, deed)))
      throw refusal('conflict', 'movedOn')
  })

/** Keeps it back until somebody releases it; refused while it is on its way. */
export const holdLetter = doTo(hold)
/** It is due at once. */
export const releaseLetter = doTo(release)
/** Under the same Message-ID, so that a mailbox that has it knows it. */
export const sendAgain = doTo(again)
/**
 * The mailbox sent it back to us after its server had accepted it: somebody read that in the sender's mailbox, and says
 * with which words. Who else could do something about it is told, as of a letter that the server refused.
 */
export const markBounced = (ctx: Context, id: string, cameBack = ''): Promise<void> =>
  ctx.write(async (tx, record) => {
    const letter = await letterFor(tx, ctx, id)
    const said = neededText(cameBack, 'said', { most: LONGEST_ANSWER, missing: bounceMissing })
    const { now } = ctx
    if (!mayBounce(letter) || !(await changeLetter(tx, letter, { state: 'bounced', said, changedAt: now })))
      throw refusal('conflict', 'movedOn')
    const { shopId, subject, role, state } = letter
    await record('letter.bounced', subjectOf(letter), {
      shopId,
      before: { state },
      after: { subject, role },
      why: said,
    })
    await tellManagers(tx, now, { ...letter, state: 'bounced', said }, 'failed')
    await settle(tx, now, { key: failedKey({ id, changedAt: now }), of: ctx.who.id ? [ctx.who.id] : [] })
  })

/** As much as is kept of a server's words. */
const LONGEST_ANSWER = 500
const bounceMissing: Said = (lang) => words(lang).bounceMissing

const doToAll = (deed: Deed) => (ctx: Context) =>
  ctx.write(async (tx, record) => {
    const shop = await ownShop(tx, ctx, ctx.shopId)
    const letters = (await standingIn(tx, shop.id, deed.from)).filter((letter) => deed.may(letter, ctx.now))
    for (const letter of letters) await change(tx, record, ctx.now, letter, deed)
    return letters.length
  })

/** All that waits in the shop that one looks at; what is on its way this minute still leaves. Returns how many. */
export const holdAll = doToAll(hold)
export const releaseAll = doToAll(release)
/** All that failed: after a wrong password was mended. */
export const sendAllAgain = doToAll(again)

async function change(tx: Tx, record: Record, now: number, letter: Told, { kind, becomes }: Deed): Promise<boolean> {
  if (!(await changeLetter(tx, letter, { ...becomes(now), changedAt: now }))) return false
  const { shopId, subject, role, state } = letter
  await record(kind, subjectOf(letter), { shopId, before: { state }, after: { subject, role } })
  if (state === 'failed' || state === 'bounced')
    await settle(tx, now, { key: failedKey(letter), of: tellable(await staffOf(tx, shopId)).map(({ id }) => id) })
  return true
}

/** A letter that says nothing but that mail works; returns its id. Throws `invalid` at this field for what is no address. */
export const sendTest = (ctx: Context, to: string, field = 'to'): Promise<string> =>
  ctx.write(async (tx, record) => {
    const address = to.trim()
    if (!isAddress(address)) throw refusal('invalid', 'notAnAddress', field)
    const shop = await ownShop(tx, ctx, ctx.shopId)
    const t = words(ctx.lang)
    const text = t.test.text(shop.name, ctx.who.handle)
    const content = {
      subject: t.test.subject(shop.name),
      from: shop.name,
      to: [address],
      cc: [],
      text,
      attachments: [],
    }
    const letter = { shopId: shop.id, channel: 'mail' as const, about: `test:${newId()}`, address, role: 'to' as const }
    const [id] = await enqueue(tx, ctx.now, [
      { ...letter, content: { ...content, html: String(markup`<p>${text}</p>`) } },
    ])
    await record('letter.tested', subjectOf({ id: id! }), { shopId: shop.id, after: { subject: content.subject } })
    return id!
  })
