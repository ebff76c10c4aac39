/** A browser with a cookie jar of its own, signed in as nobody yet. */
import { eq } from 'drizzle-orm'
import { people } from '../../db/schema.ts'
import { hashPassword } from '../../src/features/people/passwords.ts'
import type { TestWorld } from '../world.ts'

export const PASSWORD = '雨后的石板路-42'

/** Gives the person a password to sign in with. */
export async function givePassword(w: TestWorld, handle: string, password = PASSWORD) {
  const passwordHash = await hashPassword(password)
  await w.store.write((tx) => tx.update(people).set({ passwordHash }).where(eq(people.handle, handle)))
}

export function visitor(w: Pick<TestWorld, 'app'>) {
  const jar = new Map<string, string>()
  async function ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, host: 'board.example', 'sec-fetch-site': 'same-origin', ...init.headers }
    const response = await w.app.request(`http://board.example${path}`, { redirect: 'manual', ...init, headers })
    for (const set of response.headers.getSetCookie()) {
      const [name, value] = set.split(';')[0]!.split('=') as [string, string]
      if (/max-age=0/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  const post = (path: string, form: Record<string, string | string[]> = {}, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form)) for (const v of [value].flat()) body.append(name, v)
    return ask(path, { method: 'POST', body, headers })
  }
  return {
    jar,
    get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers }),
    post,
    page: async (path: string) => (await ask(path)).text(),
    signIn: (handle: string, password = PASSWORD, next?: string) =>
      post('/sign-in', { handle, password, ...(next && { next }) }),
  }
}
