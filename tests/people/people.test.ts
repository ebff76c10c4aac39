import { and, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activity, holds, people, sessions } from '../../db/schema.ts'
import { newId } from '../../db/kit.ts'
import { operator } from '../../src/core/context.ts'
import { makeContext } from '../../src/core/context.ts'
import { HOUR } from '../../src/core/time.ts'
import { addPeople, addPerson, invitePerson } from '../../src/features/people/actions.ts'
import { acceptInvite } from '../../src/features/people/invites.ts'
import { assignDuties, disablePerson, enablePerson } from '../../src/features/people/leaving.ts'
import { changePassword } from '../../src/features/people/own-account.ts'
import { peopleOf, personById } from '../../src/features/people/store.ts'
import { addOrder, openWorld, type TestWorld } from '../world.ts'
import { givePassword, PASSWORD, visitor } from './visitor.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

const idOf = (handle: string) => w.actors[handle]!.id!
const here = { stationToken: undefined, sessionId: undefined, address: 'test' }
const rowsAbout = (id: string) =>
  w.store.read
    .select()
    .from(activity)
    .where(eq(activity.subject, `person:${id}`))
    .orderBy(activity.seq)
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
let names = 0
const newcomer = async (roles: Parameters<typeof addPerson>[1]['roles'] = ['agent'], shops = [w.shopA.id]) =>
  (await addPerson(w.as('管家'), { handle: `新人${++names}`, roles, shopIds: shops })).person
const holdOf = async (ownerId: string, shop = w.shopA) => {
  const order = await addOrder(w, shop, { flag: 'purple', meaning: 'hold' })
  const hold = {
    id: newId(),
    shopId: shop.id,
    orderId: order.id,
    reason: 'information' as const,
    note: '问尺码',
    dueOn: '2026-11-21',
    state: 'open' as const,
    ownerId,
    ownerShift: 'day' as const,
    openedAt: 1,
    postponed: 0,
  }
  await w.store.write((tx) => tx.insert(holds).values(hold))
  return hold
}

describe('adding', () => {
  test('somebody is added with a link, and the log says it once for the shop', async () => {
    const { person, inviteToken } = await addPerson(w.as('南星'), {
      handle: '青禾',
      roles: ['agent'],
      shopIds: [w.shopA.id],
      email: 'qinghe@example.com',
    })
    expect(inviteToken).toHaveLength(43)
    expect(person).toMatchObject({ handle: '青禾', passwordHash: null, roles: ['agent'] })
    const [row, ...more] = await rowsAbout(person.id)
    expect(more).toEqual([])
    expect(row).toMatchObject({ kind: 'person.added', actor: '南星', shopId: w.shopA.id })
  })

  test('a handle that is taken, whatever its capitals, is refused, and of several people none is added', async () => {
    const list = ['初一', '小满'].map((handle) => ({ handle, roles: ['agent'] as const, shopIds: [w.shopA.id] }))
    expect(await code(addPeople(w.as('南星'), list))).toBe('conflict')
    expect((await peopleOf(w.store.read, [w.shopA.id])).map((p) => p.handle)).not.toContain('初一')
  })

  test('WHO-1 a supervisor adds agents, after-sales and warehouse, but no leads', async () => {
    const make = (who: string, role: 'agent' | 'supervisor' | 'manager' | 'admin') =>
      code(addPerson(w.as(who), { handle: `试${who}${role}`, roles: [role], shopIds: [w.shopA.id] }))
    expect(await make('木樨', 'agent')).toBe('done')
    expect(await make('木樨', 'supervisor')).toBe('forbidden')
    expect(await make('南星', 'supervisor')).toBe('done')
    expect(await make('南星', 'admin')).toBe('forbidden')
    expect(await make('管家', 'admin')).toBe('done')
    expect(await make('小满', 'agent')).toBe('forbidden')
  })

  test('WHO-2 nobody adds people to another shop', async () => {
    const person = { handle: '外人', roles: ['agent'] as const, shopIds: [w.shopB.id] }
    expect(await code(addPerson(w.as('南星'), person))).toBe('not_found')
  })

  test('the command line adds people to every shop that is passed in, with a password when one is given', async () => {
    const who = operator([w.shopA.id, w.shopB.id])
    const ctx = makeContext({ store: w.store, who, now: w.clock.now })
    const given = { handle: '掌柜', roles: ['manager'] as const, shopIds: [w.shopA.id, w.shopB.id], password: PASSWORD }
    const { person, inviteToken } = await addPerson(ctx, given)
    expect(inviteToken).toBeNull()
    expect((await visitor(w).signIn('掌柜')).status).toBe(303)
    expect((await rowsAbout(person.id)).map((row) => [row.actor, row.shopId])).toEqual([
      ['命令行', w.shopA.id],
      ['命令行', w.shopB.id],
    ])
    await disablePerson(ctx, person.id)
  })

  test('pasted lines: faults are named by line, and nobody is added', async () => {
    const manager = await w.browserOf('南星')
    const answer = await manager.post(
      '/people',
      { lines: '初二 客服\n初三 客户\n初四', shops: w.shopA.id },
      { 'hx-request': 'true' },
    )
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('第 2 行：“客户”不是角色')
    expect(text).toContain('第 3 行：初四还没有角色')
    expect((await peopleOf(w.store.read, [w.shopA.id])).map((p) => p.handle)).not.toContain('初二')
  })

  test('the links are shown once, on the answer itself', async () => {
    const manager = await w.browserOf('南星')
    const shown = await (
      await manager.post('/people', { lines: '初五 仓库 wu@example.com', shops: w.shopA.id }, { host: 'board.example' })
    ).text()
    const link = /http:\/\/board\.example(\/invite\/[\w-]{43})/.exec(shown)![1]!
    expect(await visitor(w).page(link)).toContain('初五，给自己设一个密码')
    expect(await (await manager.get('/people')).text()).not.toContain('/invite/')
  })
})

