import { afterAll, beforeAll, expect, test } from 'vitest'
import { deedsOf, last, openScene, type Scene } from './scene.ts'
import { SECRET, TOKEN } from './platform.ts'

let s: Scene
beforeAll(async () => {
  s = await openScene()
})
afterAll(() => s.close())

const asManager = () => s.browserOf('南星')
const open = async (path: string, handle = '南星') => (await (await s.browserOf(handle)).get(path)).text()
const idAt = (response: Response) => response.headers.get('location')!.split('/').at(-1)!.split('?')[0]!
let id: string

test('an empty page says what belongs here; a pasted address is recognised, sealed, and shown as four characters', async () => {
  expect(await open('/robots')).toContain('把急事说到群里')
  const browser = await asManager()
  const form = { name: '售后群', address: s.platform.urls.dingtalk, secret: SECRET }
  const added = await browser.post('/robots', form)
  expect(added.status).toBe(303)
  id = idAt(added)
  for (const html of [await open('/robots'), await open(`/robot/${id}`), await open('/activity')]) {
    expect(html).toContain('售后群')
    for (const secret of [TOKEN, SECRET, s.platform.origin]) expect(html).not.toContain(secret)
  }
  expect(await open('/robots')).toContain(`<code>…${TOKEN.slice(-4)}</code>`)
  expect((await browser.post('/robots', form)).status).toBe(409)
  expect((await deedsOf(s, id)).map(({ kind }) => kind)).toEqual(['robot.added'])
})

test.each([
  ['address', { address: `https://evil.example/robot/send?access_token=${TOKEN}` }],
  ['address', { address: 'http://169.254.169.254/latest' }],
  ['address', { address: '' }],
  ['secret', { secret: 'two words' }],
  ['name', { name: '  ' }],
])('a wrong %s is refused in words that do not repeat it', async (field, wrong) => {
  const form = { name: '新群', address: s.platform.urls.feishu, secret: '', ...wrong }
  const refused = await (await asManager()).post('/robots', form, { 'hx-request': 'true' })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(html).toContain(field)
  expect(html).not.toContain(TOKEN)
  expect(html).not.toContain('evil')
})

test('a test line: the page says what the robot answered and what to do', async () => {
  s.platform.next.push({ body: { errcode: 310000, errmsg: 'keywords not in content, more: [https://x]' } })
  const browser = await asManager()
  expect((await browser.post(`/robot/${id}/test`)).headers.get('location')).toBe(`/robot/${id}`)
  expect(await open(`/robot/${id}`)).toContain('正在发，等平台回答')
  await s.deliver()
  const html = await open(`/robot/${id}`)
  expect(html).toContain('把关键词改成“早晚”')
  expect(html).toContain('DingTalk 310000: keywords not in content')
  expect(html).toContain(`/letter/${last(await s.letters()).id}`)
  expect(await open('/robots')).toContain('1 个机器人没说出去')
  s.clock.now += 60_000
  await browser.post(`/robot/${id}/test`)
  await s.deliver()
  expect(await open(`/robot/${id}`)).toContain('平台收下了')
})

test('the outbox names a robot’s letters by what they are, not by an id', async () => {
  const html = await open('/outbox')
  expect(html).toContain('群机器人')
  expect(html).toContain('群「售后群」：测试')
  expect(html.replaceAll(/"[^"]*"/g, '')).not.toContain(id)
})

test('which notices go where: the table is saved, logged once, and the same again changes nothing', async () => {
  const browser = await asManager()
  const form = { [`hold.${id}`]: 'calm', [`task.${id}`]: 'none', [`evil.${id}`]: 'calm', 'hold.nobody': 'calm' }
  await browser.post('/robots/topics', form)
  await browser.post('/robots/topics', form)
  const rows = (await deedsOf(s, id)).filter(({ kind }) => kind === 'robot.routed')
  expect(rows).toHaveLength(1)
  const html = await open('/robots')
  expect(html).toMatch(new RegExp(`name="hold\\.${id}"[^>]*>.*?value="calm" selected`, 's'))
  expect(await open('/activity')).toContain('暂缓 急的 → 全部，待办 急的 → 不发')
})

test('renamed, switched, given another address: one row each, twice is refused or changes nothing', async () => {
  const browser = await asManager()
  const post = async (path: string, form = {}) => (await browser.post(`/robot/${id}/${path}`, form)).status
  const other = s.platform.urls.dingtalk.replace(TOKEN, 'ffffffffffffffffffff9999')
  expect(await post('name', { name: '值班群' })).toBe(303)
  expect(await post('name', { name: '值班群' })).toBe(303)
  expect([await post('off'), await post('off'), await post('test')]).toEqual([303, 409, 409])
  expect([await post('on'), await post('on')]).toEqual([303, 409])
  expect(await post('address', { address: other })).toBe(303)
  expect(await post('address', { address: s.platform.urls.wecom })).toBe(422)
  expect(await open(`/robot/${id}`)).toContain('…9999')
  const deeds = (await deedsOf(s, id)).map(({ kind }) => kind).filter((kind) => !/tested|routed|added/.test(kind))
  expect(deeds).toEqual(['robot.renamed', 'robot.off', 'robot.on', 'robot.readdressed'])
})

test('two managers change it at once: one is told that somebody was faster', async () => {
  const { renameRobot } = await import('../../src/features/robots/actions.ts')
  const { saveRobot, findRobot } = await import('../../src/features/robots/store.ts')
  const was = await findRobot(s.store.read, s.actors['南星']!, id)
  await renameRobot(s.as('管家'), id, '甲群')
  const late = s.store.write((tx) => saveRobot(tx, was, { name: '乙群' }, s.clock.now))
  await expect(late).rejects.toThrow(/faster|just changed/)
})

test('removed it is gone from its pages, and its name stays in what was said', async () => {
  const browser = await asManager()
  expect((await browser.post(`/robot/${id}/remove`)).status).toBe(303)
  expect((await browser.get(`/robot/${id}`)).status).toBe(404)
  expect(await open('/robots')).not.toContain('甲群')
  expect(await open('/outbox')).toContain('群「售后群」：测试')
})

test('only those who own the shop; in English it says the same; the demo keeps no address', async () => {
  for (const handle of ['小满', '木樨', '云舟']) expect((await (await s.browserOf(handle)).get('/robots')).status).toBe(403) // prettier-ignore
  const response = await (await asManager()).get('/robots', { 'accept-language': 'en' })
  expect(await response.text()).toContain('Say what is urgent in the chat group')
  Object.assign(s.world, { demo: true, seal: undefined })
  expect(await open('/robots')).toContain('演示店铺不往外发')
  const refused = await (await asManager()).post('/robots', { name: 'x', address: s.platform.urls.wecom, secret: '' })
  expect(refused.status).toBe(409)
})
