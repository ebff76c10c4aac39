/** user add, user list, user disable */
import { roles, type Role } from '../access.ts'
import { readConfig } from '../core/config.ts'
import type { Context } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import { fold } from '../core/text.ts'
import { addPerson, peopleOf, personByKey, roleFrom, type Person } from '../features/people/index.ts'
import { disablePerson } from '../features/people/leaving.ts'
import { shopsOf } from '../features/shops/index.ts'
import type { Call } from './call.ts'
import { atDesk, shopCalled } from './desk.ts'
import { words } from './messages.ts'
import { columns } from './print.ts'

/** Prints the link with which the person sets a password; nobody gets one that others know. */
export const add = (call: Call) =>
  atDesk(call, async (ctx) => {
    const [handle = ''] = call.given
    const person = { handle, roles: listed(call, 'roles').map(roleCalled), shopIds: await shopIdsCalled(call, ctx) }
    const password = call.has('password-stdin') ? (await call.terminal.input()).replace(/\r?\n$/, '') : undefined
    const { inviteToken } = await addPerson(ctx, { ...person, ...(password !== undefined && { password }) })
    const t = words(call.lang)
    call.terminal.out(inviteToken ? t.userInvited(handle) : t.userAdded(handle))
    if (inviteToken) call.terminal.out(`${addressOf(call)}invite/${inviteToken}`)
  })

export const list = (call: Call) =>
  atDesk(call, async (ctx) => {
    const people = await peopleOf(ctx.read, ctx.who.shopIds)
    const codes = new Map((await shopsOf(ctx.read, ctx.who.shopIds)).map((shop) => [shop.id, shop.code]))
    const shown = people.map(({ handle, roles, shopIds, disabledAt, passwordHash }) => {
      const state = disabledAt !== null ? 'disabled' : passwordHash === null ? 'invited' : 'active'
      return { handle, roles, shops: shopIds.map((id) => codes.get(id)!), state } as const
    })
    if (call.has('json')) return call.terminal.out(JSON.stringify(shown))
    const t = words(call.lang)
    if (!shown.length) call.terminal.out(t.noPeople)
    const rows = shown.map((p) => [p.handle, p.roles.join(','), p.shops.join(','), t.personStates[p.state]])
    for (const line of columns(rows)) call.terminal.out(line)
  })

export const disable = (call: Call) =>
  atDesk(call, async (ctx) => {
    const person = await personCalled(ctx, call.given[0]!)
    const idCalled = async (handle: string | undefined) =>
      handle === undefined ? undefined : (await personCalled(ctx, handle)).id
    const heir = await idCalled(call.option('heir'))
    await disablePerson(ctx, person.id, heir, (await idCalled(call.option('report-heir'))) ?? heir)
    call.terminal.out(words(call.lang).userDisabled(person.handle))
  })

const listed = (call: Call, option: string) => call.option(option)!.split(',').filter(Boolean)

function roleCalled(word: string): Role {
  const role = roleFrom(word)
  if (role) return role
  throw new AppError('invalid', (lang) => words(lang).noSuchRole(word, roles.join(' ')))
}

async function shopIdsCalled(call: Call, ctx: Context) {
  const ids: string[] = []
  for (const code of listed(call, 'shops')) ids.push((await shopCalled(ctx, code)).id)
  return ids
}

async function personCalled(ctx: Context, handle: string): Promise<Person> {
  const person = await personByKey(ctx.read, fold(handle))
  if (!person) throw new AppError('not_found', (lang) => words(lang).noSuchPerson(handle))
  return person
}

/** Where the board is reached, as far as this machine knows. */
function addressOf({ terminal }: Call) {
  const { publicUrl, port } = readConfig(terminal.env)
  return publicUrl?.href ?? `http://localhost:${port}/`
}
