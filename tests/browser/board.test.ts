/** The live board in real browsers: what one does the others see, what one types stays. */
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notebook, sessions } from '../../db/schema.ts'
import { flagOrders, holdsOwnedBy, releaseHold } from '../../src/features/orders/index.ts'
import { publish } from '../days/scene.ts'
import { addOrder, at, orderNow, TODAY } from '../world.ts'
import { seriousProblems } from './axe.ts'
import { launchBrowser, newPage, type PageWish } from './chromium.ts'
import { openSite, type Site } from './server.ts'

let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchBrowser(), openSite({ live: true })])
  await publish(site.world, { 小满: 'day', 阿北: 'night' })
  for (const flag of ['red', 'blue']) await addOrder(site.world, site.world.shopA, { flag })
  site.world.clock.now = at('15:10')
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function boardOf(handle: string, wish?: PageWish): Promise<Page> {
  const page = await newPage(browser, wish)
  await site.signInAs(page, handle)
  await page.goto(`${site.url}/board`)
  return page
}

/** An order of 小满 on hold until today: a row of their due list. */
async function held(receiver: string) {
  const { world } = site
  const order = await addOrder(world, world.shopA, { receiver })
  const terms = { reason: 'information' as const, dueOn: TODAY, note: '新地址' }
  await flagOrders(world.as('小满'), [order.id], { flag: 'purple', remark: '等地址', hold: terms })
  const hold = (await holdsOwnedBy(world.store.read, world.actors.小满!.id!)).find((one) => one.orderId === order.id)! // prettier-ignore
  return { order, release: () => releaseHold(world.as('木樨'), hold.id, { flag: 'red', remark: '地址有了' }), hold }
}
/** A person can read and press them: nothing lies over the middle of any. */
const areUncovered = (page: Page, selector: string) =>
  page.evaluate<boolean>(`[...document.querySelectorAll('${selector}')].every((one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    return one.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })`)
const row = (page: Page, receiver: string) => page.locator('#p-due tbody tr', { hasText: receiver })

test('a hold released in one browser leaves the board in another, without a reload', async () => {
  const { hold } = await held('秦*川')
  const page = await boardOf('小满')
  await page.evaluate('window.stays = true')
  await row(page, '秦*川').waitFor()
  const lead = await newPage(browser)
  await site.signInAs(lead, '木樨')
  await lead.goto(`${site.url}/holds/${hold.id}`)
  await lead.locator('#release label', { hasText: '红' }).click()
  await lead.locator('#release-remark').fill('地址有了')
  await lead.locator('#release-remark').press('Enter')
  await row(page, '秦*川').waitFor({ state: 'detached' })
  expect(await page.evaluate('window.stays')).toBe(true)
})

test('the bar’s numbers follow what happens on every open page', async () => {
  await held('岳*岚')
  const page = await newPage(browser)
  await site.signInAs(page, '小满')
  await page.goto(`${site.url}/me`)
  const badge = page.locator('.bar a[href="/holds"] .badge').first()
  const before = Number(await badge.innerText())
  await held('岳*川')
  await page.locator('.bar a[href="/holds"] .badge', { hasText: String(before + 1) }).waitFor()
})

test('a list holds still under the pointer, says that there is more, and takes it when asked', async () => {
  const { release } = await held('姜*月')
  const page = await boardOf('小满')
  await row(page, '姜*月').hover()
  await release()
  const word = page.locator('#p-due').getByRole('button', { name: '有更新' })
  await word.waitFor()
  expect(await row(page, '姜*月').count()).toBe(1)
  await word.click()
  await row(page, '姜*月').waitFor({ state: 'detached' })
})

test('what stands below a list that changes does not jump under the pointer', async () => {
  const { release } = await held('尤*安')
  const page = await boardOf('小满', { width: 800 })
  await row(page, '尤*安').waitFor()
  const below = page.locator('#p-own-cutoff h2')
  await below.hover()
  const before = await below.boundingBox()
  await release()
  await below.hover({ position: { x: 9, y: 9 } }) // still on its way to a press
  await page.locator('#p-due[data-behind]').waitFor()
  expect(await below.boundingBox()).toEqual(before)
  await row(page, '尤*安').waitFor({ state: 'detached' }) // the pointer rests: nothing is about to be pressed
})

