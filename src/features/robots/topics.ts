/** Which notices go into which group, and what a robot says of them. Pure. No word of a message goes along: topic, how
 * many, how pressing and where, so that no buyer ever stands in a chat. */
import type { Tone } from '../inbox/index.ts'

/** In the order of the page, each with the first words of the messages' keys: "hold.alerted:…" is of `hold`. */
const words = {
  batch: ['batch', 'cutoff', 'parcel'],
  hold: ['hold'],
  handover: ['handover'],
  claim: ['claim', 'claims', 'prize'],
  entry: ['entry'],
  refund: ['refund'],
  payout: ['payout'],
  followups: ['followups', 'followup'],
  task: ['task'],
  meeting: ['meeting'],
  report: ['report', 'reports'],
  roster: ['roster', 'swap'],
  campaign: ['campaign', 'gift'],
  notice: ['notice'],
} as const
export type Topic = keyof typeof words | 'other'
export const topics = [...(Object.keys(words) as (keyof typeof words)[]), 'other'] as const satisfies readonly Topic[]

/** About what leaves the board itself: a robot that failed must not be told by robots. */
const neverTold = ['letter', 'outbox', 'robot', 'digest']

/** Undefined: of these no group is told. Rooms that come later are `other`. */
function topicOfKey(key: string): Topic | undefined {
  const first = /^[^.:]*/.exec(key)![0]
  if (neverTold.includes(first)) return undefined
  const found = Object.entries(words).find(([, all]) => (all as readonly string[]).includes(first))
  return (found?.[0] ?? 'other') as Topic
}

/** The least pressing that is still told; undefined: nothing of the topic. */
export type Least = Tone
export type Wanted = Partial<Record<Topic, Least>>

/** What a new robot is told: all that is late; notices, which are meant for everybody, whole. */
export const wantedAtFirst: Wanted = Object.fromEntries(
  topics.map((topic) => [topic, topic === 'notice' ? 'calm' : 'late']),
)

const press: readonly Tone[] = ['late', 'soon', 'calm']
const isWanted = (wanted: Wanted, topic: Topic, tone: Tone): boolean => {
  const least = wanted[topic]
  return least !== undefined && press.indexOf(tone) <= press.indexOf(least)
}

/** One thing of which the shop's people were told, however many of them. */
export type Told = { key: string; tone: Tone; href: string }
/** `path`: where all of these are dealt with; the inbox when it is not the same place. */
export type Bundle = { topic: Topic; tone: Tone; n: number; path: string }

/** A burst is one line for each topic and tone, the most pressing first. */
export function bundled(list: readonly Told[], wanted: Wanted): Bundle[] {
  const found = new Map<string, Bundle>()
  for (const { key, tone, href } of list) {
    const topic = topicOfKey(key)
    if (topic === undefined || !isWanted(wanted, topic, tone)) continue
    const path = tellablePath(href)
    const one = found.get(`${topic} ${tone}`) ?? { topic, tone, n: 0, path }
    found.set(`${topic} ${tone}`, { ...one, n: one.n + 1, path: one.path === path ? path : ELSEWHERE })
  }
  const place = ({ topic, tone }: Bundle) => press.indexOf(tone) * topics.length + topics.indexOf(topic)
  return [...found.values()].sort((a, b) => place(a) - place(b))
}

const ELSEWHERE = '/inbox'
const tame = /^([a-z][a-z-]{0,30}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d)$/

/** Only words, ids of ours and days: no search, and nothing in which an order number or a name could stand. */
function tellablePath(href: string): string {
  const path = href.replace(/[?#].*$/s, '')
  return path.startsWith('/') &&
    path
      .slice(1)
      .split('/')
      .every((part) => tame.test(part))
    ? path
    : ELSEWHERE
}
