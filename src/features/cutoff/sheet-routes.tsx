/** CUT-7: the sheets, and the rows that remember their prints. */
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { readForm, readQuery } from '../../core/forms.ts'
import { monthDay } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { findShop } from '../shops/index.ts'
import { batchFor } from './actions.ts'
import { propsFor } from './asked.ts'
import { changesOf, hasChanges } from './changes.ts'
import { ChangeList, HeldList } from './inside-lists.tsx'
import { words } from './messages.ts'
import { PackingSlips } from './packing-slips.tsx'
import { PickingList } from './picking-list.tsx'
import { printSheet, slipParts } from './printing.ts'
import { sheetWords } from './sheet-messages.ts'
import { SheetBar, type SheetProps } from './sheet.tsx'
import type { Batch } from './store.ts'
import { leftCount } from './store-lists.ts'
import { printsOf, sheets, slipOrder, type Print, type Sheet } from './store-prints.ts'
import { allLeft, giftLines, goingOut, pickingLines, slipsOf, withoutItems } from './store-sheets.ts'

const part = z.coerce.number().int().min(1).max(10_000).default(1)
const printForm = z.object({ sheet: z.enum(sheets), part })
const sheetQuery = z.object({ print: z.string().max(50).optional(), part: part.catch(1) })

async function print(c: Ask) {
  const wish = await readForm(c, printForm)
  const { id, batchId, sheet, part } = await printSheet(c.var.ctx, c.req.param('id')!, wish.sheet, wish.part)
  return onTo(c, `/batch/${batchId}/sheets/${sheet}?print=${id}${part > 1 ? `&part=${part}` : ''}`)
}

async function sheetPage(c: Ask) {
  const { ctx } = c.var
  const name = z.enum(sheets).safeParse(c.req.param('sheet')).data
  if (!name) throw new AppError('not_found', (lang) => words(lang).noBatch)
  const batch = await batchFor(ctx.read, ctx, c.req.param('id')!)
  const shop = (await findShop(ctx.read, batch.shopId))!
  const asked = readQuery(c, sheetQuery)
  const prints = await printsOf(ctx.read, batch.id)
  const print = printShown(prints, asked.print, name, batch)
  const parts = name === 'slips' ? slipParts(await slipOrder(ctx.read, batch.id)) : []
  const sheet: SheetProps = { shop, batch, sheet: name, print, lang: ctx.lang }
  const empty = name === 'changes' && !hasChanges(batch, prints)
  const back = propsFor(c, shop).here(`/batch/${batch.day}`)
  return page(
    c,
    { title: `${sheetWords(ctx.lang).titles[name]} ${monthDay(batch.day)}`, bare: true, scripts: ['sheet.js'] },
    <>
      <SheetBar {...sheet} part={asked.part} parts={parts.length} back={back} empty={empty} />
      <main id="main" class={`sheet ${name}`} lang={ctx.lang === 'zh' ? 'zh-CN' : 'en'}>
        {await contentOf(sheet)}
      </main>
    </>,
  )

  async function contentOf(props: SheetProps) {
    const db = ctx.read
    switch (props.sheet) {
      case 'picking':
        return <PickingList {...props} data={await pickingData(c, batch.id)} />
      case 'slips':
        return <PackingSlips slips={await slipsOf(db, parts[asked.part - 1] ?? [])} shop={shop} lang={ctx.lang} />
      case 'held':
        return <HeldList {...props} left={await allLeft(db, batch.id)} />
      case 'changes':
        return <ChangeList {...props} data={await changesOf(db, batch, prints, print)} />
    }
  }
}

/**
 * The print that a page may call itself: lists are made from what the batch is now, so an outdated one is a preview of
 * the newest. The sheet of changes can tell about its own versions at any time.
 */
const printShown = (prints: readonly Print[], id: string | undefined, sheet: Sheet, batch: Batch) =>
  prints.find((p) => p.id === id && p.sheet === sheet && (sheet === 'changes' || p.version === batch.version))

const pickingData = async ({ var: { ctx } }: Ask, batchId: string) => ({
  lines: await pickingLines(ctx.read, batchId),
  gifts: await giftLines(ctx.read, batchId),
  bare: await withoutItems(ctx.read, batchId),
  parcels: await goingOut(ctx.read, batchId),
  left: await leftCount(ctx.read, batchId),
})

export const sheetRoutes = [
  get('/batch/:id/sheets/:sheet', 'batch.print', sheetPage),
  post('/batch/:id/print', 'batch.print', print),
]
