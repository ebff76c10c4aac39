/** From noon to the courier: the unpaid window, the cutoff, printing, a parcel that is stopped, and the bench. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { WorkingDay } from './day.ts'
import { tailOf, tidOf } from './orders.ts'

export function afternoon(today: () => WorkingDay) {
  test('14:00 GIFT-1 DAY-3 a gift is promised on an order’s page; a problem goes into the notebook and onto the agenda', async () => {
    const { 小满, 松针 } = today().people
    await today().until('14:00')
    const page = await 小满.open(`/find?q=${tailOf('plain')}`)
    await page.locator('#gift-what').fill('火柴')
    await page.locator('#gift-remark').fill('老客要的')
    await page.locator('#gift-remark').press('Enter')
    await 松针.board.locator('#p-gifts', { hasText: '2 单有赠品或奖品' }).waitFor()
    await 小满.board.keyboard.press('5')
    await 小满.board.locator('#quick-note:focus').fill('尺码表看不懂')
    await 小满.board.keyboard.press('Enter')
    await 小满.board.locator('.toast', { hasText: '记在备忘本里了' }).waitFor()
    await 小满.open('/notebook')
    await page.locator('#notes tr', { hasText: '尺码表看不懂' }).locator('button').click()
    await page.locator('.toast', { hasText: '放进今晚议题了' }).waitFor()
  })

  test('15:30 CUT-4 HOLD-3 half an hour before the cutoff the supervisor hears what blocks, and of the hold', async () => {
    const { 小满, 木樨 } = today().people
    await today().until('15:30')
    const page = await 木樨.open('/inbox')
    await page.getByText('暂缓还没结：何*川').waitFor()
    await page.getByText('还有 1 单没定，不定今天就不发').waitFor()
    await 小满.board.locator('#p-day h1', { hasText: '催付：还剩 1' }).waitFor()
  })

  test('15:35 DAY-2 the order that is not paid is contacted in its window, and comes again at its time', async () => {
    const { 小满 } = today().people
    await today().until('15:35')
    const page = await 小满.open('/followups?kind=unpaid')
    await page.locator('tr', { hasText: '周**8' }).locator('a', { hasText: '联系' }).click()
    await page.locator('#contact-said').fill('说晚上付')
    await page.locator('.contact .clock').fill('20:00')
    await page.locator('#contact-said').press('Enter')
    await page.locator('#later', { hasText: '说晚上付' }).waitFor()
    await 小满.board.locator('#p-due tr', { hasText: '20:00' }).filter({ hasText: '周**8' }).waitFor()
  })

  test('15:45 HOLD-4 the address has come: the hold is released before the cutoff, and its order ships today', async () => {
    const { 小满, 松针 } = today().people
    await today().until('15:45')
    const page = await 小满.open('/holds')
    await page.keyboard.press('n')
    await page.waitForURL('**/holds/*')
    await page.locator('#release label', { hasText: '红' }).click()
    await page.locator('#release-remark').fill('地址有了')
    await page.locator('#release-remark').press('Enter')
    await 松针.board.locator('#p-batch h1', { hasText: '现在截单的话，5 单会进批次' }).waitFor()
  })

  test('16:00 CUT-2 CUT-3 the batch freezes on time, and every open board shows it without a reload', async () => {
    const { 小满, 松针, 木樨, 南星 } = today().people
    await today().until('16:00')
    await 小满.board.locator('#p-own-cutoff', { hasText: '16:00 已截单，今天发 5 单' }).waitFor()
    await 松针.board.locator('#p-batch h1', { hasText: '还有 5 单没包' }).waitFor()
    await 松针.board.locator('#p-blocked', { hasText: '1 单没进批次' }).waitFor()
    for (const lead of [木樨, 南星]) await lead.board.locator('#p-burn a[href$="parcels?stage=unpacked"]').waitFor()
    for (const one of [小满, 松针, 木樨, 南星]) expect(await one.neverReloaded()).toBe(true)
  })

  test('16:05 CUT-7 picking list and slips are printed; nothing internal is on what goes into a parcel', async () => {
    const { 松针 } = today().people
    await today().until('16:05')
    await 松针.desk.context().addInitScript('window.print = () => {}')
    const page = await 松针.open('/batch')
    const picking = await printed(page, '拣货单')
    for (const words of ['5 单 7 件', '火柴', '陶瓷杯', '第 1 次打印']) expect(picking).toContain(words)
    const slips = await printed(page, '发货单')
    for (const words of [tidOf('plain'), '火柴', '陶瓷杯']) expect(slips).toContain(words)
    for (const words of [tidOf('later'), '老客要的', '问过了', '小满', '木樨', '红']) expect(slips).not.toContain(words)
  })

  test('16:10 CUT-5 an agent stops a parcel: it is on the warehouse’s board at once, and answered there', async () => {
    const { 小满, 松针 } = today().people
    await today().until('16:10')
    const page = await 小满.open(`/find?q=${tailOf('regretted')}`)
    await page.locator('a[href$="/stop"]').first().click()
    await page.getByLabel('为什么停').fill('买家退款')
    await page.getByRole('button', { name: '叫仓库停下' }).click()
    const stops = 松针.board.locator('#p-stops')
    await stops.getByText('买家退款').waitFor()
    await stops.getByRole('button', { name: '拦下了' }).click()
    await stops.getByText('没有等回话的').waitFor()
    await 松针.board.locator('#p-batch h1', { hasText: '还有 4 单没包' }).waitFor()
  })

  test('16:15 CUT-6 the bench answers each scan, gift and prize are ticked, all four go to the courier', async () => {
    const { 松针, 木樨 } = today().people
    await today().until('16:15')
    const page = await 松针.open('/bench')
    const scan = scannerOf(page, today())
    await scan(tidOf('regretted'), 'stopped')
    await scan(tidOf('later'), 'hold')
    const parcels = { plain: ['火柴', '老客要的'], undecided: [], waiting: [], winner: ['陶瓷杯'] }
    for (const [n, [name, ticks]] of Object.entries(parcels).entries()) {
      await scan(tidOf(name as keyof typeof parcels), ticks.length ? 'ship' : 'done')
      for (const [i, what] of ticks.entries()) {
        await page.locator('.answer', { hasText: what }).waitFor()
        await scan(`ZW-${i + 1}`, i + 1 < ticks.length ? 'ship' : 'done')
      }
      await scan(`SF000000000007${n}`, 'labelled')
    }
    await scan('ZW-HAND')
    await page.locator('main[data-mode=hand]').waitFor()
    for (const n of Object.keys(parcels).keys()) await scan(`SF000000000007${n}`, 'gone')
    await 松针.board.locator('#p-batch h1', { hasText: '4 单都包好了' }).waitFor()
    await 松针.board.locator('#p-batch a', { hasText: '4 已交快递' }).waitFor()
    await 木樨.board.locator('#p-burn li', { hasText: '4 已包' }).waitFor()
  })
}

/** Presses a sheet's button; what the sheet says. */
async function printed(page: Page, title: string): Promise<string> {
  const [sheet] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('#sheets li', { hasText: title }).getByRole('button').click(),
  ])
  await sheet.waitForLoadState()
  const text = await sheet.locator('body').innerText()
  await sheet.close()
  return text
}

/** Types as a scanner does, three seconds after the last code, and waits for the answer. */
const scannerOf = (page: Page, { world }: WorkingDay) =>
  async function scan(code: string, look?: string) {
    world.clock.now += 3000
    await page.keyboard.type(code, { delay: 2 })
    await page.keyboard.press('Enter')
    if (look) await page.locator(`main[data-look="${look}"]`).waitFor()
  }
