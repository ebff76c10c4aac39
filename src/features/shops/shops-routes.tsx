/** Adding shops, for admins. */
import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { addShop } from './actions.ts'
import { platforms } from './flags.ts'
import { words } from './messages.ts'
import { boxes } from './settings-routes.tsx'
import { ShopsPage } from './shops-page.tsx'
import { shopsOf } from './store.ts'

export const shopForm = z.object({
  name: z.string(),
  code: z.string(),
  platform: z.enum(platforms),
  cutoff: z.string(),
  restDays: boxes.transform((days) => days.map(Number)),
})

async function shopsPage(c: Ask) {
  const { ctx } = c.var
  const shops = await shopsOf(ctx.read, ctx.who.shopIds)
  return page(c, { title: words(ctx.lang).shops }, <ShopsPage lang={ctx.lang} shops={shops} />)
}

export const shopsRoutes: Route[] = [
  get('/shops', 'shop.create', shopsPage),
  post('/shops', 'shop.create', async (c) => {
    await addShop(c.var.ctx, await readForm(c, shopForm))
    return onTo(c, '/shops')
  }),
]
