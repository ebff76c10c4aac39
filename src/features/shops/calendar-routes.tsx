/** The working calendar, and loading a year of public holidays. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import { dayOf, yearOf } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, marksOf, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { CalendarPage } from './calendar-page.tsx'
import { loadYear } from './calendar.ts'
import { savedHref } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { missingYears } from './rules.ts'
import { currentShop } from './settings-routes.tsx'
import { calendarOf } from './store.ts'

const yearAsked = z.coerce.number().int().min(2000).max(2100)

async function calendarPage(c: Ask) {
  const { ctx } = c.var
  const shop = await currentShop(c)
  const calendar = await calendarOf(ctx.read, shop)
  const today = dayOf(ctx.now, shop.timeZone)
  const missing = missingYears(calendar, today)
  const asked = yearAsked.safeParse(c.req.query('year'))
  const year = asked.success ? asked.data : (missing.at(-1) ?? yearOf(today))
  const mayLoad = may(ctx.who, 'calendar.load')
  const marks = await marksOf(c.var.features, ctx.read, shop, `${year}-01-01`, `${year}-12-31`)
  const props = { lang: ctx.lang, shopName: shop.name, calendar, year, today, missing, mayLoad, marks }
  const saved = { at: c.req.query('saved'), now: ctx.now }
  return page(c, { title: words(ctx.lang).calendar, active: '/calendar' }, <CalendarPage {...props} saved={saved} />)
}

const form = z.object({ json: z.string().max(200_000), file: z.instanceof(File).optional() })

/** A chosen file wins over what is pasted: an empty file field arrives as an empty file. */
async function load(c: Ask) {
  const { json, file } = await readForm(c, form)
  const { year } = await loadYear(c.var.ctx, file?.size ? await file.text() : json)
  return onTo(c, savedHref(`/calendar?year=${year}`, c.var.ctx.now))
}

export const calendarRoutes: Route[] = [
  get('/calendar', 'shop.see', calendarPage),
  post('/calendar/years', 'calendar.load', load),
]
