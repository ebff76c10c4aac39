import { expect, test } from 'vitest'
import { rendered } from '../../../src/shell.tsx'
import { markup } from '../../../src/ui/markup.ts'
import { Badge } from '../../../src/ui/parts.tsx'

const hostile = `"><script>alert('1&2')</script>`
const harmless = '&quot;&gt;&lt;script&gt;alert(&#39;1&amp;2&#39;)&lt;/script&gt;'

test('every text is escaped, in an attribute and between tags', () => {
  expect(markup`<a title="${hostile}">${hostile}</a>`.toString()).toBe(`<a title="${harmless}">${harmless}</a>`)
})

test('what is markup already stands in it as it is, and no value leaves nothing', () => {
  const inner = markup`<b>${hostile}</b>`
  expect(markup`${inner}${7}${false}${null}${undefined}${''}`.toString()).toBe(`<b>${harmless}</b>7`)
})

test('one function is a component and a part of a text, the same HTML in both', async () => {
  const text = markup`<p>${Badge({ tone: 'late', children: hostile })}</p>`.toString()
  expect(text).toBe(`<p><span class="badge" data-tone="late">${harmless}</span></p>`)
  const jsx = await rendered(
    <p>
      <Badge tone="late">{hostile}</Badge>
    </p>,
  )
  expect(jsx).toBe(text)
})

test('what is not finished, and whatever only says that it is text, is refused', () => {
  expect(() => markup`${Promise.resolve(markup`<b></b>`)}`).toThrow('finished')
  expect(() => markup`${{ toString: () => hostile } as never}`).toThrow('finished')
})
