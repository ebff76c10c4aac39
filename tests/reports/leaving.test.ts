/** REPORT-2: nobody drops out of a report's route unnoticed. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../db/kit.ts'
import { activity, people, personShops, reportRoutes } from '../../db/schema.ts'
import type { Role } from '../../src/access.ts'
import { assignDuties, disablePerson, enablePerson, type Duties } from '../../src/features/people/leaving.ts'
import { personById } from '../../src/features/people/index.ts'
import { routeOf, setRoute } from '../../src/features/reports/index.ts'
import { run } from '../cli/world.ts'
import { openWorld, type TestWorld } from '../world.ts'
import { addresses, freshReports, idOf, routed } from './scene.ts'

let w: TestWorld
/** Colleagues who could take over, or not quite: by handle. */
const ids: Record<string, string> = {}
beforeAll(async () => {
  w = await openWorld()
  await colleague('新主管', ['supervisor'], 'new-lead@shop.example')
  await colleague('没邮箱', ['supervisor'], null)
  await colleague('二店长', ['manager'], 'second@shop.example')
  await colleague('外主管', ['supervisor'], 'away@shop.example', w.shopB.id)
  await colleague('新客服', ['agent'], 'agent@shop.example')
})
beforeEach(async () => {
  await freshReports(w)
  for (const [handle, email] of Object.entries(mails)) await setEmail(handle, email)
  await routed(w)
})
afterAll(() => w.close())

const mails: Record<string, string | null> = {}
async function colleague(handle: string, roles: Role[], email: string | null, shopId = w.shopA.id) {
  const id = (ids[handle] = newId())
  mails[handle] = email
  await w.store.write(async (tx) => {
    await tx.insert(people).values({ id, handle, handleKey: handle, roles, email, hue: 1, createdAt: 1 })
    await tx.insert(personShops).values({ personId: id, shopId })
  })
}
const setEmail = (handle: string, email: string | null) =>
  w.store.write((tx) => tx.update(people).set({ email }).where(eq(people.id, ids[handle]!)))

const dutiesOf = async (handle: string): Promise<Duties> => {
  const { roles, shopIds, email, name, staffNumber } = (await personById(w.store.read, idOf(w, handle)))!
  return { roles, shopIds, email, name, staffNumber }
}
const change = async (handle: string, more: Partial<Duties>, heir?: string) =>
  assignDuties(w.as('管家'), idOf(w, handle), { ...(await dutiesOf(handle)), ...more }, undefined, heir)
const routeNow = async () => {
  const { to, cc } = (await routeOf(w.store.read, w.shopA.id))!
  return [to, cc].map((list) => list.map(({ handle }) => handle).join())
}
const heirsInLog = async () =>
  (await w.store.read.select().from(activity).where(eq(activity.kind, 'report.route_heir'))).map(({ after }) => after)

test.each([
  ['云舟', '没邮箱'],
  ['云舟', '外主管'],
  ['云舟', '新客服'],
  ['云舟', '二店长'],
  ['南星', '新主管'],
])('REPORT-2 in the place of %s %s cannot stand', async (who, heir) => {
  await expect(disablePerson(w.as('管家'), idOf(w, who), undefined, ids[heir])).rejects.toMatchObject({
    fields: { reportHeir: expect.any(Function) },
  })
  expect(await routeNow()).toEqual(['木樨,云舟', '南星'])
  expect((await personById(w.store.read, idOf(w, who)))!.disabledAt).toBeNull()
})

test('REPORT-2 the page offers for the reports only whom the route can name, and nothing to who gets none', async () => {
  const admin = await w.browserOf('管家')
  const offered = async (handle: string) => {
    const html = await (await admin.get(`/people/${idOf(w, handle)}`)).text()
    const [, options] = /<select id="report-heir"[^>]*>(.*?)<\/select>/.exec(html) ?? []
    return options?.match(/>[^<]+<\/option>/g)?.map((option) => option.slice(1, -9))
  }
  expect([await offered('云舟'), await offered('南星'), await offered('小满')]).toEqual([
    ['新主管'],
    ['二店长'],
    undefined,
  ])
  await setEmail('新主管', null)
  expect(await (await admin.get(`/people/${idOf(w, '云舟')}`)).text()).toContain('没有能接的人')
})

