/** SMTP_URL and MAIL_FROM: where mail goes and in whose name. Pure; a refusal names the setting, never its value. */

export type MailSettings = {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  secure: boolean
  /** Without STARTTLS nothing is sent: a password must not cross the network in the clear. */
  requireTLS: boolean
  /** Only to a server on this very machine. */
  ignoreTLS: boolean
  auth: { user: string; pass: string } | undefined
  maxConnections: number
  /** Letters on one connection before a new one is opened. */
  maxMessages: number
  /** How we greet the server; left out: by the machine's name. */
  name: string | undefined
  from: { name: string; address: string }
}

/** Undefined: mail is not set up. Throws with the name of the setting that is wrong. */
export function readMailSettings({ SMTP_URL = '', MAIL_FROM = '' }: NodeJS.ProcessEnv): MailSettings | undefined {
  if (!SMTP_URL.trim()) return undefined
  const url = URL.canParse(SMTP_URL.trim()) ? new URL(SMTP_URL.trim()) : undefined
  if (!url?.hostname || !['smtp:', 'smtps:'].includes(url.protocol))
    throw wrong('write it as smtp://user:password@host:587 or smtps://user:password@host')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const options = optionsOf(url, isThisMachine(host))
  const secure = url.protocol === 'smtps:' || url.port === '465'
  const auth = authOf(url)
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    auth,
    ...options,
    requireTLS: options.requireTLS || (auth !== undefined && !secure && !isThisMachine(host)),
    from: senderOf(MAIL_FROM, auth?.user, host),
  }
}

const wrong = (why: string) => new Error(`Setting SMTP_URL: ${why}`)

const isThisMachine = (host: string) => /^(localhost|127(\.\d+){3}|::1)$/.test(host)

function authOf({ username, password }: URL) {
  if (!username && !password) return undefined
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  } catch {
    throw wrong('a % in the user or the password is written %25')
  }
}

const KNOWN = ['pool', 'maxConnections', 'maxMessages', 'requireTLS', 'ignoreTLS', 'name']

function optionsOf({ searchParams: asked }: URL, atHome: boolean) {
  const unknown = [...asked.keys()].find((key) => !KNOWN.includes(key))
  if (unknown) throw wrong(`unknown option ${unknown}; there are ${KNOWN.join(', ')}. Certificates are always checked`)
  if (isOn(asked, 'ignoreTLS') && !atHome) throw wrong('ignoreTLS is only for a server on this machine')
  return {
    requireTLS: isOn(asked, 'requireTLS'),
    ignoreTLS: isOn(asked, 'ignoreTLS'),
    maxConnections: countOf(asked, 'maxConnections', 4),
    maxMessages: asked.get('pool') === 'false' ? 1 : countOf(asked, 'maxMessages', 100),
    name: asked.get('name') ?? undefined,
  }
}

const isOn = (asked: URLSearchParams, key: string) => ['true', '1', ''].includes(asked.get(key) ?? 'false')

function countOf(asked: URLSearchParams, key: string, usual: number) {
  const n = Number(asked.get(key) ?? usual)
  if (!Number.isInteger(n) || n < 1 || n > 1000) throw wrong(`${key} is a number from 1`)
  return n
}

/** "board@example.com" or "早晚 <board@example.com>"; without one the user of SMTP_URL, or zaowan@ its host. */
function senderOf(text: string, user: string | undefined, host: string): MailSettings['from'] {
  if (!text.trim()) return { name: '', address: user && isAddress(user) ? user : `zaowan@${nameOf(host)}` }
  const [, name = '', address = ''] = /^\s*(?:"?([^"<>]*?)"?\s*<)?([^<>\s]+)>?\s*$/.exec(text) ?? []
  if (!isAddress(address)) throw new Error('Setting MAIL_FROM: write board@example.com, or Name <board@example.com>')
  return { name: asLine(name), address }
}

const nameOf = (host: string) => (/^[\d.]+$|:/.test(host) ? 'localhost' : host)

/**
 * An address that a header and an envelope can carry: nothing in it ends a line, opens a bracket or names a second one.
 * The domain may be in any script.
 */
export const isAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.-]*[\p{L}\p{N}\p{M}])?$/u.test(text)

/** On one line, as a header wants it. */
export const asLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
