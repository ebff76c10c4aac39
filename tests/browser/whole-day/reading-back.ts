import type { Page } from 'playwright-core'

/** SHIFT-3: on the page of a handover of so many items, one press each, then the signature. */
export async function readBack(page: Page, items: number) {
  for (let left = items - 1; left >= 0; left--) {
    await page.getByRole('button', { name: '已接，下一条' }).first().click()
    await page.locator('h1', { hasText: left ? `还有 ${left} 条没接` : '都接了，签收接班' }).waitFor()
  }
  await page.getByRole('button', { name: '签收接班' }).click()
  await page.locator('h1', { hasText: '接班签收了' }).waitFor()
}
