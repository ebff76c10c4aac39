/** Until noon: signing in, the morning meeting, the platform's file, flags, holds and a prize. */
import { expect, test } from 'vitest'
import type { WorkingDay } from './day.ts'
import { morningFile, tailOf } from './orders.ts'

export function morning(today: () => WorkingDay) {
  test('08:25 WHO-3 four people sign in, each at their own computer, and stand before their boards', async () => {
    const { 小满, 松针, 木樨, 南星 } = today().people
    await today().until('08:25')
    await Promise.all([小满, 松针, 木樨, 南星].map((one) => one.signIn()))
    await 小满.board.locator('#p-day h1', { hasText: '早会，08:30 开始' }).waitFor()
    await 松针.board.locator('#p-batch h1', { hasText: '现在截单的话，0 单会进批次' }).waitFor()
    for (const lead of [木樨, 南星]) await lead.board.locator('#p-late h1', { hasText: '没有漏的' }).waitFor()
  })

  test('08:35 MEET-1 DAY-1 the supervisor holds the morning meeting, and the agent’s step ticks itself', async () => {
    const { 小满, 木樨 } = today().people
    await today().until('08:35')
    const page = await 木樨.open('/meetings')
    await page.keyboard.press('n')
    await page.waitForURL('**/meeting/*/morning')
    await page.keyboard.press('e')
    await page.locator('#attendance .count', { hasText: '到 3' }).waitFor()
    await page.locator('#first-point').fill('看过了')
    await page.locator('#first-point').press('Enter')
    await page.getByRole('button', { name: '散会' }).click()
    await page.locator('h1', { hasText: '散会了' }).waitFor()
    await 小满.board.locator('#p-day h1', { hasText: '接单，09:00 开始' }).waitFor()
  })

  test('09:10 ORD-1 the platform’s file: its bad line is named, the good ones are in and counted on the warehouse’s board', async () => {
    const { 小满, 松针 } = today().people
    await today().until('09:10')
    const page = await 小满.open('/imports')
    await page.locator('#file').setInputFiles(morningFile(today().world.world.dataDir))
    await page.locator('.upload .primary').click()
    await page.locator('h1', { hasText: '新增 7 单' }).waitFor()
    await page.getByText('订单号 3.39912E+18 被 Excel 改坏了').waitFor()
    await page.locator('form[action$="/apply"] button').click()
    await page.locator('h1', { hasText: '写好了' }).waitFor()
    await 松针.board.locator('#p-batch h1', { hasText: '现在截单的话，5 单会进批次' }).waitFor()
    await 松针.board.locator('#p-blocked li', { hasText: '1 旗没定' }).waitFor()
  })

  test('09:30 ORD-2 ORD-3 an agent decides a flag, not without a remark, and it leaves the warehouse’s board', async () => {
    const { 小满, 松针 } = today().people
    await today().until('09:30')
    const { board } = 小满
    await board.keyboard.press('1')
    await board.locator('#quick-flag-order:focus').pressSequentially(tailOf('undecided'))
    await board.locator('.quick details[open] label', { hasText: '红' }).click()
    const remark = board.locator('#quick-flag-remark')
    await remark.press('Enter')
    expect(await board.locator('#quick-flag-remark:invalid').count()).toBe(1)
    await remark.fill('问过了，可以发')
    await remark.press('Enter')
    await board.locator('.toast').getByRole('button', { name: '撤销' }).waitFor()
    await 松针.board.locator('#p-blocked', { hasText: '没有留下的单' }).waitFor()
    await 松针.board.locator('#p-batch h1', { hasText: '6 单会进批次' }).waitFor()
  })

  test('10:00 HOLD-1 HOLD-2 two orders are held, none without a date', async () => {
    const { 小满, 松针 } = today().people
    await today().until('10:00')
    const { board } = 小满
    const hold = async (order: Parameters<typeof tailOf>[0], reason: string, why: string, until: string) => {
      await board.keyboard.press('2')
      await board.locator('#quick-hold-order:focus').pressSequentially(tailOf(order))
      await board.locator('#quick-hold-reason').selectOption(reason)
      await board.locator('#quick-hold-remark').fill(why)
      await board.locator('#quick-hold-due').fill(until)
      await board.locator('#quick-hold-remark').press('Enter')
    }
    await hold('later', 'ship_later', '买家出差，明天再发', '')
    expect(await board.locator('#quick-hold-due:invalid').count()).toBe(1)
    await board.locator('#quick-hold-due').fill('2026-11-21')
    await board.locator('#quick-hold-remark').press('Enter')
    await 松针.board.locator('#p-blocked', { hasText: '照现在，1 单会留下' }).waitFor()
    await board.locator('.quick details[open]').waitFor({ state: 'detached' })
    await hold('waiting', 'information', '等新地址', '2026-11-20')
    await 松针.board.locator('#p-blocked', { hasText: '照现在，2 单会留下' }).waitFor()
    await 松针.board.locator('#p-holds', { hasText: '何*川' }).waitFor() // due today
  })

  test('11:00 PRIZE-1 PRIZE-3 PRIZE-5 a prize needs its serial number, keeps its order back, is checked at once and goes with it', async () => {
    const { 小满, 松针, 木樨 } = today().people
    await today().until('11:00')
    const { board } = 小满
    await board.keyboard.press('4')
    await board.locator('#quick-claim-order').fill(tailOf('winner'))
    await board.locator('#quick-physical').selectOption({ index: 1 })
    await board.locator('#quick-claim-order').press('Enter')
    expect(await board.locator('#quick-serial:invalid').count()).toBe(1)
    await board.locator('#quick-serial').fill('ZJ-2026-0701')
    await board.locator('.quick details[open]').getByRole('button', { name: '登记' }).click()
    await 松针.board.locator('#p-blocked li', { hasText: '1 奖品没核' }).waitFor()
    await 木樨.board.locator('#p-late h1', { hasText: '没核对的奖品' }).waitFor()
    const page = await 木樨.open('/claims')
    await page.locator('.checking', { hasText: 'ZJ-2026-0701' }).waitFor()
    await page.keyboard.press('y')
    await 松针.board.locator('#p-gifts', { hasText: '1 单有赠品或奖品' }).waitFor()
    await 松针.board.locator('#p-blocked li', { hasText: '奖品没核' }).waitFor({ state: 'detached' })
  })
}
