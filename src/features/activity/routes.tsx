import { z } from 'zod'
import { activityPage } from '../../core/activity.ts'
import { AppError } from '../../core/errors.ts'
import { readQuery } from '../../core/forms.ts'
import type { Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { shellWords } from '../../words.ts'
import { findShop } from '../shops/index.ts'
import { words } from './messages.ts'
import { namesIn } from './store.ts'
import { LogPage } from './views.tsx'

const ROWS = 500

const asked = z.object({ before: z.coerce.number().int().positive().optional() })

async function log(c: Ask) {
  const { ctx, features } = c.var
  const { before } = readQuery(c, asked)
  const shop = ctx.shopId ? await findShop(ctx.read, ctx.shopId) : undefined
  if (!shop) throw new AppError('not_found', (lang) => shellWords(lang).notFound)
  const found = await activityPage(ctx.read, shop.id, before, ROWS + 1)
  const rows = found.slice(0, ROWS)
  const props = {
    lang: ctx.lang,
    shopName: shop.name,
    timeZone: shop.timeZone,
    rows,
    names: await namesIn(ctx.read, shop.id, rows),
    sentences: Object.assign({}, ...features.map((feature) => feature.sentences)),
    later: before !== undefined,
    next: found.length > ROWS ? rows.at(-1)!.seq : undefined,
  }
  return page(c, { title: words(ctx.lang).log, active: '/activity' }, <LogPage {...props} />)
}

export const routes = [get('/activity', 'activity.see', log)]
