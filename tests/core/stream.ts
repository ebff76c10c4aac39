/** A reader of the live stream over a real connection, as a browser reads it. */
import { get, type IncomingMessage } from 'node:http'
import { liveApp } from '../../src/live-app.ts'
import { listen } from '../../src/server.ts'
import type { TestWorld } from '../world.ts'

export type Event = { id: string | undefined; event: string; data: string }

/** The world behind a real server with live streams. */
export async function liveSite(w: TestWorld) {
  const { live, fetch } = liveApp(w.world)
  const server = await listen(fetch, 0, '127.0.0.1')
  const url = `http://127.0.0.1:${server.port}`

  /** Reads on as this person; `events` grows, `until` waits for one that fits. */
  async function reader(headers: Record<string, string>, path = '/live?since=0') {
    const events: Event[] = []
    const waiting = new Set<() => void>()
    const wake = () => waiting.forEach((look) => look())
    const response = await new Promise<IncomingMessage>((done, failed) =>
      get(`${url}${path}`, { headers, agent: false }, done).on('error', failed),
    )
    let ended = false
    let rest = ''
    response.setEncoding('utf8')
    response.on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop()!
      events.push(...blocks.map(eventIn))
      wake()
    })
    response.on('close', () => {
      ended = true
      wake()
    })
    response.on('error', () => {})
    const when = (is: () => boolean) =>
      new Promise<void>((done) => {
        const look = () => {
          if (!is()) return
          waiting.delete(look)
          done()
        }
        waiting.add(look)
        look()
      })
    return {
      status: response.statusCode,
      events,
      /** The first event that fits, now or later. */
      async until(fits: (event: Event) => boolean): Promise<Event> {
        await when(() => events.some(fits))
        return events.find(fits)!
      },
      ended: () => when(() => ended),
      /** Stops reading, so that what comes stays in the connection. */
      pause: () => response.pause(),
      leave: () => response.destroy(),
    }
  }

  return {
    live,
    url,
    reader,
    async close() {
      await live.stop()
      await server.stop()
    },
  }
}

function eventIn(block: string): Event {
  const lines = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])) // prettier-ignore
  return { id: lines.get('id'), event: lines.get('event') ?? 'message', data: lines.get('data') ?? '' }
}