test('what is typed into the quick entry stays while the board changes around it', async () => {
  const { release } = await held('白*溪')
  const page = await boardOf('小满')
  await row(page, '白*溪').waitFor()
  await page.keyboard.press('5')
  await page.locator('#quick-note:focus').pressSequentially('色差问的人多1')
  await release()
  await row(page, '白*溪').waitFor({ state: 'detached' })
  expect(await page.inputValue('#quick-note')).toBe('色差问的人多1')
  expect(await page.evaluate('document.activeElement.id')).toBe('quick-note')
  await page.keyboard.press('Enter')
  await page.locator('.toast', { hasText: '记在备忘本里了' }).waitFor()
  expect(await page.locator('.quick details[open]').count()).toBe(0)
  expect(await page.inputValue('#quick-note')).toBe('')
  expect(await areUncovered(page, '.quick summary')).toBe(true)
})

test('WHO-3 somebody else signs in on this computer: nothing is done in their name, and the first one’s board is covered', async () => {
  const { release } = await held('龙*吟')
  const page = await boardOf('小满')
  await row(page, '龙*吟').waitFor()
  await site.signInAs(page, '阿北') // on another page of this browser
  await page.keyboard.press('5')
  await page.locator('#quick-note:focus').pressSequentially('这一条是小满的')
  await page.keyboard.press('Enter')
  await page.locator('#alerts', { hasText: '这一页是另一个人或另一家店的' }).waitFor()
  expect(await areUncovered(page, '#problem')).toBe(true)
  expect(await page.inputValue('#quick-note')).toBe('这一条是小满的')
  const noted = await site.world.store.read.select().from(notebook).where(eq(notebook.text, '这一条是小满的'))
  expect(noted).toEqual([])
  await release()
  await page.locator('#main').waitFor({ state: 'hidden' })
  await page.getByText('已经锁屏、退出或换了店铺').waitFor()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  // all that hangs on time would ask at once
  await page.evaluate(`new Promise((done) => { dispatchEvent(new Event('visibilitychange')); setTimeout(done) })`)
  expect(asked.filter((url) => !url.endsWith('/now'))).toEqual([])
})

test('locked and unlocked on one page: the other page of the same person is covered, and live again afterwards', async () => {
  const { release } = await held('梁*舟')
  const page = await boardOf('小满')
  await row(page, '梁*舟').waitFor()
  const lock = (lockedAt: number | null) =>
    site.world.store.write((tx) => tx.update(sessions).set({ lockedAt }).where(eq(sessions.personId, site.world.actors.小满!.id!))) // prettier-ignore
  await lock(at('15:00'))
  await page.locator('#main').waitFor({ state: 'hidden' })
  await lock(null)
  await page.evaluate('dispatchEvent(new Event("visibilitychange"))') // they come back to it
  await page.locator('#main').waitFor()
  await release()
  await row(page, '梁*舟').waitFor({ state: 'detached' })
})

