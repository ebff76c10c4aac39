/** The program as a process: its streams, its exit status, its signals. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { engine } from '../../db/schema.ts'
import { visitorOf } from '../demo/visitor.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Pages are JSX, which Node does not read by itself: what serves them goes through tsx. */
const serves = (args: readonly string[]) => args[0] === 'src/main.ts' || args[1] === 'demo'

function start(dataDir: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [...(serves(args) ? ['--import', 'tsx'] : []), ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', HOST: '127.0.0.1', LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  return child
}

const newDataDir = () => mkdtempSync(join(tmpdir(), 'zaowan-process-'))

async function ended(child: ChildProcess) {
  const [out, err, [status]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { out, err, status: status as number | null }
}

/** The board once it says where it is. */
async function board(dataDir: string, env: NodeJS.ProcessEnv = {}) {
  const child = start(dataDir, ['src/main.ts'], { PORT: '0', ...env })
  let said = ''
  child.stdout.on('data', (bytes) => (said += String(bytes)))
  child.stderr.on('data', (bytes) => (said += String(bytes)))
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/http:\/\/localhost:\d+\/[^]*\n/)
  const url = /http:\/\/localhost:\d+/.exec(said)![0]
  const visitor = visitorOf((request) => {
    const { pathname, search } = new URL(request.url)
    return fetch(new Request(url + pathname + search, request), { redirect: 'manual' })
  })
  return { child, url, visitor, said: () => said }
}

describe.runIf(engine === 'sqlite')('the program', () => {
  test('--json puts JSON on standard output and nothing else, reasons go to standard error', async () => {
    const dir = newDataDir()
    expect((await ended(start(dir, ['src/cli.ts', 'shop', 'add', 'CY', '--name', '澄野家居']))).status).toBe(0)
    const fine = await ended(start(dir, ['src/cli.ts', 'orders', '--shop', 'CY', '--json']))
    expect([fine.status, JSON.parse(fine.out), fine.err]).toEqual([0, [], ''])
    const refused = await ended(start(dir, ['src/cli.ts', 'orders', '--shop', 'NO', '--json']))
    expect([refused.status, refused.out]).toEqual([1, ''])
    expect(refused.err).toBe('没有做成：没有代码是 NO 的店铺。有：CY 澄野家居\n')
  })

  test('the board says where it is and which token sets it up; a signal ends it in good order', async () => {
    const dir = newDataDir()
    const { child, visitor, said } = await board(dir)
    await expect.poll(said).toMatch(/令牌：\w{4}-\w{4}-\w{4}-\w{4}\n/)
    expect((await visitor.get('/healthz')).text).toBe('ok')
    await expect.poll(async () => (await visitor.get('/readyz')).text).toBe('{"ok":true,"problems":[]}')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(readdirSync(dir)).toEqual(['zaowan.db']) // the write-ahead log is in the file, nothing else lies about
  })

  test('a port in use and a wrong setting are told in one line', async () => {
    const { url } = await board(newDataDir())
    const second = await ended(start(newDataDir(), ['src/main.ts'], { PORT: new URL(url).port }))
    expect([second.status, second.out]).toEqual([1, ''])
    expect(second.err.trim().split('\n')).toEqual([expect.stringContaining('端口被别的程序占着')])
    const third = await ended(start(newDataDir(), ['src/main.ts'], { PORT: 'eighty', LANG: 'en_US.UTF-8' }))
    expect([third.status, third.err.trim().split('\n').length]).toEqual([1, 1])
    expect(third.err).toContain('PORT')
  })

  test('beside a running board the command line adds what its pages show', async () => {
    const dir = newDataDir()
    const { visitor } = await board(dir)
    await ended(start(dir, ['src/cli.ts', 'shop', 'add', 'CY', '--name', '澄野家居']))
    const add = ['src/cli.ts', 'user', 'add', '南星', '--roles', 'manager', '--shops', 'CY']
    const { out } = await ended(start(dir, add))
    const invite = /\/invite\/\S+/.exec(out)![0]
    const page = await visitor.get(invite)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('南星')])
  })

  test('the demo is entered by who asks for it, left again, and never seen by others', async () => {
    const { visitor, url } = await board(newDataDir())
    visitor.jar.set('zaowan-world', 'demo') // of a demo that ended with the process before
    expect((await visitor.get('/orders')).path).toBe('/')
    visitor.jar.delete('zaowan-world')
    expect((await visitor.get('/demo')).text).toContain('action="/demo"')
    expect((await visitor.get('/demo/roles')).status).toBe(404)
    expect((await visitor.post('/demo')).path).toBe('/demo/roles')
    const shop = await visitor.post('/demo/roles', { face: 'manager' })
    expect([shop.status, shop.text]).toEqual([200, expect.stringContaining('澄野家居')])
    expect((await visitor.get('/demo')).path).toBe('/demo/roles')
    expect((await fetch(`${url}/demo/roles`)).status).toBe(404)
    expect((await visitor.post('/demo/leave')).text).toContain('action="/demo"')
  })

  test('zaowan demo is a board of its own that asks for no password', { timeout: 90_000 }, async () => {
    const child = start(newDataDir(), ['src/cli.ts', 'demo'], {
      PORT: '0',
      DATABASE_URL: 'postgres://nowhere.invalid/x',
    })
    let said = ''
    child.stdout.on('data', (bytes) => (said += String(bytes)))
    await expect.poll(() => said, { timeout: 60_000 }).toContain('http://localhost:')
    const url = /http:\/\/localhost:\d+/.exec(said)![0]
    const answer = await fetch(url)
    expect([answer.status, new URL(answer.url).pathname]).toEqual([200, '/demo/roles'])
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
