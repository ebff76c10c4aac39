/** The town's mail server: a real one, that is now and then down, busy, or hangs up before it says that it took a mail. */
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { Context } from '../../src/core/context.ts'
import { openMail } from '../../src/core/mail.ts'
import { readMailSettings } from '../../src/core/mail-settings.ts'
import { deliverOutbox } from '../../src/core/outbox.ts'
import type { Day } from '../../src/core/time.ts'
import { tellManagers } from '../../src/features/outbox/index.ts'
import { chanceFrom } from './chance.ts'
import { isDown, outageOf, type Outage } from './outage.ts'

/** A mail that was taken for one recipient. */
export type Mail = {
  messageId: string
  recipient: string
  to: string[]
  cc: string[]
  /** The server took it so often; more than `unheard` + 1 is more than it needed. */
  times: number
  /** The sender never heard that it was taken so often. */
  unheard: number
}
/** By what they tell of, as their Message-ID says: "report.<id>.v2". */
type Taken = Map<string, Mail[]>
type Trouble = Outage & { kind: 'down' | 'busy' }
export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/** A letter's next try is at most 36 minutes away, each half hour the board looks once, and an answer may be lost. */
const ENOUGH = 4

/** All that is taken stands in `taken`. Its chance is its own: the stories of a seed do not hang on it. */
export async function openPostOffice(seed: number) {
  const chance = chanceFrom(seed * 7907 + 5)
  const taken: Taken = new Map()
  const looks: number[] = []
  const lines = new Map<number, Socket>()
  const state = { troubles: [] as Trouble[], now: 'open' as 'open' | Trouble['kind'] }
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    onConnect: (_, answer) => answer(state.now === 'down' ? refusal(421) : null),
    onRcptTo: (_address, _session, answer) => answer(state.now === 'busy' ? refusal(451) : null),
    onData: (stream, session, answer) => {
      text(stream).then(
        (source) => {
          const mail = take(taken, session.envelope.rcptTo[0]!.address, source)
          if (!chance.happens(0.02)) return answer(null, 'taken')
          mail.unheard++
          lines.get(session.remotePort)?.destroy()
        },
        () => {}, // a sender that hung up half-way has sent nothing
      )
    },
  })
  server.on('error', () => {}) // cut lines
  server.server.on('connection', (socket: Socket) => {
    lines.set(socket.remotePort!, socket)
    socket.on('close', () => lines.delete(socket.remotePort!))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.server.address() as AddressInfo
  const settings = `smtp://127.0.0.1:${port}?maxConnections=1&maxMessages=1000&name=town.example`
  const board = openMail(readMailSettings({ SMTP_URL: settings, MAIL_FROM: 'board@town.example' })!)

  return {
    taken,
    /** What this day does to the server, as its outages do to the board. */
    plan: (day: Day) =>
      outageOf(day, chance).forEach((one) =>
        state.troubles.push({ ...one, kind: chance.happens(0.6) ? 'down' : 'busy' }),
      ),
    recover: () => (state.troubles = []),
    /** Since then the board has looked so often with the server at work that nothing may wait any more. */
    hadTries: (since: number) => (looks.at(-ENOUGH) ?? 0) > since,
    /** What the outbox's job does at this moment, waited for: only then does the clock go on. */
    async deliver(ctx: Context) {
      state.now = state.troubles.find((one) => isDown([one], ctx.now))?.kind ?? 'open'
      if (state.now === 'open') looks.push(ctx.now)
      if (state.now === 'down') for (const line of lines.values()) line.destroy()
      await deliverOutbox(ctx, { mail: board.send }, { alarm: tellManagers, dice: () => 0.5 })
    },
    async close() {
      board.close()
      for (const line of lines.values()) line.destroy()
      await new Promise<void>((done) => server.close(done))
    },
  }
}

const refusal = (code: number) => Object.assign(new Error('come back later'), { responseCode: code })

function take(taken: Taken, recipient: string, source: string): Mail {
  const messageId = headerOf(source, 'Message-ID')
  const [to, cc] = [addressesIn(headerOf(source, 'To')), addressesIn(headerOf(source, 'Cc'))]
  const about = /^<(.*)\.[\da-f]{16}@/.exec(messageId)?.[1] ?? ''
  const known = taken.get(about) ?? []
  const mail = known.find((one) => one.messageId === messageId) ?? {
    messageId,
    recipient,
    to,
    cc,
    times: 0,
    unheard: 0,
  }
  taken.set(about, [...new Set([...known, mail])])
  mail.times++
  return mail
}

/** Folded lines as one. */
function headerOf(source: string, name: string): string {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
}
const addressesIn = (header: string) => [...header.matchAll(/[\w.-]+@[\w.-]+/g)].map(([address]) => address).sort()
