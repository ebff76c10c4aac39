/** What a robot is sent: signed as its platform wants it, and its text as a body. Pure. */
import { createHmac } from 'node:crypto'
import type { Kind } from './address.ts'

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64')

/** `at` in ms; for a query. */
export const signedForDingtalk = (secret: string, at: number): string =>
  encodeURIComponent(hmac(secret, `${at}\n${secret}`))
/** `seconds` since 1970; what is signed is empty, its key is the time and the secret. */
export const signedForFeishu = (secret: string, seconds: number): string => hmac(`${seconds}\n${secret}`, '')

export type Call = { url: string; body: string }

/** `now`: UTC ms; a robot takes a signature that is at most an hour old. */
export function callOf(kind: Kind, about: { url: string; secret: string | null; text: string; now: number }): Call {
  const { url, secret, text, now } = about
  if (kind === 'wecom') return { url, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) }
  if (kind === 'dingtalk') {
    const signed = secret === null ? '' : `&timestamp=${now}&sign=${signedForDingtalk(secret, now)}`
    const body = { msgtype: 'text', text: { content: text }, at: { atMobiles: [], atUserIds: [], isAtAll: false } }
    return { url: url + signed, body: JSON.stringify(body) }
  }
  const seconds = Math.floor(now / 1000)
  const signed = secret === null ? {} : { timestamp: String(seconds), sign: signedForFeishu(secret, seconds) }
  return { url, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }) }
}
