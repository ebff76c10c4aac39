/** A server that answers as DingTalk, WeCom and Feishu do, good and bad, and remembers what it was sent. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export const TOKEN = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
export const SECRET = 'SEC000this000is000secret000'

/** An answer with a body; a redirect; nothing at all; half an answer that never ends. */
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'hang' | 'endless' | 'cut'

export type Sent = { url: URL; body: Record<string, unknown>; text: string }

const ok = { errcode: 0, errmsg: 'ok' }
const good: Record<string, unknown> = {
  '/robot/send': ok,
  '/cgi-bin/webhook/send': ok,
  '/open-apis/bot/v2/hook': { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' },
}

export type Platform = Awaited<ReturnType<typeof openPlatform>>

/** `next`: what is answered to the calls to come, one after the other; then it is good. */
export async function openPlatform() {
  const sent: Sent[] = []
  const next: Answer[] = []
  const server = createServer((asked, answer) => void answerTo(asked, answer))
  async function answerTo(asked: IncomingMessage, answer: ServerResponse) {
    const url = new URL(asked.url!, 'http://here')
    const body = (await json(asked)) as Record<string, unknown>
    sent.push({ url, body, text: textIn(body) })
    const path = Object.keys(good).find((one) => url.pathname.startsWith(one))!
    const given = next.shift() ?? { body: good[path] }
    if (given === 'hang') return
    if (given === 'cut') return answer.destroy()
    if (given === 'endless') {
      const drip = setInterval(() => answer.write(' '.repeat(4096)), 1)
      answer.on('close', () => clearInterval(drip))
      return
    }
    const { status = 200, headers = {} } = given
    answer.writeHead(status, { 'content-type': 'application/json', ...headers })
    answer.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? ''))
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    sent,
    next,
    port,
    origin,
    urls: {
      dingtalk: `${origin}/robot/send?access_token=${TOKEN}`,
      wecom: `${origin}/cgi-bin/webhook/send?key=${TOKEN}`,
      feishu: `${origin}/open-apis/bot/v2/hook/${TOKEN}`,
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function textIn(body: Record<string, unknown>): string {
  const found = (body.text ?? body.content) as { content?: string; text?: string }
  return found.content ?? found.text ?? ''
}

/** As the platform checks it, from the other side. */
export const isSignedForDingtalk = ({ url }: Sent) => {
  const at = url.searchParams.get('timestamp')
  const sign = createHmac('sha256', SECRET).update(`${at}\n${SECRET}`).digest('base64')
  return at !== null && url.searchParams.get('sign') === sign
}
export const isSignedForFeishu = ({ body }: Sent) =>
  body.sign ===
  createHmac('sha256', `${String(body.timestamp)}\n${SECRET}`)
    .update('')
    .digest('base64')
