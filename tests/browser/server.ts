/** The test world behind a real server on a free port, for real browsers. */
import type { Page } from 'playwright-core'
import { sessions } from '../../db/schema.ts'
import { hashed, newToken, sessionCookie } from '../../src/features/people/sessions.ts'
import { listen } from '../../src/server.ts'
import { openWorld } from '../world.ts'

export type Site = Awaited<ReturnType<typeof openSite>>

/** `site.world` is the test world, its clock can be set; `site.url` has no slash at its end. */
export async function openSite() {
  const world = await openWorld()
  const server = await listen(world.app.fetch, 0, '127.0.0.1')
  const url = `http://127.0.0.1:${server.port}`

  /** From here on the page's requests come from this person. */
  async function signInAs(page: Page, handle: string) {
    const { id, shopIds } = world.actors[handle]!
    const token = newToken()
    const { now } = world.clock
    const session = { id: hashed(token), personId: id!, shopId: shopIds[0], createdAt: now, seenAt: now }
    await world.store.write((tx) => tx.insert(sessions).values(session))
    await page.context().addCookies([{ name: sessionCookie(world.world), value: token, url }])
  }

  return {
    world,
    url,
    signInAs,
    async close() {
      await server.stop()
      await world.close()
    },
  }
}
