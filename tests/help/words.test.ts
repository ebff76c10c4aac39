/** The words of all helps: both languages, short, each page its own, and links only for who may open them. */
import { expect, test } from 'vitest'
import { roles, type Role } from '../../src/access.ts'
import { allRoutes } from '../../src/app.tsx'
import type { HelpWords } from '../../src/feature.ts'
import { features } from '../../src/features.ts'
import { helpOn, mayOpen } from '../../src/features/help/pages.ts'
import { Linked } from '../../src/features/help/said.tsx'
import { rendered } from '../../src/shell.tsx'

const all = features.flatMap(({ help = [] }) => help)
const someone = (role: Role) => ({ id: 'somebody', roles: [role] })

const linesOf = ({ title, about, steps = [], marks = [] }: HelpWords) => [title, about, ...steps, ...marks.flat()]
const hrefsOf = (words: HelpWords) =>
  [
    ...linesOf(words)
      .join('\n')
      .matchAll(/\]\(([^)]+)\)/g),
  ].map(([, href]) => href!)

test('no help explains a page that does not exist', () => {
  const paths = new Set(allRoutes().map(({ method, path }) => method === 'get' && path))
  expect(all.map(({ path }) => path).filter((path) => !paths.has(path))).toEqual([])
})

test('both languages say the same: as many steps and marks, the same links', () => {
  const shapeOf = (words: HelpWords) => ({
    steps: words.steps?.length,
    marks: words.marks?.length,
    links: hrefsOf(words).sort(),
  })
  for (const { path, zh, en } of all) expect({ path, ...shapeOf(en) }).toEqual({ path, ...shapeOf(zh) })
})

test('each is in its own language, and one mark is one mark', () => {
  const han = /\p{Script=Han}/u
  for (const { path, zh, en } of all) {
    expect({ path, lines: linesOf(en).filter((line) => han.test(line)) }).toEqual({ path, lines: [] })
    expect({ path, lines: [zh.title, zh.about, ...(zh.steps ?? [])].filter((line) => !han.test(line)) }).toEqual({
      path,
      lines: [],
    })
    for (const { marks = [] } of [zh, en]) expect(new Set(marks.map(([mark]) => mark)).size).toBe(marks.length)
  }
})

test('no page has the words of another', () => {
  for (const lang of ['zh', 'en'] as const) {
    const abouts = all.map((one) => one[lang].about)
    expect(abouts.filter((about, i) => abouts.indexOf(about) !== i)).toEqual([])
  }
})

test('it is short: what the page is for, and at most four steps', () => {
  for (const { path, zh, en } of all) {
    expect({ path, steps: Math.max(zh.steps?.length ?? 0, en.steps?.length ?? 0) > 4 }).toEqual({ path, steps: false })
    expect({ path, about: zh.about.length > 70 || en.about.length > 150 }).toEqual({ path, about: false })
  }
})

test('every page that a help leads to exists, and is a link only for who may open it', async () => {
  for (const one of all)
    for (const role of roles) {
      const who = someone(role)
      if (helpOn(features, who, one.path) !== one) continue
      const opens = (href: string) => mayOpen(features, who, href)
      const html = await rendered(linesOf(one.zh).map((text) => Linked({ text, opens })))
      const shown = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
      expect({ path: one.path, role, shown }).toEqual({ path: one.path, role, shown: hrefsOf(one.zh).filter(opens) })
      expect(html).not.toContain('](')
    }
  const named = new Set(all.flatMap(({ zh }) => hrefsOf(zh)))
  for (const href of named) expect([href, mayOpen(features, { id: 'x', roles }, href)]).toEqual([href, true])
})

test('who may not open a page reads of it as words, not as a link', async () => {
  const text = '看[发件箱](/outbox)里怎么说'
  expect(await rendered(Linked({ text, opens: () => true }))).toBe('看<a href="/outbox">发件箱</a>里怎么说')
  expect(await rendered(Linked({ text, opens: () => false }))).toBe('看发件箱里怎么说')
})
