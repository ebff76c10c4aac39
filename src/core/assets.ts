/**
 * Styles, scripts and icons: read once, freed of what only their writers read, compressed once, addressed by their
 * content so that browsers keep them.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { root } from './paths.ts'
import type { Ask } from './web.ts'

type Asset = { raw: Buffer; br: Buffer; gzip: Buffer; type: string; href: string }

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
}
const folder = (name: string) => new URL(`public/${name}/`, root)
const file = (dir: string, name: string) => readFileSync(new URL(name, folder(dir)), 'utf8')

/** tokens, base, widgets, then one file a feature: the order of the layers. */
function styles() {
  const first = ['tokens.css', 'base.css', 'widgets.css']
  const rest = readdirSync(folder('css')).filter((name) => name.endsWith('.css') && !first.includes(name))
  return [...first, ...rest.sort()].map((name) => file('css', name)).join('\n')
}

/** Without comments and spaces: a third of what a browser would fetch. A browser test proves that it says the same. */
const leanStyles = (css: string) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')

/** Without comments that have lines of their own. */
const leanScript = (js: string) => js.replace(/^\s*(?:\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\/)$\n/gm, '')

function asset(name: string, text: string): Asset {
  const raw = Buffer.from(text)
  const hash = createHash('sha256').update(raw).digest('base64url').slice(0, 10)
  const type = types[name.split('.').pop()!] ?? 'application/octet-stream'
  return { raw, br: brotliCompressSync(raw), gzip: gzipSync(raw), type, href: `/assets/${hash}/${name}` }
}

/** What every page has, as one: each in a block, so that a name in one is none in another. */
const shell = ['board.js', 'keys.js', 'palette.js', 'live.js']
const shellScript = () => shell.map((name) => `{\n${leanScript(file('js', name))}}\n`).join('')

const htmx = readFileSync(new URL(import.meta.resolve('htmx.org/dist/htmx.min.js')), 'utf8')

const assets: Record<string, Asset> = Object.fromEntries(
  [
    ['board.css', leanStyles(styles())] as const,
    ['htmx.js', htmx] as const,
    ['shell.js', shellScript()] as const,
    ...readdirSync(folder('js'))
      .filter((name) => !shell.includes(name))
      .map((name) => [name, leanScript(file('js', name))] as const),
    ...readdirSync(folder('icons')).map((name) => [name, file('icons', name)] as const),
  ].map(([name, text]) => [name, asset(name, text)]),
)

/** The address of a style, script or icon of public/, new whenever its content is. */
export function assetHref(name: string): string {
  const found = assets[name]
  if (!found) throw new Error(`no asset ${name}`)
  return found.href
}

/** A year in the browser's cache: a changed file has another address. */
export function serveAsset(c: Ask) {
  const found = assets[c.req.param('name')!]
  if (!found) return c.notFound()
  const asked = c.req.header('accept-encoding') ?? ''
  const form = asked.includes('br') ? 'br' : asked.includes('gzip') ? 'gzip' : 'raw'
  return c.body(found[form] as never, 200, {
    'content-type': found.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    ...(form === 'raw' ? {} : { 'content-encoding': form }),
  })
}