test('REPORT-2 whoever leaves by the page leaves their place to who was chosen, and the log says so', async () => {
  const before = (await heirsInLog()).length
  const admin = await w.browserOf('管家')
  const disable = (form: Record<string, string>) => admin.post(`/people/${idOf(w, '云舟')}/disable`, form)
  const refused = await disable({ reportHeir: '' })
  expect([refused.status, (await refused.text()).includes('先在“日报发给谁”里改')]).toEqual([422, true])
  expect((await disable({ reportHeir: ids['新主管']! })).status).toBe(303)
  expect(await routeNow()).toEqual(['木樨,新主管', '南星'])
  expect((await heirsInLog()).slice(before)).toEqual([{ from: '云舟', to: '新主管' }])
  await enablePerson(w.as('管家'), idOf(w, '云舟'))
  expect(await routeNow()).toEqual(['木樨,新主管', '南星'])
})

test('REPORT-2 an address to which reports go is not cleared, and says what to do; another one is fine', async () => {
  await expect(change('云舟', { email: null })).rejects.toMatchObject({ fields: { email: expect.any(Function) } })
  await expect(change('云舟', { email: '云舟@shop.example' })).rejects.toMatchObject({ code: 'invalid' })
  expect((await dutiesOf('云舟')).email).toBe(addresses['云舟'])
  const refused = await change('云舟', { email: null }).catch((error: { in(lang: string): string }) => error.in('en'))
  expect(refused).toContain('First let somebody else get the daily reports')
  await change('云舟', { email: 'other@shop.example' })
  await change('小满', { email: null })
  expect(await routeNow()).toEqual(['木樨,云舟', '南星'])
})

test('REPORT-2 a role that ends the right, and a shop that is taken away, need somebody in their place too', async () => {
  for (const more of [{ roles: ['agent'] as Role[] }, { shopIds: [w.shopB.id] }]) {
    await expect(change('云舟', more)).rejects.toMatchObject({ fields: { reportHeir: expect.any(Function) } })
    await change('云舟', more, ids['新主管'])
    expect(await routeNow()).toEqual(['木樨,新主管', '南星'])
    await change('云舟', { roles: ['director'], shopIds: [w.shopA.id] })
    await routed(w)
  }
  await change('云舟', { roles: ['supervisor'] }) // still leads the shop
  expect(await routeNow()).toEqual(['木樨,云舟', '南星'])
  await change('云舟', { roles: ['director'] })
})

test('REPORT-2 an address is not cleared on one shop’s page while another shop’s reports go to it', async () => {
  const both = idOf(w, '管家')
  const here = (to: string[]) => ({ to, cc: [idOf(w, '南星')] })
  await w.store.write(async (tx) => {
    await tx.update(people).set({ email: 'guanjia@shop.example' }).where(eq(people.id, both))
    await tx.insert(reportRoutes).values({ shopId: w.shopB.id, to: [both], cc: [], changedAt: 1 })
  })
  const wish = { ...here([idOf(w, '木樨')]), addresses: { [both]: '' } }
  await expect(setRoute(w.as('南星'), w.shopA.id, wish)).rejects.toMatchObject({
    fields: { [`address-${both}`]: expect.any(Function) },
  })
})

test('REPORT-2 two leave at once to the same heir: one of them, and the route names nobody twice', async () => {
  await setEmail('没邮箱', 'now@shop.example')
  const leave = (who: string) => disablePerson(w.as('管家'), idOf(w, who), undefined, ids['新主管'])
  const results = await Promise.allSettled([leave('云舟'), leave('木樨')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await routeNow())[0]!.split(',').sort()).toContain('新主管')
  for (const who of ['云舟', '木樨']) await enablePerson(w.as('管家'), idOf(w, who))
})

test('REPORT-2 on the command line: refused in words, then with --report-heir', async () => {
  const refused = await run('user disable 云舟 --lang en')
  expect([refused.status === 0, refused.err]).toEqual([false, expect.stringContaining('choose who takes over')])
  expect((await run('user disable 云舟 --report-heir 新主管')).status).toBe(0)
  expect(await routeNow()).toEqual(['木樨,新主管', '南星'])
  await enablePerson(w.as('管家'), idOf(w, '云舟'))
})
