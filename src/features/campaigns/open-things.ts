/** SHIFT-2, SHIFT-4, MEET-1: what campaigns tell the next shift and the meetings. */
import { both, type Both, type Lang } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { addDays, dayOf, shortOf, type Day } from '../../core/time.ts'
import type { AgendaSource, DayMark, HandoverSource, OpenThing } from '../../feature.ts'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { reasonFor, spanOfDay, type Reason } from './rules.ts'
import { campaignsById, campaignsOn, type Campaign } from './store.ts'

/** A start or an end is a thing of its own: "campaign:<id>:ends". */
const keyOf = ({ id }: Campaign, reason: Reason) => (reason === 'runs' ? `campaign:${id}` : `campaign:${id}:${reason}`)
const idIn = (key: string) => key.split(':')[1]!
const reasonIn = (key: string) => (key.split(':')[2] ?? 'runs') as Reason

function sentence({ name, startsAt, endsAt }: Campaign, reason: Reason, zone: string, lang: Lang): string {
  const [from, to] = [shortOf(startsAt, zone), shortOf(endsAt, zone)]
  const t = words(lang)
  if (reason === 'starts') return t.starting(name, from, to)
  return reason === 'ends' ? t.ending(name, to) : t.goesOn(name, to)
}

function thingOf(campaign: Campaign, reason: Reason, zone: string): OpenThing {
  const { id, answers, rules, startsAt, endsAt } = campaign
  return {
    key: keyOf(campaign, reason),
    urgency: reason === 'runs' ? 'steady' : 'watch',
    summary: both((lang) => sentence(campaign, reason, zone, lang)),
    ...(answers || rules ? { todo: both((lang) => (answers ? words(lang).answer(answers) : rules)) } : {}),
    ...(reason === 'runs' ? {} : { dueAt: reason === 'starts' ? startsAt : endsAt }),
    href: `/campaign/${id}`,
  }
}

async function endings(
  db: Reader,
  shop: Shop,
  keys: readonly string[],
  { now, until }: { now: number; until: number },
) {
  const rows = keys.length ? await campaignsById(db, shop.id, keys.map(idIn)) : [] // prettier-ignore
  const found = new Map(rows.map((row) => [row.id, row]))
  const ended = keys.flatMap((key): [string, Both][] => {
    const campaign = found.get(idIn(key))
    const how = campaign && endingOf(campaign, reasonIn(key), shop.timeZone, now, until)
    return how ? [[key, both(how)]] : []
  })
  return new Map(ended)
}

/** How a thing ended: what was awaited has happened, the campaign was called off, or its times were moved. */
function endingOf(campaign: Campaign, reason: Reason, zone: string, now: number, until: number) {
  const { cancelledAt, cancelledWhy, startsAt, endsAt } = campaign
  const [from, to] = [shortOf(startsAt, zone), shortOf(endsAt, zone)]
  if (cancelledAt !== null) return (lang: Lang) => words(lang).cancelledWhy(cancelledWhy ?? '')
  if (now >= endsAt) return (lang: Lang) => words(lang).hasEnded(to)
  const current = reasonFor(campaign, now, until)
  if (current === reason) return undefined
  if (reason === 'starts' && now >= startsAt) return (lang: Lang) => words(lang).hasStarted(from)
  if (reason === 'runs' && current === 'ends') return (lang: Lang) => words(lang).endsSoon
  return (lang: Lang) => words(lang).hasMoved(from, to)
}

export const handover: readonly HandoverSource[] = [
  {
    name: 'campaign',
    word: (lang) => words(lang).heading,
    async open(db, shop, { now, until }) {
      const list = await campaignsOn(db, shop, now, until + 1)
      return list.flatMap((campaign) => {
        const reason = reasonFor(campaign, now, until)
        return reason ? [thingOf(campaign, reason, shop.timeZone)] : []
      })
    },
    ended: endings,
  },
]

/** Morning: campaigns that start or end today. Evening: all of tomorrow. */
export const agenda: readonly AgendaSource[] = [
  {
    name: 'campaign',
    word: (lang) => words(lang).heading,
    meetings: ['morning', 'evening'],
    async points(db, shop, { kind, day }) {
      const { from, to } = spanOfDay(kind === 'morning' ? day : addDays(day, 1), shop.timeZone)
      const list = await campaignsOn(db, shop, from, to) // what ends at midnight ends today
      return list.flatMap((campaign): OpenThing[] => {
        const reason = onDay(campaign, from, to)
        if (kind === 'morning' && reason === 'runs') return []
        const say = (lang: Lang) => sentence(campaign, reason, shop.timeZone, lang)
        const summary = both((lang) =>
          kind === 'morning' ? words(lang).today(say(lang)) : words(lang).tomorrow(say(lang)),
        )
        return [{ ...thingOf(campaign, reason, shop.timeZone), summary }]
      })
    },
  },
]

/** On every calendar, from the day of its start to the day of its last minute. */
export async function marks(db: Reader, shop: Shop, from: Day, to: Day): Promise<DayMark[]> {
  const zone = shop.timeZone
  const list = await campaignsOn(db, shop, spanOfDay(from, zone).from, spanOfDay(to, zone).to)
  return list.map(({ id, name, bigDay, startsAt, endsAt }) => ({
    from: dayOf(startsAt, zone),
    to: dayOf(endsAt - 1, zone),
    text: both((lang) => (bigDay ? words(lang).bigMark(name) : name)),
    href: `/campaign/${id}`,
  }))
}

const onDay = ({ startsAt, endsAt }: Campaign, from: number, to: number): Reason =>
  startsAt >= from ? 'starts' : endsAt <= to ? 'ends' : 'runs'
