/** Follows the messages: who was told what since the last look, that nobody was told twice, and that it came. */
import { sql } from 'drizzle-orm'
import { messages } from '../../../db/schema.ts'
import { statement, type Reader } from '../../../src/core/store.ts'
import { HOUR, timeOf } from '../../../src/core/time.ts'
import type { Place } from '../town.ts'
import type { Check, Look } from './look.ts'
import { track, type Telling, type Watch } from './watch.ts'

/** Takes in what was said since the last look. The same words to the same person at the same moment are told twice. */
export const toldOnce: Check = async ({ place, watch, open }) => {
  const last = open.messages.at(-1)
  if (last) watch.heard.set(place.shop.id, last.id)
  const said = new Set<string>()
  return open.messages.flatMap((row) => {
    hear(watch, row)
    const words = `${row.personId} ${row.at} ${row.href} ${row.text.zh}`
    const isDouble = said.has(words)
    said.add(words)
    return isDouble ? [{ what: `message:${row.key}`, why: `told twice at once: ${row.text.zh}` }] : []
  })
}

function hear(watch: Watch, { id, key, personId, at, tone, href }: typeof messages.$inferSelect) {
  track(watch, 'message', `message:${id}`)
  const telling: Telling = { personId, key, at, tone, href }
  for (const word of new Set(key.split(/[: ]/))) {
    const known = watch.told.get(word)
    if (known) known.push(telling)
    else watch.told.set(word, [telling])
  }
}

/** Messages whose key names this id; `kind`: how the key begins. */
export const heardOf = (watch: Watch, id: string, kind = ''): Telling[] =>
  (watch.told.get(id) ?? []).filter(({ key }) => key.startsWith(kind))

export const isLead = ({ team }: Place) => {
  const leads = new Set(team.filter(({ role }) => role === 'supervisor').map(({ id }) => id))
  return ({ personId }: Pick<Telling, 'personId'>) => leads.has(personId)
}

/** By day nothing that was said waits longer than an hour, whoever wants quiet at night. */
export const messagesArrive: Check = async ({ db, place: { shop }, now }: Look) => {
  if (timeOf(now, shop.timeZone) < '08:30') return []
  const rows = (await undelivered(db)).filter(({ shopId, at }) => shopId === shop.id && at < now - HOUR)
  return rows.map(({ id, text }) => ({ what: `message:${id}`, why: `said and never delivered: ${text.zh}` }))
}

const undelivered = statement((db: Reader) =>
  db
    .select()
    .from(messages)
    .where(sql`${messages.deliveredAt} is null and ${messages.readAt} is null`),
)
