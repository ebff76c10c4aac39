/** In a shop that has just begun, every page says what belongs there and what to do so that it comes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { people } from '../../db/schema.ts'
import { allRoutes } from '../../src/app.tsx'
import { openWorld, type TestWorld } from '../world.ts'

let w: TestWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.close())

/** Lists and forms: pages that stand at an address of their own. */
const places = allRoutes().filter(({ method, path }) => method === 'get' && !path.includes(':'))

/** A letter as it would arrive. */
const foreign = ['/report-route/preview']

const doers = {
  zh: /客服|售后|仓库|主管|店长|管理员/,
  en: /agent|after-sales|warehouse|supervisor|manager|administrator/i,
}

const withoutHead = (html: string) => html.slice(html.indexOf('<main'))
/** What a person could press, besides choosing what is listed. */
const ways = /class="button|<button|<form[^>]*method="post"|class="primary|<input id="/
const emptyOf = (main: string) => /<div class="empty">([\s\S]*?)<\/div>/.exec(main)?.[1]

/** What is wrong with a page of an empty shop. */
function faultsOf(main: string, lang: 'zh' | 'en'): string[] {
  const empty = emptyOf(main)
  const text = main.replace(/<[^>]+>/g, ' ')
  const faults: string[] = []
  if (empty && !/<p>[^<]{6,}<\/p>/.test(empty)) faults.push('does not say what belongs here')
  if (empty && !ways.test(main.replace(/<form[^>]*method="get"[\s\S]*?<\/form>/g, '')) && !doers[lang].test(empty))
    faults.push('neither a way to begin nor who does')
  const pressed = [...(empty ?? '').matchAll(/按 ([A-Z])|[Pp]ress ([A-Z])\b/g)].map(([, zh, en]) => (zh ?? en)!)
  for (const key of pressed) if (!main.includes(`data-key="${key.toLowerCase()}"`)) faults.push(`${key} does nothing`)
  if (!empty && !/<a |<button|<form|<td/.test(main)) faults.push('leads nowhere')
  if (text.trim().length < 10) faults.push('says nothing')
  return faults
}

test.runIf(process.env.ENGINE === 'sqlite').each([
  ['小满', 'zh'],
  ['远志', 'zh'],
  ['松针', 'zh'],
  ['木樨', 'zh'],
  ['南星', 'zh'],
  ['松针', 'en'],
  ['南星', 'en'],
] as const)('each page of an empty shop tells %s in %s what to do', async (handle, lang) => {
  await w.store.write((tx) => tx.update(people).set({ language: lang }).where(eq(people.handle, handle)))
  const browser = await w.browserOf(handle)
  const wrong: string[] = []
  let emptyPages = 0
  for (const { path } of places.filter((place) => !foreign.includes(place.path))) {
    const response = await browser.get(path)
    const html = await response.text()
    if (response.status !== 200 || !html.startsWith('<!doctype html>')) continue
    const main = withoutHead(html)
    if (emptyOf(main)) emptyPages++
    wrong.push(...faultsOf(main, lang).map((fault) => `${path}: ${fault}`))
  }
  expect(wrong).toEqual([])
  expect(emptyPages).toBeGreaterThan(5)
})
