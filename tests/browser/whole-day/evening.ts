/** The overlap of the shifts: the handover, the evening meeting, the day shift’s report and its mail. */
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { addresses } from '../../reports/scene.ts'
import { TOMORROW, type WorkingDay } from './day.ts'
import { readBack } from './reading-back.ts'

export function evening(today: () => WorkingDay) {
  test('16:45 SHIFT-2 the day’s agent gives what is open, and it stands on the night agent’s board at once', async () => {
    const { 小满, 阿北, 木樨 } = today().people
    await today().until('16:30')
    await 阿北.signIn()
    await today().until('16:45')
    const page = await 小满.open('/handovers')
    await page.keyboard.press('n')
    await page.waitForURL('**/handover/*')
    for (const drafted of ['周**8：说晚上付', '苏*晴：买家要晚点发', '沈*鱼：别的，买家退款', '转盘'])
      await page.locator('#list h3', { hasText: drafted }).waitFor()
    await page.getByLabel('什么事').fill('新包装纸在三号柜')
    await page.getByRole('button', { name: '加上' }).click()
    await page.locator('#list h3', { hasText: '新包装纸在三号柜' }).waitFor()
    await page.getByRole('button', { name: /^交班/ }).click()
    await page.locator('h1', { hasText: '交出去了，还有 5 条没接' }).waitFor()
    await 阿北.board.locator('#p-handover', { hasText: '接班：还有 5 条等你接' }).waitFor()
    await 阿北.board.locator('#p-day h1', { hasText: '先接班' }).waitFor()
    await 木樨.board.locator('#p-late h1', { hasText: '没接的交接事项，5 个' }).waitFor()
  })

  test('16:50 SHIFT-3 the night’s agent reads back item by item and signs, which the others’ boards show', async () => {
    const { 小满, 阿北, 木樨 } = today().people
    await today().until('16:50')
    const page = await 阿北.open('/handovers')
    await page.keyboard.press('n')
    await page.waitForURL('**/handover/*')
    await readBack(page, 5)
    await 小满.board.locator('#p-handover', { hasText: '已接' }).waitFor()
    await 木樨.board.locator('#p-late h1', { hasText: '没有漏的' }).waitFor()
    for (const one of [小满, 阿北, 木樨]) expect(await one.neverReloaded()).toBe(true)
  })

  test('17:00 MEET-1 MEET-2 DAY-3 the evening meeting talks about the notebook’s problem; its decision becomes a task', async () => {
    const { 小满, 木樨 } = today().people
    await today().until('17:00')
    const page = await 木樨.open('/meetings')
    await page.keyboard.press('n')
    await page.waitForURL('**/meeting/*/evening')
    await page.keyboard.press('e')
    await page.locator('#attendance .count', { hasText: '到 4' }).waitFor()
    const point = page.locator('.points li', { hasText: '尺码表看不懂（小满）' })
    await point.locator('[name=outcome]').fill('做成图')
    await point.locator('[name=outcome]').press('Enter')
    await point.getByText('✓ 17:00').waitFor()
    await page.getByLabel('定了什么').fill('尺码表改成图')
    await page.getByLabel('谁去做').selectOption({ label: '小满' })
    await page.getByLabel('哪天').fill(TOMORROW)
    await page.getByLabel('几点前').fill('09:30')
    await page.getByRole('button', { name: '记下决定' }).click()
    await page.locator('#decisions', { hasText: '小满，11-21 09:30 前' }).waitFor()
    await page.getByRole('button', { name: /^散会/ }).click()
    await page.locator('h1', { hasText: '散会了' }).waitFor()
    await 小满.board.locator('#p-day li', { hasText: '晚会' }).filter({ hasText: '完成' }).waitFor()
  })

  test('17:40 REPORT-1 the day’s agent checks and completes their report; what is required is filled or says none', async () => {
    const { 小满, 南星 } = today().people
    await today().until('17:40')
    const page = await 小满.open('/reports')
    await page.keyboard.press('w')
    await page.waitForURL('**/report/*/day')
    for (const known of ['周**8：说晚上付', '等信息，到 11-20', 'ZJ-2026-0701，核过', '尺码表看不懂'])
      await page.locator('.report-known', { hasText: known }).waitFor()
    await page.locator('#enquiries').fill('80')
    await page.locator('#orders').fill('28')
    await page.locator('#own').fill('今天问尺码的多')
    await page.locator('#sales').fill('3560')
    await page.locator('#sales').press('Enter')
    await page.locator('[data-error=s-lost]:not([hidden])').waitFor()
    for (const section of ['lost', 'aftersales']) await page.locator(`[name=none][value=${section}]`).check()
    await page.locator('#sales').press('Enter')
    await page.waitForURL('**/reports/of/*')

    await 小满.board.locator('#p-day li', { hasText: '日报' }).filter({ hasText: '完成' }).waitFor()
    await 南星.board.locator('#p-lines tr', { hasText: '小满' }).filter({ hasText: '7/8' }).waitFor()
  })

  test('17:41 REPORT-2 REPORT-3 its mail arrives: TO supervisor and director, CC the manager, with its lists', async () => {
    const { 小满, 松针, 木樨, 南星 } = today().people
    await today().until('17:41')
    await expect.poll(() => today().mail().map(({ recipient }) => recipient).sort()).toEqual(Object.values(addresses).sort()) // prettier-ignore
    for (const { source } of today().mail()) {
      const letter = await PostalMime.parse(source)
      expect(letter.subject).toBe('日报 澄野家居 11-20 早班 小满')
      expect(letter.to?.map(({ address }) => address)).toEqual([addresses.木樨, addresses.云舟])
      expect(letter.cc?.map(({ address }) => address)).toEqual([addresses.南星])
      for (const said of ['转化：35.0%', 'ZJ-2026-0701，核过', '今天问尺码的多']) expect(letter.text).toContain(said)
      expect(letter.attachments.map(({ filename }) => filename)).toEqual(['流失买家 2026-11-20 小满.xlsx', '三类跟进 2026-11-20 小满.xlsx']) // prettier-ignore
    }
    for (const one of [小满, 松针, 木樨, 南星]) await one.goHome()
  })
}
