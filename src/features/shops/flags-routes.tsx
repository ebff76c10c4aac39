/** The flag tables: edit, see what would change, save. */
import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { dayBook } from '../orders/index.ts'
import { changeFlags, flagEffect } from './flag-change.ts'
import { readTables, sameTables, type TypedTables } from './flag-table.ts'
import { colours, type FlagTable } from './flags.ts'
import { FlagPreview, type Effect } from './flag-preview.tsx'
import { FlagsPage } from './flags-page.tsx'
import { words } from './messages.ts'
import { boxes, currentShop } from './settings-routes.tsx'
import type { Shop } from './store.ts'

async function flags(c: Ask) {
  const { lang, now } = c.var.ctx
  const shop = await currentShop(c)
  const title = words(lang).flags
  const props = { lang, shop, flags: shop.flags, saved: { at: c.req.query('saved'), now } }
  return page(c, { title, active: '/shop/settings' }, <FlagsPage {...props} />)
}

const tablesForm = z.looseObject({
  code: boxes,
  codeColour: boxes,
  codeLabel: boxes,
  label: boxes,
  labelColour: boxes,
})

function typedTables(form: z.output<typeof tablesForm>): TypedTables {
  const policyOf = (colour: string) => z.string().optional().catch(undefined).parse(form[`policy-${colour}`])
  return {
    codes: form.code.map((code, i) => ({ code, colour: form.codeColour[i] ?? '', label: form.codeLabel[i] ?? '' })),
    policy: Object.fromEntries(colours.map((colour) => [colour, policyOf(colour)])),
    labels: form.label.map((label, i) => ({ label, colour: form.labelColour[i] ?? '' })),
  }
}

/** As many order numbers as a row of the preview shows. */
const EXAMPLES = 12

async function withExamples(c: Ask, shop: Shop, flags: FlagTable): Promise<Effect[]> {
  const { ctx } = c.var
  const { list } = await dayBook(ctx.read, shop, ctx.now)
  return (await flagEffect(ctx, shop.id, flags)).map((change) => {
    const changing = list.filter(({ order }) => order.flag === change.flag && order.meaning === change.from)
    return { ...change, examples: changing.slice(0, EXAMPLES).map(({ order }) => ({ id: order.id, tid: order.tid })) }
  })
}

async function preview(c: Ask) {
  const shop = await currentShop(c)
  const flags = readTables(typedTables(await readForm(c, tablesForm)))
  const same = sameTables(flags, shop.flags)
  const props = { lang: c.var.ctx.lang, shop, flags, same, effect: same ? [] : await withExamples(c, shop, flags) }
  return page(c, { title: words(props.lang).flags, active: '/shop/settings' }, <FlagPreview {...props} />)
}

/** The tables as the preview showed them; they are read again like typed ones. */
const shownTables = z
  .string()
  .transform((text, issues): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      issues.addIssue('not JSON')
      return z.NEVER
    }
  })
  .pipe(
    z.object({
      codes: z.array(z.object({ code: z.coerce.string(), colour: z.string(), label: z.string() })),
      policy: z.record(z.string(), z.string()),
      labels: z.record(z.string(), z.string()),
    }),
  )

async function shown(c: Ask): Promise<FlagTable> {
  const { tables } = await readForm(c, z.object({ tables: shownTables }))
  const labels = Object.entries(tables.labels).map(([label, colour]) => ({ label, colour }))
  return readTables({ ...tables, labels })
}

/** Back from the preview: what was chosen is still there. */
async function edit(c: Ask) {
  const { lang, now } = c.var.ctx
  const props = { lang, shop: await currentShop(c), flags: await shown(c), saved: { at: undefined, now } }
  return page(c, { title: words(lang).flags, active: '/shop/settings' }, <FlagsPage {...props} />)
}

async function save(c: Ask) {
  const { id } = await currentShop(c)
  await changeFlags(c.var.ctx, id, await shown(c))
  return onTo(c, savedHref('/shop/flags', c.var.ctx.now))
}

export const flagsRoutes: Route[] = [
  get('/shop/flags', 'shop.settings', flags),
  post('/shop/flags/preview', 'shop.settings', preview),
  post('/shop/flags/edit', 'shop.settings', edit),
  post('/shop/flags', 'shop.settings', save),
]