test('flag and remark by key and last digits; refused at the field with nothing lost; Z takes it back', async () => {
  const { world } = site
  const order = await addOrder(world, world.shopA, { receiver: '温*宁' })
  const page = await boardOf('小满')
  await page.keyboard.press('1')
  const form = page.locator('.quick form[action="/board/quick/flag"]')
  await form.waitFor() // digits that follow each other like a scanner's are a scan
  await page.keyboard.type('99990000')
  await page.keyboard.press('Enter')
  await form.locator('label', { hasText: '红' }).click()
  await page.locator('#quick-flag-remark').fill('周五前要')
  await page.keyboard.press('Enter')
  await form.getByText('本店没有这个订单').waitFor()
  expect(await page.inputValue('#quick-flag-remark')).toBe('周五前要')
  expect(await page.evaluate('document.activeElement.id')).toBe('quick-flag-order')
  await page.locator('#quick-flag-order').fill(order.tid.slice(-6))
  await form.locator('output', { hasText: '温*宁' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.toast').getByRole('button', { name: '撤销' }).waitFor()
  expect((await orderNow(world, order.id)).flag).toBe('red')
  await page.keyboard.press('z')
  await page.locator('.toast', { hasText: '撤销了' }).waitFor()
  expect((await orderNow(world, order.id)).flag).toBe('grey')
})

test('a colleague was faster: their flag is shown, nothing typed is lost, and sent again it is meant', async () => {
  const { world } = site
  const order = await addOrder(world, world.shopA, { flag: 'blue', receiver: '祁*夏' })
  const faster = (flag: 'green' | 'blue') => flagOrders(world.as('阿北'), [order.id], { flag, remark: '先别发' })
  const page = await boardOf('小满', { expect: /409/ })
  await page.keyboard.press('1')
  const form = page.locator('.quick form[action="/board/quick/flag"]')
  await page.locator('#quick-flag-order').fill(order.tid)
  await form.locator('output', { hasText: '祁*夏' }).waitFor()
  await faster('green')
  await form.locator('label', { hasText: '红' }).click()
  await page.locator('#quick-flag-remark').fill('周五前要')
  await page.keyboard.press('Enter')
  await page.locator('#problem', { hasText: '有人刚改过旗' }).waitFor()
  await form.locator('output', { hasText: '绿' }).waitFor()
  expect((await orderNow(world, order.id)).flag).toBe('green')

  await page.goto(`${site.url}/orders/${order.id}`)
  await page.locator('#flag label', { hasText: '红' }).click()
  await page.locator('#flag-remark').fill('周五前要')
  await faster('blue')
  await page.keyboard.press('Enter')
  await page.locator('#flag input[name=id][value$=" blue"]').waitFor({ state: 'attached' })
  expect(await page.inputValue('#flag-remark')).toBe('周五前要')
  await page.locator('#flag-remark').press('Enter')
  await page.locator('.toast').waitFor({ timeout: 8000 })
  expect((await orderNow(world, order.id)).flag).toBe('red')
})

test('a scanned number opens a flag with the order in it; single digits open a form, Esc closes it', async () => {
  const { world } = site
  const { tid } = await addOrder(world, world.shopA, { receiver: '扫*码' })
  const page = await boardOf('小满')
  const keys = [...tid].map((key) => ({ key, code: `Digit${key}` }))
  await page.evaluate(
    `for (const one of ${JSON.stringify([...keys, { key: 'Enter', code: 'Enter' }])})
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...one, bubbles: true, cancelable: true }))`,
  )
  await page.locator('#quick-flag-order-found', { hasText: '扫*码' }).waitFor()
  expect(await page.inputValue('#quick-flag-order')).toBe(tid)
  await page.keyboard.press('Escape')
  expect(await page.locator('.quick details[open]').count()).toBe(0)
  await page.keyboard.press('3')
  await page.locator('#quick-buyer').waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('quick-buyer')
})

test('folding and moving a panel are there after a reload', async () => {
  const page = await boardOf('阿北')
  const panels = () => page.locator('.column:nth-child(2) .panel, .column:nth-child(3) .panel').evaluateAll((all) => all.map(({ id }) => id)) // prettier-ignore
  const before = await panels()
  await page.getByRole('button', { name: '收起：我的到点清单' }).click()
  await page.getByRole('button', { name: '展开：我的到点清单' }).waitFor()
  await page.locator('#layout summary').click()
  const down = page.getByRole('button', { name: '下移：截单前' })
  const press = async (first: string) => {
    await page.keyboard.press('Enter')
    await page.locator('.column:nth-child(2) .panel').first().and(page.locator(first)).waitFor()
    await down.and(page.locator(':focus')).waitFor() // to be pressed again
  }
  await down.focus()
  await press('#p-handover')
  await page.getByRole('button', { name: '上移：截单前' }).focus()
  await press('#p-own-cutoff') // it stands first: up is no more to be pressed
  await press('#p-handover')
  expect(await page.locator('#layout').getAttribute('open')).not.toBeNull() // to be moved on
  await page.reload()
  expect(await page.locator('#p-due table').count()).toBe(0)
  expect(await panels()).toEqual([before[1], before[0], ...before.slice(2)])
})

test('a panel dragged by its grip takes the other’s place, also while the board changes; Esc puts it back', async () => {
  const { release } = await held('乔*木')
  const page = await boardOf('小满')
  const shown = () => page.locator('.column:not(:first-child) .panel:not([hidden])').evaluateAll((all) => all.map(({ id }) => id)) // prettier-ignore
  const [first, second, ...rest] = await shown()
  const take = async () => {
    await page.locator(`#${first} header`).hover()
    await page.locator(`#${first} [data-grip]`).hover()
    await page.mouse.down()
    await page.locator(`#${second} h2`).hover()
    await page.locator(`#${second}[data-drop=below]`).waitFor()
  }
  await take()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await shown()).toEqual([first, second, ...rest])
  await take()
  await release()
  await page.locator('#p-due .behind').waitFor() // what is new waits until the hand is free
  await page.mouse.up()
  await page
    .locator(`#${second} ~ #${first}`)
    .or(page.locator(`.column:has(#${second}) + .column #${first}`))
    .waitFor()
  await row(page, '乔*木').waitFor({ state: 'detached' })
  await page.reload()
  expect(await shown()).toEqual([second, first, ...rest])
})

const widths = [360, 455, 1366, 2560]
const looks: [PageWish, string[]][] = [
  [{ lang: 'en' }, ['1', '3']],
  [{ scheme: 'dark' }, ['2', '4']],
]
test.each(looks)('nothing sticks out from 360 to 2560 px, nothing serious for axe, at %o', async (wish, keys) => {
  await held('一位名字很长很长的买家*')
  const page = await boardOf('小满', wish)
  const faults: unknown[] = []
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.locator(`.quick details:nth-child(${key})[open]`).waitFor()
    faults.push(...(await seriousProblems(page)))
    for (const width of widths) {
      await page.setViewportSize({ width, height: 768 })
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth') // prettier-ignore
      if (wide > 0) faults.push(`${wide} px too wide at ${width} px with ${key}`)
    }
    await page.keyboard.press('Escape')
  }
  expect(faults).toEqual([])
})

