/** One agent alone: what fell to them with the shift, a prize that must wait, the handover to the morning, a late report. */
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { addresses } from '../../reports/scene.ts'
import { TOMORROW, type WorkingDay } from './day.ts'
import { tailOf } from './orders.ts'

export function night(today: () => WorkingDay) {
  test('20:00 WHO-6 DAY-2 the unpaid buyer of the day shift is the night’s now, and is lost with a reason', async () => {
    const { 阿北 } = today().people
    await today().until('20:00')
    const page = await 阿北.open('/followups')
    await page.locator('td a[href^="/followup/"]', { hasText: '周**8' }).click()
    await page.locator('.ending [value=lost]').check()
    await page.locator('.ending [value=elsewhere]').check()
    await page.locator('#end-said').fill('别家便宜')
    await page.locator('#end-said').press('Enter')
    await page.locator('h1', { hasText: '别家便宜' }).waitFor()
    await 阿北.board.locator('#p-due', { hasText: '周**8' }).waitFor({ state: 'detached' })
  })

  test('20:10 PRIZE-2 PRIZE-3 a serial number is not claimed twice; the night’s prize waits for the morning', async () => {
    const { 阿北 } = today().people
    await today().until('20:10')
    const page = await 阿北.open('/claims/new')
    await page.locator('#serial').fill('zj 2026 0701')
    await page.locator('#order').fill(tailOf('later'))
    await page.locator('#prize-physical').selectOption({ index: 1 })
    await page.getByRole('button', { name: '登记' }).click()
    await page.locator('.problem', { hasText: '小满 11-20 11:00 登记' }).waitFor() // the first
    await page.locator('#serial').fill('ZJ-2026-0702')
    await page.getByRole('button', { name: '登记' }).click() // the prize is still chosen
    await page.waitForURL('**/claim/*')
    await page.getByText('等 木樨 明早核对').first().waitFor()
  })

  test('00:10 SHIFT-3 SHIFT-4 what nobody settled is carried on with its age, and given to the morning', async () => {
    const { 阿北 } = today().people
    await today().until('00:10', TOMORROW)
    const page = await 阿北.open('/handovers')
    await page.keyboard.press('n')
    await page.waitForURL('**/handover/*')
    const item = (what: string) => page.locator('#list li', { hasText: what })
    for (const old of ['苏*晴', '沈*鱼', '新包装纸', '转盘']) await item(old).getByText('第 2 次交接').waitFor()
    for (const added of ['ZJ-2026-0702，待核对', '尺码表改成图']) await item(added).waitFor()
    expect(await page.locator('#list h3').count()).toBe(6)
    await page.getByRole('button', { name: /^交班/ }).click()
    await page.locator('h1', { hasText: '交出去了，还有 6 条没接' }).waitFor()
  })

  test('00:20 REPORT-4 before the end of the shift its writer is reminded; at 01:01 the report is late', async () => {
    const { 阿北 } = today().people
    await today().until('00:20', TOMORROW)
    const page = await 阿北.open('/inbox')
    await page.getByText('晚班的日报，01:00 前要交').waitFor()
    await today().until('01:01', TOMORROW)
    await page.reload()
    await page.getByText('晚班的日报迟了').waitFor()
  })

  test('01:05 REPORT-2 PRIZE-3 the night’s report goes out the same way, with the prizes that are to be checked', async () => {
    const { 阿北 } = today().people
    await today().until('01:05', TOMORROW)
    const page = await 阿北.open('/reports')
    await page.keyboard.press('w')
    await page.waitForURL('**/report/*/night')
    await page.locator('.report-known', { hasText: 'ZJ-2026-0702，待核对' }).first().waitFor()
    await page.locator('#own').fill('晚上很安静')
    for (const none of await page.locator('[name=none]').all()) await none.check()
    await page.locator('.filing button').click()
    await page.waitForURL('**/reports/of/*')
    await today().until('01:06', TOMORROW)
    await expect.poll(() => today().mail().length).toBe(6)
    const letter = await PostalMime.parse(today().mail().at(-1)!.source)
    expect(letter.to?.map(({ address }) => address)).toEqual([addresses.木樨, addresses.云舟])
    expect(letter.cc?.map(({ address }) => address)).toEqual([addresses.南星])
    expect(letter.text).toContain('ZJ-2026-0702，待核对')
    expect(letter.attachments.map(({ filename }) => filename)).toContain('今晚的实物奖品，等核对 2026-11-20 阿北.xlsx')
    await 阿北.goHome()
  })
}
