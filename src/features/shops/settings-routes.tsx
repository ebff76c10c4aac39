/** Pages on which managers say how the shop works. */
import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { dayOf } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { savedHref } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { refusal } from './refusals.ts'
import { missingYears } from './rules.ts'
import { SettingsPage } from './settings-page.tsx'
import { changeAlerts, changeHours, changeShifts, clearDay, keepBuyerData, setDay } from './settings.ts'
import { calendarOf, findShop } from './store.ts'

/** The shop that this person looks at. */
export async function currentShop(c: Ask) {
  const { ctx } = c.var
  const shop = ctx.shopId ? await findShop(ctx.read, ctx.shopId) : undefined
  if (!shop) throw refusal('not_found', 'noShop')
  return shop
}

const currentId = async (c: Ask) => (await currentShop(c)).id

/** Boxes of one name: none, one or several. */
export const boxes = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat())

async function settings(c: Ask) {
  const { ctx } = c.var
  const shop = await currentShop(c)
  const calendar = await calendarOf(ctx.read, shop)
  const today = dayOf(ctx.now, shop.timeZone)
  const { special } = calendar
  const props = {
    lang: ctx.lang,
    who: ctx.who,
    shop,
    today,
    special,
    missing: missingYears(calendar, today),
    rooms: c.var.features.flatMap((room) => room.settings ?? []),
  }
  const saved = { at: c.req.query('saved'), now: ctx.now }
  return page(
    c,
    { title: words(ctx.lang).settings, active: '/shop/settings' },
    <SettingsPage {...props} saved={saved} />,
  )
}

/** A box that is ticked, or not. */
const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

const hoursForm = z.object({
  name: z.string(),
  cutoff: z.string(),
  restDays: boxes.transform((days) => days.map(Number)),
  keepsHolidays: ticked,
})

export const shiftsForm = z
  .object({ dayFrom: z.string(), dayTo: z.string(), nightFrom: z.string(), nightTo: z.string() })
  .transform((f) => ({ day: { from: f.dayFrom, to: f.dayTo }, night: { from: f.nightFrom, to: f.nightTo } }))

const numbersIn = (text: string) => text.split(/\D+/).filter(Boolean).map(Number)
const alertsFields = z.object({
  warnMinutes: z.string().transform(numbersIn),
  holdAlertMinutes: z.coerce.number(),
  idleLockMinutes: z.coerce.number(),
  acknowledgeMinutes: z.coerce.number().default(30),
  handoverGate: ticked,
  unpaidWindow: z.string().optional(),
})
const alertsForm = alertsFields.transform(({ unpaidWindow, ...alerts }) => {
  if (unpaidWindow === undefined) return alerts
  const [from = 0, to = 0] = numbersIn(unpaidWindow)
  return { ...alerts, unpaidWindow: { from, to } }
})

const dayForm = z
  .object({ day: z.string(), works: z.enum(['usual', 'yes', 'no']), dayCutoff: z.string(), why: z.string() })
  .transform(({ day, works, dayCutoff, why }) => ({
    day,
    works: works === 'usual' ? null : works === 'yes',
    cutoff: dayCutoff || null,
    why,
  }))

/** Reads the form, does the one thing, and shows the settings again. */
const saving =
  <S extends z.ZodType>(form: S, act: (c: Ask, shopId: string, read: z.output<S>) => Promise<unknown>) =>
  async (c: Ask) => {
    const read = await readForm(c, form)
    await act(c, await currentId(c), read)
    return onTo(c, savedHref('/shop/settings', c.var.ctx.now))
  }

const buyerDataForm = z.object({ until: z.string().optional(), why: z.string() })

export const settingsRoutes: Route[] = [
  get('/shop/settings', 'shop.settings', settings),
  post(
    '/shop/settings/hours',
    'shop.settings',
    saving(hoursForm, (c, shopId, hours) => changeHours(c.var.ctx, shopId, hours)),
  ),
  post(
    '/shop/settings/shifts',
    'shop.settings',
    saving(shiftsForm, (c, shopId, shifts) => changeShifts(c.var.ctx, shopId, shifts)),
  ),
  post(
    '/shop/settings/alerts',
    'shop.settings',
    saving(alertsForm, (c, shopId, alerts) => changeAlerts(c.var.ctx, shopId, alerts)),
  ),
  post(
    '/shop/days',
    'shop.settings',
    saving(dayForm, (c, shopId, day) => setDay(c.var.ctx, shopId, day)),
  ),
  post(
    '/shop/days/:day/remove',
    'shop.settings',
    saving(z.object({}), (c, shopId) => clearDay(c.var.ctx, shopId, c.req.param('day')!)),
  ),
  post(
    '/shop/buyer-data',
    'shop.settings',
    saving(buyerDataForm, (c, shopId, { until, why }) => keepBuyerData(c.var.ctx, shopId, until ?? null, why)),
  ),
]
