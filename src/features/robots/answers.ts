/**
 * What a robot's answer means. All three answer HTTP 200 also when they refuse: it is the body that counts, and within
 * it the code, not the words. Pure.
 */
import { MINUTE } from '../../core/time.ts'
import type { Kind } from './address.ts'

/** What is the matter, as far as somebody can do something about it. */
export type Trouble =
  | 'keyword'
  | 'signature'
  | 'ip'
  | 'security'
  | 'token'
  | 'stopped'
  | 'rate'
  | 'long'
  | 'request'
  | 'busy'
  | 'strange'
  | 'silent'
  | 'turn'
  | 'off'
  | 'removed'
  | 'sealed'
  | 'unknown'

/** `said`: the answer as it is kept, without what it may not tell. `pause`: ms before it is asked again. */
export type Verdict =
  { ok: true; said: string } | { ok: false; said: string; trouble: Trouble; forGood: boolean; pause?: number }

export const platforms: Record<Kind, string> = { dingtalk: 'DingTalk', wecom: 'WeCom', feishu: 'Feishu' }

/** Somebody must mend something first: the robot's settings, its address, ours. */
const mending: readonly Trouble[] = [
  'keyword', 'signature', 'ip', 'security', 'token', 'stopped', 'long', 'request', 'off', 'removed', 'sealed',
] // prettier-ignore

const codes: Record<Kind, Record<number, Trouble>> = {
  dingtalk: {
    310000: 'security',
    130101: 'rate',
    300001: 'token',
    300005: 'token',
    40035: 'token',
    43002: 'request',
    400102: 'stopped',
    460101: 'long',
    [-1]: 'busy',
  },
  wecom: { 93000: 'token', 45009: 'rate', 40008: 'request', 40058: 'long', 44004: 'request', [-1]: 'busy' },
  feishu: {
    19021: 'signature',
    19022: 'ip',
    19024: 'keyword',
    19001: 'token',
    19007: 'stopped',
    9499: 'request',
    11232: 'rate',
  },
}

/** DingTalk's one code for its three security settings; only its words tell which. */
function whichSetting(words: string): Trouble {
  if (/keyword/i.test(words)) return 'keyword'
  if (/sign|timestamp/i.test(words)) return 'signature'
  return /\bip\b/i.test(words) ? 'ip' : 'security'
}

/** DingTalk shuts up a robot that was too fast for ten minutes; the others begin a new minute. */
const PAUSES: Record<Kind, number> = { dingtalk: 10 * MINUTE, wecom: MINUTE, feishu: MINUTE }

/** `secrets`: what must not stand in the words that are kept, whatever the robot repeats. */
export function judged(
  kind: Kind,
  { status, text }: { status: number; text: string },
  secrets: readonly string[] = [],
): Verdict {
  const found = codeIn(kind, text)
  if (!found) return strange(kind, status)
  const { code, words } = found
  if (code === 0 && status >= 200 && status < 300) return { ok: true, said: `${platforms[kind]} 0: ok` }
  if (code === 0) return strange(kind, status)
  const trouble = troubleOf(kind, code, words)
  const forGood = mending.includes(trouble)
  const pause = trouble === 'rate' ? PAUSES[kind] : undefined
  const said = [`${platforms[kind]} ${code}`, kind === 'wecom' ? '' : tellable(words, secrets)]
    .filter(Boolean)
    .join(': ')
  return { ok: false, said, trouble, forGood, ...(pause && { pause }) }
}

const strange = (kind: Kind, status: number): Verdict => ({
  ok: false,
  said: `not an answer of ${platforms[kind]}: HTTP ${status}`,
  trouble: 'strange',
  forGood: false,
  pause: MINUTE,
})

function troubleOf(kind: Kind, code: number, words: string): Trouble {
  const trouble = codes[kind][code] ?? 'unknown'
  if (trouble === 'security') return whichSetting(words)
  if (trouble === 'request' && /too many/i.test(words)) return 'rate'
  return trouble
}

/** Feishu's `code` counts before its older StatusCode, which can be 0 beside it; without any code it is no answer. */
function codeIn(kind: Kind, text: string): { code: number; words: string } | undefined {
  const body = objectIn(text)
  const code = kind === 'feishu' ? (body?.code ?? body?.StatusCode) : body?.errcode
  if (!body || typeof code !== 'number') return undefined
  const words = kind === 'feishu' ? (body.msg ?? body.StatusMessage) : body.errmsg
  return { code, words: typeof words === 'string' ? words : '' }
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** On one line, without links and secrets. */
const tellable = (words: string, secrets: readonly string[]) =>
  secrets
    .filter(Boolean)
    .reduce((said, secret) => said.replaceAll(secret, '***'), words)
    .replaceAll(/[,，]?\s*more\s*:?.*$/gis, '')
    .replaceAll(/https?:\/\/\S+/g, '')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200)

// --- what the board itself says of a letter that did not leave ------------------------------------------

/** As it stands in the outbox. */
export const ownWords = {
  silent: 'no answer',
  turn: 'waits for its turn: so many a minute and no more',
  off: 'the robot is switched off',
  removed: 'the robot was removed',
  sealed: 'its address does not open: the key of the board was changed',
} as const satisfies Partial<Record<Trouble, string>>

/** What was the matter with a letter, from the words that were kept of it; undefined when nothing was. */
export function troubleIn(kind: Kind, said: string | null): Trouble | undefined {
  if (said === null || said.endsWith(' 0: ok')) return undefined
  const own = (Object.keys(ownWords) as (keyof typeof ownWords)[]).find((one) => said.startsWith(ownWords[one]))
  if (own) return own
  if (said.startsWith('not an answer of')) return 'strange'
  const [, code, words = ''] = /^\w+ (-?\d+)(?:: (.*))?$/s.exec(said) ?? []
  if (code === undefined) return /no answer/.test(said) ? 'silent' : 'unknown'
  return troubleOf(kind, Number(code), words)
}
