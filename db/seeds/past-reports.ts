/**
 * Reports of the weeks before the story begins, as rows: by the same functions that make a report and its letters, and
 * without a transaction for each. Two of last night's are filed as on the page (reports.ts).
 */
import { newId } from '../kit.ts'
import { outbox, reports, reportVersions, roster } from '../schema.ts'
import { instantOf, longOf, MINUTE, type Day } from '../../src/core/time.ts'
import { messageIdOf } from '../../src/core/outbox.ts'
import type { Letter } from '../../src/core/outbox-rules.ts'
import { aboutOf, dueAfter, reportSources, routeOf } from '../../src/features/reports/index.ts'
import { letterOf } from '../../src/features/reports/letter.ts'
import type { ReportContent, Section } from '../../src/features/reports/rules.ts'
import { daysOf, mondayOf, spanOfTurn } from '../../src/features/shifts/index.ts'
import type { Shift } from '../../src/features/shops/index.ts'
import { both } from '../../src/core/i18n.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { countsOf } from './figures.ts'
import { wordsOf } from './report-words.ts'
import { daysBetween, plannedOn, type Code } from './rota.ts'
import type { Scene } from './scene.ts'

/** Weeks before the one that the story's roster begins with. */
const WEEKS = [-28, -21, -14]

export const agents = ['小满', '青禾', '半夏', '甘棠', '阿北', '山岚', '竹青', '白露']

/** Of yesterday: filed as on the page, and by one of the night shift not at all. */
export const filers = { day: '小满', night: '阿北' }
const missing = '山岚'
const isTold = (handle: string, ahead: number) => ahead < -1 || ![...Object.values(filers), missing].includes(handle)

/** Days from today, oldest first, until yesterday. */
export function pastDays({ day, today }: Scene): number[] {
  const from = daysBetween(today, mondayOf(day(WEEKS[0]!)))
  return Array.from({ length: -from }, (_, i) => from + i)
}

/** The roster of the weeks before, as it was published then. */
export async function layPastRoster(scene: Scene) {
  const { ledger, shop, today, at } = scene
  const days = WEEKS.flatMap((week) => daysOf(mondayOf(scene.day(week))))
  const rows = await Promise.all(
    days.flatMap((day) =>
      plannedOn(shop.code, daysBetween(today, day)).map(async ({ handle, code: wish }) => {
        const code = wish === 'mid' ? scene.id('mid') : wish
        return [shop.id, day, await scene.person(handle), code, code, at(-28, '18:00')]
      }),
    ),
  )
  const columns = ['shopId', 'day', 'personId', 'code', 'published', 'changedAt']
  await ledger.store.write((tx) => ledger.store.bulk(tx, { table: roster, columns, rows }))
}

type Past = { id: string; personId: string; handle: string; day: Day; side: Shift; dueAt: number; filedAt: number; content: ReportContent } // prettier-ignore

export async function layPastReports(scene: Scene) {
  const { store } = scene.ledger
  const past = await pastOf(scene)
  const letters = await lettersOf(scene, past)
  await store.write(async (tx) => {
    await store.bulk(tx, { table: reports, columns: reportColumns, rows: past.map((one) => reportRow(scene, one)) })
    await store.bulk(tx, { table: reportVersions, columns: versionColumns, rows: past.map((one) => versionRow(scene, one)) }) // prettier-ignore
    await store.bulk(tx, { table: outbox, columns: letterColumns, rows: letters })
  })
}

async function pastOf(scene: Scene): Promise<Past[]> {
  const chance = chanceFrom(5)
  const sections = emptySections(scene)
  const owed = pastDays(scene).flatMap((ahead) => {
    const planned = plannedOn(scene.shop.code, ahead).filter(({ handle, code }) => code !== 'off' && agents.includes(handle) && isTold(handle, ahead)) // prettier-ignore
    return planned.map((one) => ({ ...one, day: scene.day(ahead), ahead }))
  })
  const past = await Promise.all(
    owed.map(async ({ handle, code, day, ahead }): Promise<Past[]> => {
      const isMissing = chance.happens(0.03) && ahead < -8
      const side = code === 'night' ? 'night' : 'day'
      const dueAt = dueAfter(endOf(scene, day, code), scene.shop)
      const filedAt = dueAt + minutesLate(chance) * MINUTE
      const { enquiries, orders, amount, first, average } = countsOf(handle, day)
      const content = {
        shop: scene.shop.name,
        person: handle,
        day,
        side,
        figures: { enquiries, orders, sales: amount },
        response: { first, average },
        sections,
        own: wordsOf(handle, day),
      } as const
      const personId = await scene.person(handle)
      return isMissing ? [] : [{ id: newId(), personId, handle, day, side, dueAt, filedAt, content: { ...content, sections: [...sections] } }] // prettier-ignore
    }),
  )
  return past.flat()
}

const endOf = ({ shop }: Scene, day: Day, code: Code) =>
  code === 'mid' ? instantOf(day, '20:00', shop.timeZone) : spanOfTurn({ day, side: code as Shift }, shop).to

/** Most in the last half hour; a few of a hundred after it. */
const minutesLate = (chance: Chance) => (chance.happens(0.06) ? chance.whole(6, 95) : -chance.whole(1, 26))

const emptySections = ({ features }: Scene): Section[] =>
  reportSources(features)
    .filter(({ required }) => required)
    .map(({ name, word }) => ({ name, word: both(word), known: [], said: '', none: true }))

const reportColumns = ['id', 'shopId', 'personId', 'day', 'side', 'state', 'version', 'draft', 'draftAt', 'filedAt', 'changedAt'] // prettier-ignore
const reportRow = ({ shop }: Scene, { id, personId, day, side, filedAt, content }: Past) => {
  const draft = { figures: content.figures, sections: {}, none: [], own: content.own }
  return [id, shop.id, personId, day, side, 'filed', 1, draft, filedAt, filedAt, filedAt]
}

const versionColumns = ['id', 'shopId', 'reportId', 'version', 'content', 'filedAt', 'filedBy', 'why']
const versionRow = ({ shop }: Scene, { id, personId, filedAt, content }: Past) =>
  [newId(), shop.id, id, 1, content, filedAt, personId, ''] // prettier-ignore

const letterColumns = ['id', 'shopId', 'channel', 'about', 'address', 'role', 'messageId', 'subject', 'content', 'state', 'tries', 'nextAt', 'said', 'at', 'sentAt', 'changedAt'] // prettier-ignore

/** One to each of the route, taken within a minute. */
async function lettersOf({ ledger, shop }: Scene, past: readonly Past[]) {
  const route = (await routeOf(ledger.store.read, shop.id))!
  const [to, cc] = [route.to, route.cc].map((list) => list.map(({ email }) => email!))
  return past.flatMap(({ id, content, filedAt }) => {
    const at = longOf(filedAt, shop.timeZone)
    const written = letterOf({ content, version: 1, why: '', at, attached: [], isReached: false }, 'zh')
    const letter = { ...written, from: shop.name, to: to!, cc: cc!, attachments: [] }
    const row = (role: Letter['role']) => (address: string) => {
      const about = aboutOf(id, 1)
      const messageId = messageIdOf({ channel: 'mail', about, address })
      const sentAt = filedAt + 20_000
      return [newId(), shop.id, 'mail', about, address, role, messageId, written.subject, letter, 'sent', 1, filedAt, '250 2.0.0 Ok', filedAt, sentAt, sentAt] // prettier-ignore
    }
    return [...to!.map(row('to')), ...cc!.map(row('cc'))]
  })
}
