/** Differences between the platform's file and the board, to decide one by one or several at once. */
import { z } from 'zod'
import { readForm, readQuery } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import {
  countDifferences,
  decideDifference,
  decideDifferences,
  MOST_COUNTED,
  openDifferences,
  type Decision,
} from '../orders/index.ts'
import { DifferencesPage } from './differences-view.tsx'
import { pageWords } from './page-messages.ts'
import { currentShop } from './routes.tsx'

const ON_PAGE = 50
const asked = z.object({ after: z.string().max(40).default(''), refused: z.coerce.number().int().min(0).catch(0) })

async function list(c: Ask) {
  const { ctx } = c.var
  const shop = await currentShop(ctx)
  const { after, refused } = readQuery(c, asked)
  const rows = await openDifferences(ctx.read, shop.id, after, ON_PAGE + 1)
  const open = await countDifferences(ctx.read, shop.id)
  const total = open < MOST_COUNTED ? String(open) : `${MOST_COUNTED}+`
  const props = { lang: ctx.lang, shop, rows: rows.slice(0, ON_PAGE), more: rows.length > ON_PAGE, total, refused }
  const options = { title: pageWords(ctx.lang).differences, active: '/differences' }
  return page(c, options, <DifferencesPage {...props} />)
}

const decide = (decision: Decision) => async (c: Ask) => {
  await decideDifference(c.var.ctx, c.req.param('id')!, decision)
  return onTo(c, '/differences')
}

const ids = z.union([z.string(), z.array(z.string())]).transform((v) => [v].flat())
const several = z.object({ decision: z.enum(['keep', 'take']), id: ids })

async function decideMany(c: Ask) {
  const { decision, id } = await readForm(c, several)
  const { refused } = await decideDifferences(c.var.ctx, id, decision)
  return onTo(c, refused ? `/differences?refused=${refused}` : '/differences')
}

export const differenceRoutes = [
  get('/differences', 'orders.see', list),
  post('/decisions', 'orders.decide', decideMany),
  post('/differences/:id/keep', 'orders.decide', decide('keep')),
  post('/differences/:id/take', 'orders.decide', decide('take')),
]
