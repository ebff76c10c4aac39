/** What axe finds in a page: WCAG 2.2 A and AA. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'], // all is looked at, only what passed is not described element by element
}
/** Its short form, a third as long: it is sent to every page and read there. */
const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const expression = `${source};axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`

/** Serious and critical problems as "rule: element"; an empty list is what a test expects. */
export async function seriousProblems(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page) // page.evaluate would copy the source twice more
  const asked = { expression, awaitPromise: true, returnByValue: true }
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', asked)
  await devtools.detach()
  if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
  return (result.value as axe.Result[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
