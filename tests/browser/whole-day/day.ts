/** One day of a shop: a server with its clock, a mailbox, and five people, each in a browser of their own. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { jobs } from '../../../src/board.ts'
import { openMail } from '../../../src/core/mail.ts'
import { readMailSettings } from '../../../src/core/mail-settings.ts'
import { MINUTE, type Clocktime, type Day } from '../../../src/core/time.ts'
import { sendingJob } from '../../../src/features/outbox/index.ts'
import { prizeOf, setting } from '../../claims/scene.ts'
import { publish } from '../../days/scene.ts'
import { openPostOffice } from '../../outbox/postoffice.ts'
import { givePassword, PASSWORD } from '../../people/visitor.ts'
import { routed } from '../../reports/scene.ts'
import { at, TODAY } from '../../world.ts'
import { complaintsOf, launchBrowser, openPage } from '../chromium.ts'
import { openSite } from '../server.ts'

export const TOMORROW: Day = '2026-11-21'

/** Nobody sits longer without a touch; the shop locks after two hours. */
const STILL = 90 * MINUTE

type Colleague = Awaited<ReturnType<typeof sitDown>>
export type WorkingDay = Awaited<ReturnType<typeof openDay>>

/** A computer of somebody's own: the board stays open on one page, they work on another. */
async function sitDown(browser: Browser, url: string, handle: string) {
  const locking = { expect: /status of 401/ } // of a panel that asks while its screen is being locked
  const { page: board, complaints } = await openPage(browser, locking)
  const desk = await board.context().newPage()
  const desksComplaints = complaintsOf(desk, locking)
  let present = false

  /** By name and password, to one's board. */
  async function signIn() {
    await board.goto(`${url}/sign-in?as=`)
    await board.fill('#handle', handle)
    await board.fill('#password', PASSWORD)
    await board.keyboard.press('Enter')
    await board.waitForURL('**/board')
    await board.evaluate('window.stays = true')
    present = true
  }
  return {
    handle,
    board,
    desk,
    complaints: () => [...complaints, ...desksComplaints],
    signIn,
    isPresent: () => present,
    /** Opens a page to work on. */
    async open(path: string): Promise<Page> {
      await desk.goto(url + path)
      return desk
    },
    /** A hand on the mouse: what board.js tells the server of it. */
    async touch() {
      const status = await board.evaluate(`fetch('/here', { method: 'POST' }).then(({ status }) => status)`)
      if (status !== 204) throw new Error(`${handle} is locked out: ${String(status)}`)
    },
    /** The screen is locked with one key; whoever comes back types their password. */
    async goHome() {
      await desk.goto('about:blank')
      await board.keyboard.press('l')
      await board.waitForURL('**/sign-in**')
      present = false
    },
    async comeBack() {
      await board.fill('#password', PASSWORD)
      await board.keyboard.press('Enter')
      await board.waitForURL('**/board')
      await board.evaluate('window.stays = true')
      present = true
    },
    /** The board has shown all it shows without being loaded again. */
    neverReloaded: () => board.evaluate<boolean>('window.stays === true'),
  }
}

export async function openDay() {
  const [browser, post] = await Promise.all([launchBrowser(), openPostOffice()])
  const mail = openMail(readMailSettings({ SMTP_URL: post.url, MAIL_FROM: 'board@example.com' })!)
  const site = await openSite({ live: true, mail })
  const { world } = site
  world.world.dataDir = mkdtempSync(join(tmpdir(), 'zaowan-day-'))
  world.clock.now = at('08:20')
  const sending = sendingJob({ mail: mail.send })

  const handles = ['小满', '阿北', '松针', '木樨', '南星'] as const
  const people = {} as Record<(typeof handles)[number], Colleague>
  for (const handle of handles) {
    await givePassword(world, handle)
    people[handle] = await sitDown(browser, site.url, handle)
  }
  for (const day of [TODAY, TOMORROW]) await publish(world, { 小满: 'day', 松针: 'day', 木樨: 'day', 阿北: 'night' }, day) // prettier-ignore
  await setting(world, { idleLockMinutes: 120 })
  await routed(world)
  await prizeOf(world, 'physical')

  /** All that src/board.ts starts each half minute. */
  async function sweep() {
    for (const job of [...jobs(), sending]) await job.sweep(world.clockContext())
  }
  const touchAll = () =>
    Promise.all(
      Object.values(people)
        .filter((one) => one.isPresent())
        .map((one) => one.touch()),
    )

  return {
    world,
    people,
    mail: () => post.arrived,
    /** It becomes that late: whoever is there goes on working, and what is due is done. */
    async until(time: Clocktime, day: Day = TODAY) {
      for (const end = at(time, day); world.clock.now < end; await touchAll())
        world.clock.now = Math.min(end, world.clock.now + STILL)
      await sweep()
    },
    async close() {
      await browser.close()
      await sending.stop!()
      mail.close()
      await Promise.all([site.close(), post.close()])
    },
  }
}
