/** The test world behind a real server on a free port, for real browsers. */
import type { Page } from 'playwright-core'
import { sessions } from '../../db/schema.ts'
import type { Mail } from '../../src/core/mail.ts'
import { hashed, newToken, sessionCookie } from '../../src/features/people/sessions.ts'
import { liveApp } from '../../src/live-app.ts'
import { listen } from '../../src/server.ts'
import { openWorld, type TestWorld } from '../world.ts'

export type Site = Awaited<ReturnType<typeof openSite>>

/** Open pages hear what happens as it happens, as in the product. */
async function serveLive({ world }: TestWorld, port: number) {
  const { live, fetch } = liveApp(world)
  const server = await listen(fetch, port, '127.0.0.1')
  return {
    port: server.port,
    async stop() {
      await live.stop()
      await server.stop()
    },
  }
}

type Wish = {
  live?: boolean
  /** Letters can leave, as the pages say. */
  mail?: Mail
}

/** `site.world` is the test world, its clock can be set; `site.url` has no slash at its end. */
export async function openSite({ live = false, mail }: Wish = {}) {
  const world = await openWorld()
  if (mail) world.world.mail = mail
  const begin = (port: number) => (live ? serveLive(world, port) : listen(world.app.fetch, port, '127.0.0.1'))
  let server = await begin(0)
  const { port } = server
  const url = `http://127.0.0.1:${port}`

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
    /** The server goes, and comes back at the same address. */
    goDown: () => server.stop(),
    comeBack: async () => void (server = await begin(port)),
    async close() {
      await server.stop()
      await world.close()
    },
  }
}
