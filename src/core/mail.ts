/** Mail by SMTP: one letter to one recipient, from a pool of connections, each step within a bound. */
import nodemailer from 'nodemailer'
import type { NodemailerError, SendMailOptions } from 'nodemailer'
import { asLine, isAddress, type MailSettings } from './mail-settings.ts'
import type { Posted, Sender } from './outbox.ts'
import { NotAccepted } from './outbox-rules.ts'

/** How letters leave the board. */
export type Mail = {
  send: Sender
  /** Connects and signs in, and sends nothing; throws NotAccepted. */
  verify(): Promise<void>
  /** The address in whose name letters leave. */
  from: string
  close(): void
}

/** ms: until the connection stands, until the server greets, and how long it may be silent in between. */
const TIMES = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

/** A pool that connects when the first letter leaves. `times` for tests that cannot wait. */
export function openMail(settings: MailSettings, times: Partial<typeof TIMES> = {}): Mail {
  const { from, maxConnections, maxMessages, auth, ...server } = settings
  const transport = nodemailer.createTransport({
    ...server,
    ...TIMES,
    ...times,
    ...(auth && { auth }),
    pool: true,
    maxConnections,
    maxMessages,
    maxRequeues: 1, // a connection that the server had closed in the meantime; all else is for the outbox to decide
    idleTimeout: 10_000,
    tls: { minVersion: 'TLSv1.2' },
    allowInternalNetworkInterfaces: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const hidden = (error: unknown) => notAccepted(error as NodemailerError, auth?.pass)
  return {
    from: from.address,
    async send(letter, signal) {
      const message = messageOf(letter, from)
      const { response } = await transport.sendMail({ ...message, signal }).catch((error) => {
        throw hidden(error)
      })
      return response
    },
    async verify() {
      await transport.verify().catch((error) => {
        throw hidden(error)
      })
    },
    close: () => transport.close(),
  }
}

/** The whole letter names everybody; its envelope goes to this one recipient. */
function messageOf({ content, address, messageId, at }: Posted, from: MailSettings['from']): SendMailOptions {
  const { to, cc, replyTo } = content
  const wrong = [address, ...to, ...cc, ...(replyTo ? [replyTo] : [])].find((one) => !isAddress(one))
  if (wrong !== undefined) throw new NotAccepted(`not an address: ${asLine(wrong)}`, { forGood: true, server: false })
  return {
    messageId,
    date: new Date(at), // the same at every try
    from: { name: from.name || asLine(content.from), address: from.address },
    to: [...to],
    cc: [...cc],
    ...(replyTo && { replyTo }),
    envelope: { from: from.address, to: [address] },
    subject: asLine(content.subject),
    html: content.html,
    text: content.text,
    attachments: content.attachments.map(({ name, type, base64 }) => ({
      filename: asLine(name),
      contentType: type,
      content: Buffer.from(base64, 'base64'),
    })),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** What the server said, or what happened instead: 5xx is for good; all else, TLS too, is worth another try. */
function notAccepted(error: NodemailerError, secret: string | undefined): NotAccepted {
  if (error instanceof NotAccepted) return error
  const { responseCode = 0, code = '' } = error
  const ofLetter = ['EENVELOPE', 'EMESSAGE'].includes(code) && responseCode !== 421
  const forGood = (responseCode >= 500 && code !== 'ETLS') || (ofLetter && !responseCode)
  return new NotAccepted(without(secret, asLine(error.response || error.message)).slice(0, 500), {
    forGood,
    server: !ofLetter,
  })
}

/** Some servers answer with what they were told: the password as it is, or somewhere in a word of base64. */
const without = (secret: string | undefined, text: string) =>
  secret
    ? text
        .replaceAll(/[A-Za-z0-9+/]{4,}={0,2}/g, (word) => (Buffer.from(word, 'base64').includes(secret) ? '***' : word))
        .replaceAll(secret, '***')
    : text