test('without its server a page says since when it is stale; when it is back the word goes and the page is new', async () => {
  const page = await boardOf('小满', { expect: /Failed to (load|fetch)|ERR_/ })
  const { release } = await held('路*远')
  await row(page, '路*远').waitFor()
  await site.goDown()
  const banner = page.locator('.banner[role=status]')
  await banner.filter({ hasText: '断开了' }).waitFor()
  await page.keyboard.press('1')
  const lookUp = page.waitForEvent('requestfailed', (request) => request.url().includes('/board/quick/order'))
  await page.locator('#quick-flag-order').fill('123456')
  await lookUp
  expect(await page.locator('#alerts').innerText()).toBe('') // nothing was to be saved
  await page.keyboard.press('Escape')
  await release()
  await site.comeBack()
  await banner.waitFor({ state: 'hidden' })
  await row(page, '路*远').waitFor({ state: 'detached' })
})

test('what is due beyond a dozen is one press away, and stays open while the board changes; j goes through it', async () => {
  const { release } = await held('林*')
  await Promise.all(Array.from({ length: 14 }, (_, i) => held(`林*${i}`)))
  const page = await boardOf('小满')
  const rest = page.locator('#due-rest')
  await rest.locator('summary').click()
  const left = Number(/\d+/.exec(await rest.locator('summary').innerText())![0])
  expect(await rest.locator('tbody tr:visible:not(.cutoff)').count()).toBe(left)
  await page.mouse.move(0, 0)
  await release()
  await page.locator('#due-rest summary', { hasText: `还有 ${left - 1} 件` }).waitFor()
  expect(await rest.locator('tbody tr:visible:not(.cutoff)').count()).toBe(left - 1)
  await rest.locator('a').first().focus()
  await page.keyboard.press('j')
  await rest.locator('a').nth(1).and(page.locator(':focus')).waitFor()
})
