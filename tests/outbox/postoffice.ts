/** A real SMTP server behind a line that can be disturbed at every step of the conversation. */
import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail that the server took: whether or not the sender heard of it. */
export type Arrived = { recipient: string; messageId: string; source: string }

type Step = 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'body'
export type Fault =
  /** Answers with this code. */
  | { at: Step; code: number }
  /** Hangs up: instead of an answer to the command, or after it took the mail and before it says so. */
  | { at: Step; cut: true }
  /** Connects and says nothing. */
  | { silent: true }
  /** What the server says comes one byte at a time, with so many ms in between. */
  | { drip: number }

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/** What goes wrong at this step, for this recipient (known at RCPT and at the body). */
type Faults = (step: Step | 'connect', recipient?: string) => Fault | undefined

/** `office.fault` may be changed while it runs. */
export async function openPostOffice(options: SMTPServerOptions = {}, fault: Faults = () => undefined) {
  const arrived: Arrived[] = []
  const office = { fault }
  const lines = new Map<number, Socket>() // by the port from which our line speaks with the server
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    hidePIPELINING: true, // one command a packet: the line reads along
    logger: false,
    onData: (stream, session, answered) => {
      const taken = (source: string) => {
        const recipient = session.envelope.rcptTo[0]!.address
        const found = office.fault('body', recipient)
        const meant = found && 'at' in found && found.at === 'body' ? found : undefined
        if (meant && 'code' in meant) return answered(refusal(meant.code))
        arrived.push({ recipient, messageId: /^Message-ID:\s+(.*)$/im.exec(source)![1]!, source })
        if (meant) return lines.get(session.remotePort)?.destroy()
        answered(null, 'taken')
      }
      text(stream).then(taken, () => {}) // a sender that dies half-way has sent nothing
    },
    ...options,
  })
  server.on('error', () => {}) // cut lines
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const inside = (server.server.address() as AddressInfo).port

  const line = createServer((client) => {
    const fault = office.fault('connect')
    client.on('error', () => {})
    if (fault && 'silent' in fault) return
    const toServer = connect(inside, '127.0.0.1', () => lines.set(toServer.localPort!, client))
    toServer.on('error', () => {})
    client.on('close', () => toServer.destroy())
    toServer.on('close', () => client.end())
    client.on('data', (chunk) => {
      if (!disturbed(client, chunk.toString('latin1'), office.fault)) toServer.write(chunk)
    })
    if (fault && 'drip' in fault) void drip(toServer, client, fault.drip)
    else toServer.on('data', (chunk) => client.write(chunk))
  })
  await once(line.listen(0, '127.0.0.1'), 'listening')
  const { port } = line.address() as AddressInfo
  return {
    office,
    arrived,
    port,
    url: `smtp://127.0.0.1:${port}`,
    async close() {
      line.close()
      for (const client of lines.values()) client.destroy()
      await new Promise<void>((done) => server.close(done))
    },
  }
}

const refusal = (code: number) => Object.assign(new Error(`${code} words of the server`), { responseCode: code })

/** True when the line answered, or hung up, instead of the server. */
function disturbed(client: Socket, said: string, faultFor: Faults): boolean {
  const step = /^(EHLO|HELO|MAIL|RCPT|DATA)\b/.exec(said)?.[1]?.replace('HELO', 'EHLO') as Step | undefined
  if (!step) return false
  const fault = faultFor(step, /^RCPT TO:<(.*?)>/.exec(said)?.[1])
  if (!fault || !('at' in fault) || fault.at !== step) return false
  if ('cut' in fault) client.destroy()
  else client.write(`${fault.code} words of the server\r\n`)
  return true
}

async function drip(from: Socket, to: Socket, every: number) {
  for await (const chunk of from as AsyncIterable<Buffer>)
    for (const byte of chunk) {
      if (to.destroyed) return
      to.write(Buffer.of(byte))
      await pause(every)
    }
}

/** A port at which nobody listens. */
export async function nobodysPort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
