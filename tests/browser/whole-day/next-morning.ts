/** The next morning: who filed, the handover of the night, its prize, the hold that is due, and the meeting about them. */
import { expect, test } from 'vitest'
import { TOMORROW, type WorkingDay } from './day.ts'
import { readBack } from './reading-back.ts'

export function nextMorning(today: () => WorkingDay) {
  test('08:25 WHO-3 REPORT-4 the screens are unlocked by password; the manager’s grid tells in time from late', async () => {
    const { 小满, 松针, 木樨, 南星 } = today().people
    await today().until('08:25', TOMORROW)
    for (const one of [小满, 松针, 木樨, 南星]) await one.comeBack()
    const page = await 南星.open('/report-grid')
    const reports = (handle: string) => page.locator('table.grid tr', { hasText: handle }).locator('a[href^="/reports/of/"]') // prettier-ignore
    await reports('阿北').filter({ hasText: '迟' }).waitFor()
    await reports('小满').filter({ hasText: '准' }).click()
    await page.waitForURL('**/reports/of/*')
    await page.getByText('今天问尺码的多').waitFor()
    expect(await page.locator('#deliveries li', { hasText: '送到了' }).count()).toBe(3)
  })

  test('08:32 PRIZE-3 PRIZE-4 the night’s prize is checked and was not won: a task on the board of today’s agent', async () => {
    const { 小满, 木樨 } = today().people
    await today().until('08:32', TOMORROW)
    const page = await 木樨.open('/inbox')
    await page.getByText('1 件实物奖品等你核对').click()
    await page.locator('.checking', { hasText: 'ZJ-2026-0702' }).waitFor()
    await page.keyboard.press('x')
    await page.locator('#check-note:focus').fill('没有这个号')
    await page.keyboard.press('Enter')
    await page.locator('.toast', { hasText: '没中' }).waitFor()
    await 小满.board.locator('#p-due tr', { hasText: 'ZJ-2026-0702，没中' }).filter({ hasText: '10:30' }).waitFor()
  })

  test('08:35 MEET-1 HOLD-3 PRIZE-4 on the agenda: the holds of today, the prize that was not won, the decision, the figures', async () => {
    const { 木樨 } = today().people
    await today().until('08:35', TOMORROW)
    const page = await 木樨.open('/meetings')
    await page.keyboard.press('n')
    await page.waitForURL('**/meeting/*/morning')
    for (const point of ['苏*晴：买家要晚点发', 'ZJ-2026-0702，没中', '尺码表改成图', '发出 4/5', '2 份日报交了 2 份'])
      await page.locator('#agenda li', { hasText: point }).waitFor()
  })

  test('08:40 SHIFT-3 HOLD-4 with the handover the day’s agent takes over the hold that is due, and keeps its promise', async () => {
    const { 小满, 松针 } = today().people
    await today().until('08:40', TOMORROW)
    const page = await 小满.open('/handovers')
    await page.keyboard.press('n')
    await page.waitForURL('**/handover/*')
    await readBack(page, 6)
    const due = 小满.board.locator('#p-due tr', { hasText: '苏*晴' })
    await due.waitFor()
    await 小满.board.locator('#p-own-cutoff', { hasText: '2 条归我的暂缓今天到期' }).waitFor()
    await 小满.open((await due.locator('a').first().getAttribute('href'))!)
    await page.locator('#release label', { hasText: '红' }).click()
    await page.locator('#release-remark').fill('到了答应的日子')
    await page.locator('#release-remark').press('Enter')
    await 松针.board.locator('#p-batch h1', { hasText: '现在截单的话，1 单会进批次' }).waitFor()
    await due.waitFor({ state: 'detached' })
  })

  test('from one morning to the next no page complained and no board was loaded again', async () => {
    for (const { handle, complaints } of Object.values(today().people))
      expect([handle, complaints()]).toEqual([handle, []])
    const { 小满, 松针, 木樨, 南星 } = today().people
    for (const one of [小满, 松针, 木樨, 南星]) expect(await one.neverReloaded()).toBe(true)
  })
}