describe('links', () => {
  test('a link sets the password once and signs in', async () => {
    const { person, inviteToken } = await addPerson(w.as('南星'), {
      handle: '霜降',
      roles: ['agent'],
      shopIds: [w.shopA.id],
    })
    const browser = visitor(w)
    const form = { password: PASSWORD, again: PASSWORD }
    expect((await browser.post(`/invite/${inviteToken}`, form)).status).toBe(303)
    expect((await browser.get('/me')).status).toBe(200)
    expect((await visitor(w).post(`/invite/${inviteToken}`, form)).status).toBe(404)
    expect((await visitor(w).get(`/invite/${inviteToken}`)).status).toBe(404)
    expect((await rowsAbout(person.id)).map((row) => [row.kind, row.actor])).toEqual([
      ['person.added', '南星'],
      ['person.password_set', '霜降'],
    ])
  })

  test('two who open the same link at once: one sets the password', async () => {
    const { inviteToken } = await invitePerson(w.as('南星'), (await newcomer()).id)
    const both = await Promise.all(
      ['门前有一棵大槐树', '屋后有三亩小菜园'].map((p) => code(acceptInvite(w.clockContext(), inviteToken!, p, here))),
    )
    expect(new Set(both)).toEqual(new Set(['done', 'not_found']))
  })

  test('a new link ends the older one; a link ends after seven days', async () => {
    const { id } = await newcomer()
    const first = (await invitePerson(w.as('南星'), id)).inviteToken!
    const second = (await invitePerson(w.as('南星'), id)).inviteToken!
    expect((await visitor(w).get(`/invite/${first}`)).status).toBe(404)
    const now = w.clock.now
    w.clock.now = now + 7 * 24 * HOUR - 1
    expect((await visitor(w).get(`/invite/${second}`)).status).toBe(200)
    w.clock.now = now + 7 * 24 * HOUR
    expect((await visitor(w).get(`/invite/${second}`)).status).toBe(404)
    w.clock.now = now
  })

  test('a reset ends every session of the person', async () => {
    await givePassword(w, '小满')
    const desk = visitor(w)
    await desk.signIn('小满')
    const { inviteToken } = await invitePerson(w.as('木樨'), idOf('小满'))
    expect((await desk.get('/me')).status).toBe(200)
    await acceptInvite(w.clockContext(), inviteToken!, '换成另外一句长话', here)
    expect((await desk.get('/me')).status).toBe(303)
  })

  test('a password that is short, guessable or typed differently twice is refused at its field', async () => {
    const { inviteToken } = await invitePerson(w.as('南星'), (await newcomer()).id)
    const answer = async (password: string, again = password) => {
      const response = await visitor(w).post(`/invite/${inviteToken}`, { password, again }, { 'hx-request': 'true' })
      return /data-field="(\w+)">([^<]+)/.exec(await response.text())?.slice(1)
    }
    expect(await answer('1234567')).toEqual(['password', '至少 8 个字'])
    expect(await answer('12345678')).toEqual(['password', '太好猜了，换一个长一点的'])
    expect(await answer('门前有一棵大槐树', '门前有一棵小槐树')).toEqual(['again', '两次输的密码不一样，请再输一遍'])
  })
})

