import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { engine } from '../../db/schema.ts'
import { faces } from '../../db/seeds/people.ts'
import { HOUR, instantOf, MINUTE } from '../../src/core/time.ts'
import { asksForDemo, makeDemo, type Demo } from '../../src/demo.ts'
import { visitorOf } from './visitor.ts'

const ZONE = 'Asia/Shanghai'
const open: Demo[] = []
afterEach(async () => {
  for (const demo of open.splice(0)) await demo.stop()
})

/** The demo as somebody finds it whose own clock shows this. */
function demoAt(time: string, day = '2026-11-22') {
  const outside = { now: instantOf(day, time, ZONE) }
  const demo = makeDemo({ publicUrl: undefined }, () => outside.now)
  open.push(demo)
  return { demo, outside, visitor: visitorOf((request) => demo.fetch(request)) }
}

const linksOf = (html: string) =>
  [...(/<nav [^>]*>(.*?)<\/nav>/s.exec(html)?.[1] ?? '').matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)

describe.runIf(engine === 'sqlite')('the demo shop', () => {
  test.each([
    ['03:00', '2026-11-22'], // a Sunday night
    ['12:00', '2026-10-01'], // National Day
    ['23:50', '2026-12-31'],
  ])('entered at %s on %s it is a working afternoon with something to do', async (time, day) => {
    const { demo, visitor } = demoAt(time, day)
    await demo.lay()
    const picker = await visitor.get('/demo/roles')
    expect(picker.text).toContain('演示里现在是 15:24')
    const page = await visitor.post('/demo/roles', { face: 'dayAgent' })
    expect(page.status).toBe(200)
    const cutoff = Number(/role="timer" data-until="(\d+)"/.exec(page.text)?.[1])
    expect(cutoff).toBe(instantOf(day, '16:00', ZONE))
    const orders = await visitor.get('/orders')
    expect(orders.text).toMatch(/31[89]\d{16}/)
  })

  test('who enters after its evening is over gets a new afternoon; who comes before shares the same', async () => {
    const { demo, outside, visitor } = demoAt('12:00')
    await demo.lay()
    await visitor.post('/demo/roles', { face: 'manager' })
    outside.now += 2 * HOUR
    await visitor.post('/demo')
    expect((await visitor.get('/orders')).path).toBe('/orders')
    outside.now += 2 * HOUR
    await visitor.post('/demo')
    expect((await visitor.get('/demo/roles')).text).toContain('演示里现在是 15:24')
    expect((await visitor.get('/orders')).path).toBe('/demo/roles') // the old afternoon's session went with it

    const day = async () => /name="day" value="([^"]+)"/.exec((await visitor.get('/demo/roles')).text)![1]!
    const again = async () => (await visitor.post('/demo/again', { day: await day(), from: 'morning' })).status
    expect(await again()).toBe(200)
    expect((await visitor.get('/demo/roles')).text).toContain('演示里现在是 08:25')
    expect(await again()).toBe(409) // two days within a minute: others work on this machine
  })

  describe('one afternoon', () => {
    const outside = { now: instantOf('2026-11-22', '12:00', ZONE) }
    const demo = makeDemo({ publicUrl: undefined }, () => outside.now)
    const visitorHere = () => visitorOf((request) => demo.fetch(request))
    let cpu: NodeJS.CpuUsage
    beforeAll(async () => {
      const before = process.cpuUsage()
      await Promise.all([demo.lay(), demo.lay(), demo.lay()])
      cpu = process.cpuUsage(before)
    })
    afterAll(() => demo.stop())

    test('is one for all who enter at once, and quick to lay', async () => {
      expect((await visitorHere().get('/demo/roles')).text.match(/name="face"/g)).toHaveLength(faces.length)
      expect((cpu.user + cpu.system) / 1e6).toBeLessThan(5) // seconds of work, twice what an idle machine takes: other tests run beside this one
    })

    test('lets every face reach every page that its menu shows', async () => {
      const visitor = visitorHere()
      for (const { face, handle } of faces) {
        const start = await visitor.post('/demo/roles', { face })
        expect(start.text).toContain(handle)
        const links = linksOf(start.text)
        expect(links.length, face).toBeGreaterThan(1)
        for (const href of links) {
          const page = await visitor.get(href)
          expect([face, href, page.status, page.path.startsWith('/demo')]).toEqual([face, href, 200, false])
        }
      }
    })

    test('shows its faces where a board would ask for a password', async () => {
      const visitor = visitorHere()
      for (const path of ['/', '/orders', '/sign-in?next=/orders'])
        expect((await visitor.get(path)).path).toBe('/demo/roles')
    })

    test('runs on', async () => {
      outside.now += 20 * MINUTE
      expect((await visitorHere().get('/demo/roles')).text).toContain('演示里现在是 15:44')
    })
  })
})

test('only the browser that entered is shown the demo', () => {
  const asks = (cookie?: string) =>
    asksForDemo(new Request('http://x/', cookie === undefined ? {} : { headers: { cookie } }))
  expect([asks(), asks('zaowan=abc'), asks('xzaowan-world=demo'), asks('zaowan-world=demon')]).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect([asks('zaowan-world=demo'), asks('a=1; zaowan-world=demo; b=2')]).toEqual([true, true])
})
