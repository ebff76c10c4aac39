/** What a mail server's answer means, for whoever does not read its language; the answer itself stands beside it. */
import { both, dictionary, type Both, type Lang } from '../../core/i18n.ts'
import type { Told } from './store.ts'

const zh = {
  account: '邮件服务器不认这个账号或密码，请管理员查 SMTP_URL',
  full: '对方邮箱满了',
  unknown: '没有这个邮箱，请查地址',
  refused: '邮件服务器不收这封信',
  busy: '邮件服务器说过一会儿再来',
  secure: '和邮件服务器谈不成加密，证书不对',
  nobody: '连不上邮件服务器',
  cut: '邮件服务器没答完就断了',
}
const meant = {
  zh: (meaning: string, said: string) => `${meaning}（${said}）`,
  en: (meaning: string, said: string) => `${meaning} (${said})`,
}
const en: typeof zh = {
  account: 'The mail server refuses the account or password; the administrator should check SMTP_URL',
  full: 'Their mailbox is full',
  unknown: 'There is no such mailbox; check the address',
  refused: 'The mail server refuses this letter',
  busy: 'The mail server asks to come back later',
  secure: 'No secure connection with the mail server: its certificate is wrong',
  nobody: 'The mail server cannot be reached',
  cut: 'The mail server hung up before it had answered',
}
const words = dictionary(zh, en)

/** The first that fits; codes of RFC 5321 and 3463, errors of the connection. */
const meanings: readonly [RegExp, keyof typeof zh][] = [
  [/^53[0458]\b/, 'account'],
  [/^(552|[45]52)\b|^\d{3}[ -][45]\.2\.2\b/, 'full'],
  [/^\d{3}[ -]5\.1\.1\b|^550\b.*\b(no such|unknown|not exist|not found)/i, 'unknown'],
  [/^5\d\d\b/, 'refused'],
  [/^4\d\d\b/, 'busy'],
  [/certificate|self.signed|\b(TLS|SSL)\b|EPROTO/i, 'secure'],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNECTION|timeout|greeting|no answer/i,
    'nobody',
  ],
  [/ECONNRESET|closed|EPIPE|socket/i, 'cut'],
]

/** Of a mail that was not accepted; undefined for what nobody knows, and for a robot's answer. */
export function meaningOf({ channel, state, said }: Pick<Told, 'channel' | 'state' | 'said'>, lang: Lang) {
  if (channel !== 'mail' || state === 'sent' || said === null) return undefined
  const found = meanings.find(([answer]) => answer.test(said))
  return found && words(lang)[found[1]]
}

/** "The mail server cannot be reached (connect ECONNREFUSED …)" */
export const answerOf = (letter: Pick<Told, 'channel' | 'state' | 'said'>): Both =>
  both((lang) => {
    const meaning = meaningOf(letter, lang)
    const said = letter.said ?? ''
    return meaning ? meant[lang](meaning, said) : said
  })