describe('duties', () => {
  const duties = (roles: Parameters<typeof assignDuties>[2]['roles'], shopIds = [w.shopA.id]) => ({
    roles,
    shopIds,
    email: null,
    name: null,
    staffNumber: null,
  })

  test('a change is one row with before and after; the same again is none', async () => {
    const { id } = await newcomer()
    await assignDuties(w.as('南星'), id, duties(['agent', 'supervisor']))
    await assignDuties(w.as('南星'), id, duties(['supervisor', 'agent']))
    const [, row, ...more] = await rowsAbout(id)
    expect(more).toEqual([])
    expect(row).toMatchObject({ kind: 'person.duties_changed', before: { roles: ['agent'] } })
    expect((await personById(w.store.read, id))!.roles).toEqual(['agent', 'supervisor'])
  })

  test('WHO-1 nobody lifts their own roles, nor touches who stands above them', async () => {
    const lift = (who: string, whom: string) => code(assignDuties(w.as(who), idOf(whom), duties(['manager'])))
    expect(await lift('南星', '南星')).toBe('forbidden')
    expect(await lift('木樨', '木樨')).toBe('forbidden')
    expect(await lift('木樨', '南星')).toBe('forbidden')
    expect(await lift('木樨', '小满')).toBe('forbidden')
    expect(await lift('南星', '管家')).toBe('forbidden')
    expect(await code(invitePerson(w.as('木樨'), idOf('南星')))).toBe('forbidden')
  })

  test('WHO-2 a person of another shop is not found, one who works there too is left to who has both shops', async () => {
    const both = await newcomer(['agent'], [w.shopA.id, w.shopB.id])
    expect(await code(assignDuties(w.as('南星'), idOf('外店'), duties(['agent'])))).toBe('not_found')
    expect(await code(assignDuties(w.as('南星'), both.id, duties(['agent'])))).toBe('forbidden')
    expect(await code(assignDuties(w.as('管家'), both.id, duties(['agent'])))).toBe('done')
  })

  test('WHO-6 who leaves a shop leaves its holds to somebody', async () => {
    const both = await newcomer(['agent'], [w.shopA.id, w.shopB.id])
    const hold = await holdOf(both.id, w.shopB)
    expect(await code(assignDuties(w.as('管家'), both.id, duties(['agent'])))).toBe('invalid')
    expect(await code(assignDuties(w.as('管家'), both.id, duties(['agent']), idOf('小满')))).toBe('invalid')
    await assignDuties(w.as('管家'), both.id, duties(['agent']), idOf('外店'))
    expect((await w.store.read.select().from(holds).where(eq(holds.id, hold.id)))[0]!.ownerId).toBe(idOf('外店'))
  })
})

describe('leaving', () => {
  test('a disabled person is out at once, and the log says so once however often it is pressed', async () => {
    const { id, handle } = await newcomer()
    await givePassword(w, handle)
    const desk = visitor(w)
    await desk.signIn(handle)
    await disablePerson(w.as('木樨'), id)
    await disablePerson(w.as('木樨'), id)
    expect(await w.store.read.$count(sessions, eq(sessions.personId, id))).toBe(0)
    expect((await desk.get('/me')).status).toBe(303)
    expect((await desk.signIn(handle)).status).toBe(422)
    expect((await rowsAbout(id)).filter((row) => row.kind === 'person.disabled')).toHaveLength(1)
    await enablePerson(w.as('木樨'), id)
    expect((await desk.signIn(handle)).status).toBe(303)
  })

  test('WHO-6 whose hands hold something is not disabled without an heir, who then has it', async () => {
    const { id } = await newcomer()
    const [first, second] = [await holdOf(id), await holdOf(id)]
    const refused = await disablePerson(w.as('木樨'), id).catch((e: { in(lang: string): string }) => e.in('zh'))
    expect(refused).toBe('手里还有 2 张暂缓，先选一个人接。')
    expect(await code(disablePerson(w.as('木樨'), id, idOf('松针')))).toBe('invalid')
    expect((await personById(w.store.read, id))!.disabledAt).toBeNull()
    await disablePerson(w.as('木樨'), id, idOf('小满'))
    for (const { id: holdId, orderId } of [first, second]) {
      expect((await w.store.read.select().from(holds).where(eq(holds.id, holdId)))[0]!.ownerId).toBe(idOf('小满'))
      const told = and(eq(activity.subject, `order:${orderId}`), like(activity.kind, 'hold.%'))
      expect(await w.store.read.$count(activity, told)).toBe(1)
    }
  })

  test('a failure half-way leaves the holds where they were', async () => {
    const { id } = await newcomer()
    const hold = await holdOf(id)
    const ctx = w.as('木樨')
    const failing = ctx.write(async () => {
      await disablePerson(ctx, id, idOf('小满'))
      throw new Error('half-way')
    })
    await expect(failing).rejects.toThrow('half-way')
    expect((await w.store.read.select().from(holds).where(eq(holds.id, hold.id)))[0]!.ownerId).toBe(id)
    expect((await personById(w.store.read, id))!.disabledAt).toBeNull()
  })

  test('the last manager or admin of a shop stays, and nobody disables themself', async () => {
    const ctx = makeContext({ store: w.store, who: operator([w.shopA.id, w.shopB.id]), now: w.clock.now })
    const admins = (await peopleOf(w.store.read, [w.shopA.id])).filter(
      (p) => p.roles.includes('admin') && p.handle !== '管家',
    )
    for (const admin of admins) await disablePerson(ctx, admin.id)
    expect(await code(disablePerson(w.as('管家'), idOf('管家')))).toBe('forbidden')
    expect(await code(disablePerson(ctx, idOf('管家')))).toBe('conflict')
    expect(await code(disablePerson(w.as('管家'), idOf('外店'), idOf('管家')))).toBe('done')
    expect(await code(enablePerson(w.as('管家'), idOf('外店')))).toBe('done')
  })

  test('two admins who disable each other at the same moment: one stays', async () => {
    await w.store.write((tx) => tx.update(holds).set({ state: 'released' }))
    const other = await newcomer(['admin'])
    const as = (p: { id: string; handle: string }) =>
      makeContext({
        store: w.store,
        who: { ...p, roles: ['admin'], shopIds: [w.shopA.id, w.shopB.id] },
        now: w.clock.now,
      })
    const one = { id: idOf('管家'), handle: '管家' }
    const both = await Promise.all([
      code(disablePerson(as(one), other.id)),
      code(disablePerson(as({ id: other.id, handle: other.handle }), one.id)),
    ])
    expect(new Set(both)).toEqual(new Set(['done', 'conflict']))
    await w.store.write((tx) => tx.update(people).set({ disabledAt: null }).where(eq(people.id, one.id)))
  })
})

