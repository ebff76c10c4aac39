import { z } from 'zod'
import { readBody, readQuery } from '../../core/forms.ts'
import { isPartial, onTo } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { hueOf } from '../people/index.ts'
import { scan } from './actions.ts'
import { CardsSheet } from './cards.tsx'
import { words } from './messages.ts'
import { screenOf } from './screen.ts'
import { findScan, type Scan } from './store-scans.ts'
import { Bench } from './views.tsx'

const texts = z.union([z.string(), z.array(z.string())]).transform((v) => [v].flat())
/** A pressed button counts more than the field beside it: the last that says something. */
const lastText = texts.transform((list) => list.findLast((text) => text.trim() !== '') ?? '')
const mode = z.enum(['pack', 'hand']).default('pack')

const asked = z.object({
  id: z.uuid().toLowerCase(),
  code: lastText,
  mode,
  open: z.string().max(50).nullish().default(null),
  ticked: texts.default([]),
  why: lastText.pipe(z.string().max(200)).default(''),
  ago: z.coerce.number().default(0),
})
const seen = z.object({ scan: z.uuid().optional().catch(undefined), mode: mode.catch('pack') })

export const benchRoutes = [
  get('/bench', 'bench.scan', async (c) => {
    const { ctx } = c.var
    const query = readQuery(c, seen)
    const last = query.scan ? await findScan(ctx.read, ctx.who.id, query.scan) : undefined
    const screen = await screenOf(ctx, last, query)
    const options = {
      title: words(ctx.lang).bench,
      bare: true,
      scripts: ['bench.js', 'bench-keys.js', 'bench-sounds.js'],
    }
    return page(c, options, <Bench ctx={ctx} screen={screen} hue={await hueOf(ctx)} />)
  }),

  post('/bench/scans', 'bench.scan', async (c) => {
    const { ctx } = c.var
    const wish = await readBody(c, asked)
    const done = await scan(ctx, wish)
    if (c.req.header('accept')?.startsWith('application/json')) return c.json(plain(done))
    if (!isPartial(c)) return onTo(c, `/bench?scan=${done.id}&mode=${wish.mode}`)
    const screen = await screenOf(ctx, done, wish)
    return c.html(<Bench ctx={ctx} screen={screen} hue={await hueOf(ctx)} />)
  }),

  get('/bench/cards', 'bench.scan', (c) => {
    const { lang } = c.var.ctx
    const options = { title: words(lang).cards, bare: true, scripts: ['sheet.js'] }
    return page(c, options, <CardsSheet lang={lang} print={c.req.query('print') === 'now'} />)
  }),
]

/** What another program needs to know; details of the order stay with the order. */
const plain = ({ id, code, answer, did, shipmentId, orderId }: Scan) => ({
  id,
  code,
  answer,
  did,
  shipment: shipmentId,
  order: orderId,
})
