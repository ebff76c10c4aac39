/** What the tabs of a browser share: which of them has missed what. The connection itself is proven in tests/core/live.test.ts. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

type Told = { is: string; topics?: string[] }
type Stream = { missed: (revision: string) => string[] | undefined }
type Event = { lastEventId: string; data: string }

let hear: (name: string, event: Event) => void
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('self', {})
  vi.stubGlobal(
    'EventSource',
    class {
      constructor() {
        const listeners = new Map<string, (event: Event) => void>()
        this.addEventListener = (name, listener) => void listeners.set(name, listener)
        hear = (name, event) => listeners.get(name)!(event)
      }
      addEventListener: (name: string, listener: (event: Event) => void) => void
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A stream of a page that was drawn at 10, and has heard 11, 12 and 13. */
async function opened() {
  const { openStream } = (await import(new URL('../../../public/js/live-stream.js', import.meta.url).href)) as {
    openStream: (from: { since: string; reader: string }, tell: (message: Told) => void) => Stream
  }
  const told: Told[] = []
  const stream = openStream({ since: '10.10', reader: 'x' }, (message) => told.push(message))
  hear('hello', { lastEventId: '', data: 'a' })
  for (const [id, topics] of [[11, 'order'], [12, 'hold'], [13, 'claim task']]) hear('changed', { lastEventId: `${id}`, data: `${topics}` }) // prettier-ignore
  return { stream, told }
}

test('a tab that comes later is told what was heard since its page was drawn, and nothing twice', async () => {
  const { stream } = await opened()
  expect(stream.missed('13.25')).toEqual([])
  expect(stream.missed('12.23')).toEqual(['claim', 'task'])
  expect(stream.missed('10.10')).toEqual(['order', 'hold', 'claim', 'task'])
})

test('a page older than what is remembered is told that all may have changed', async () => {
  const { stream } = await opened()
  expect(stream.missed('9.9')).toBeUndefined()
})

test('what was committed late is told to who comes after it, whatever their page says', async () => {
  const { stream, told } = await opened()
  hear('changed', { lastEventId: '8', data: 'refund' })
  expect(told.at(-1)).toMatchObject({ is: 'news', topics: ['refund'] })
  expect(stream.missed('13.25')).toEqual(['refund'])
  expect(stream.missed('9.9')).toBeUndefined()
})