describe('one’s own page', () => {
  test('a new password needs the current one, ends the other sessions and keeps this one', async () => {
    await givePassword(w, '阿北')
    const [desk, elsewhere] = [visitor(w), visitor(w)]
    await desk.signIn('阿北')
    await elsewhere.signIn('阿北')
    const next = '窗台上有两盆薄荷'
    const wrong = await desk.post('/me/password', { current: '不是这个', password: next, again: next })
    expect(wrong.status).toBe(422)
    const right = await desk.post('/me/password', { current: PASSWORD, password: next, again: next })
    expect([right.status, right.headers.get('location')]).toEqual([303, '/me?changed'])
    expect((await desk.get('/me')).status).toBe(200)
    expect((await elsewhere.get('/me')).status).toBe(303)
    expect((await visitor(w).signIn('阿北')).status).toBe(422)
  })

  test('guessing the current password at an open desk gets slow', async () => {
    await givePassword(w, '远志')
    const ctx = w.as('远志')
    for (let i = 0; i < 5; i++) expect(await code(changePassword(ctx, `guess ${i}`, PASSWORD, here))).toBe('invalid')
    expect(await code(changePassword(ctx, PASSWORD, '窗台上有两盆薄荷', here))).toBe('too_many')
  })

  test('the language is one’s own and stays', async () => {
    const agent = await w.browserOf('小满')
    expect(await (await agent.get('/me')).text()).toContain('lang="zh-CN"')
    await agent.post('/me/language', { language: 'en' })
    expect(await (await agent.get('/me', { 'accept-language': 'zh-CN' })).text()).toContain('<html lang="en"')
    await agent.post('/me/language', { language: 'zh' })
  })

  test('other places are signed out by one press', async () => {
    await givePassword(w, '松针')
    const [desk, elsewhere] = [visitor(w), visitor(w)]
    await desk.signIn('松针')
    await elsewhere.signIn('松针')
    expect(await desk.page('/me')).toContain('别处还登录着 1 处')
    await desk.post('/me/sessions/end')
    expect((await elsewhere.get('/me')).status).toBe(303)
    expect((await desk.get('/me')).status).toBe(200)
  })
})

describe('the people page', () => {
  test('everybody sees who works where; addresses, states and buttons are for those who manage', async () => {
    await w.store.write((tx) =>
      tx.update(people).set({ email: 'beifang@example.com' }).where(eq(people.handle, '阿北')),
    )
    const agent = await (await (await w.browserOf('小满')).get('/people')).text()
    const supervisor = await (await (await w.browserOf('木樨')).get('/people')).text()
    expect(agent).toContain('阿北')
    expect(agent).not.toContain('beifang@example.com')
    expect(agent).not.toContain('/new-people')
    expect(supervisor).toContain('beifang@example.com')
    expect(supervisor).toContain(`/people/${idOf('阿北')}`)
    expect(supervisor).not.toContain(`/people/${idOf('南星')}`)
    expect(agent).not.toContain('外店')
  })
})
