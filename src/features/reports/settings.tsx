/** REPORT-4: how long after a shift its report is due: a manager decides it for the shop. */
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { refusalsIn } from '../../core/errors.ts'
import { readForm } from '../../core/forms.ts'
import { dictionary } from '../../core/i18n.ts'
import { timeOf } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type SettingsPage } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Act, Field, Saved, savedHref } from '../../ui/parts.tsx'
import { spanOfTurn, turnAt } from '../shifts/index.ts'
import { changeSettings, shopHere, type Shop } from '../shops/index.ts'
import { dueAfter, MOST_REPORT_MINUTES, reportMinutesOf } from './rules.ts'

const zh = {
  title: '日报几点前交',
  link: '日报',
  back: '店铺设置',
  hint: (day: string, night: string) => `现在：早班 ${day} 前，晚班 ${night} 前。改了以后，没交的都按新的算。`,
  minutes: '下班后多少分钟内交',
  minutesHint: '分钟，1 到 720',
  wrong: '写 1 到 720 的整数',
  save: '存好',
  saved: '存好了',
}
const en: typeof zh = {
  title: 'When daily reports are due',
  link: 'Daily reports',
  back: 'Shop settings',
  hint: (day, night) =>
    `Now: by ${day} after a day shift, by ${night} after a night shift. A change counts for all that are not filed.`,
  minutes: 'Minutes after the shift ends',
  minutesHint: 'Minutes, 1 to 720',
  wrong: 'Write a whole number from 1 to 720',
  save: 'Save',
  saved: 'Saved',
}
const words = dictionary(zh, en)
const refusal = refusalsIn(words)

const HREF = '/report-settings'

/** Reports that are not filed yet are due by the new time at once. */
export async function setReportMinutes(ctx: Context, shopId: string, minutes: number): Promise<void> {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_REPORT_MINUTES)
    throw refusal('invalid', 'wrong', 'minutes')
  await changeSettings(ctx, shopId, { reportMinutes: minutes }, { kind: 'report.minutes_changed' })
}

/** "18:00" */
const dueTime = (shop: Shop, side: 'day' | 'night', now: number) =>
  timeOf(dueAfter(spanOfTurn({ day: turnAt(shop, now).day, side }, shop).to, shop), shop.timeZone)

function show(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const t = words(ctx.lang)
  return page(
    c,
    { title: t.title, active: '/shop/settings' },
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">
          <a href="/shop/settings">{t.back}</a> · {t.link}
        </p>
        <h1>{t.title}</h1>
        <p>{t.hint(dueTime(shop, 'day', ctx.now), dueTime(shop, 'night', ctx.now))}</p>
      </section>
      <Act action={HREF} class="panel stack form">
        <Field name="minutes" label={t.minutes} hint={t.minutesHint}>
          <input
            id="minutes"
            name="minutes"
            type="number"
            min={1}
            max={MOST_REPORT_MINUTES}
            value={reportMinutesOf(shop)}
            required
          />
        </Field>
        <p class="line">
          <button type="submit" class="primary">
            {t.save}
          </button>
        </p>
      </Act>
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {t.saved}
      </Saved>
    </main>,
  )
}

async function save(c: Ask) {
  const { minutes } = await readForm(c, z.object({ minutes: z.coerce.number() }))
  await setReportMinutes(c.var.ctx, shopHere(c).id, minutes)
  return onTo(c, savedHref(HREF, c.var.ctx.now))
}

export const settingsRoutes = [get(HREF, 'shop.settings', show), post(HREF, 'shop.settings', save)]
export const settingsPage: SettingsPage = { href: HREF, word: (lang) => words(lang).link, right: 'shop.settings' }
