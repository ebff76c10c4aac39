/** A real Chromium from npm, with a Chinese font: nothing is installed on the machine. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

const fileOf = (specifier: string) => fileURLToPath(import.meta.resolve(specifier))

/** The browser's program, unpacked by the first who needs it and kept; several processes may try at once. */
async function unpacked(): Promise<string> {
  const packed = join(dirname(fileOf('@sparticuz/chromium')), '../bin/chromium.br')
  const folder = join(tmpdir(), 'zaowan-chromium-153')
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const own = `${program}.${process.pid}`
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(own, { mode: 0o700 }))
  renameSync(own, program) // whole or not there
  return program
}

/**
 * A fontconfig file that knows the Chinese font of the devDependencies and no other, so that pages look the same on
 * every machine; FONTCONFIG_PATH alone would find none.
 */
function fontConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zaowan-fonts-'))
  const dirs = ['400Regular/NotoSansSC_400Regular.ttf', '600SemiBold/NotoSansSC_600SemiBold.ttf']
    .map((name) => `<dir>${dirname(fileOf(`@expo-google-fonts/noto-sans-sc/${name}`))}</dir>`)
    .join('')
  const file = join(folder, 'fonts.conf')
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
  writeFileSync(file, `${head}<fontconfig>${dirs}<cachedir>${folder}</cachedir></fontconfig>`)
  return file
}

// the package's own flags would switch the web's security off
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
]

export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await unpacked(),
    env: { ...process.env, FONTCONFIG_FILE: fontConfig() },
    args: flags,
  })

export type PageWish = {
  lang?: 'zh' | 'en'
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
  /** Complaints that the test provokes. */
  expect?: RegExp
}

/** Chromium's own note about a 409 or 422: refusals that the page tells its reader. */
const REFUSED = /status of (409|422)/

/** A fresh browser profile with one page, and what the page complained about so far. */
export async function openPage(browser: Browser, wish: PageWish = {}): Promise<{ page: Page; complaints: string[] }> {
  const { lang = 'zh', width = 1366, height = 768, scheme = 'light' } = wish
  const options: BrowserContextOptions = {
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width, height },
    colorScheme: scheme,
  }
  const page = await (await browser.newContext(options)).newPage()
  return { page, complaints: complaintsOf(page, wish) }
}

/** What this page complains about from now on. */
export function complaintsOf(page: Page, { expect }: Pick<PageWish, 'expect'> = {}): string[] {
  const complaints: string[] = []
  const complain = (text: string) => REFUSED.test(text) || expect?.test(text) || complaints.push(text)
  page.on('console', (message) => void (message.type() === 'error' && complain(message.text())))
  page.on('pageerror', (error) => void complain(String(error)))
  return complaints
}

/** A page for one test, which fails when the page logs an error, throws or breaks its content security policy. */
export async function newPage(browser: Browser, wish: PageWish = {}): Promise<Page> {
  const { page, complaints } = await openPage(browser, wish)
  onTestFinished(async () => {
    await page.context().close()
    if (complaints.length) throw new Error(`the page complained: ${complaints.join('; ')}`)
  })
  return page
}
