/** How soon a line of the sheet is to be done: a manager decides it for the shop. */
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { readForm } from '../../core/forms.ts'
import { momentWord } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type SettingsPage } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Act, Field, Saved, savedHref } from '../../ui/parts.tsx'
import { changeSettings, shopHere } from '../shops/index.ts'
import { dueFor } from './line.ts'
import { refusal, words } from './messages.ts'
import { pageWords } from './page-words.ts'
import { entryHoursOf, MOST_HOURS } from './rules.ts'

const HREF = '/shop/aftersales'

/** Whole working hours; lines that are open keep the time they have. */
export function setEntryHours(ctx: Context, shopId: string, hours: number): Promise<void> {
  if (!Number.isInteger(hours) || hours < 1 || hours > MOST_HOURS) throw refusal('invalid', 'hoursWrong', 'hours')
  return changeSettings(ctx, shopId, { entryHours: hours }, { kind: 'aftersales.hours_changed' })
}

async function show(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const t = pageWords(ctx.lang)
  const due = momentWord(await dueFor(ctx.read, shop, ctx.now), shop.timeZone, ctx.lang)
  return page(
    c,
    { title: t.settingsTitle, active: '/shop/settings' },
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">
          <a href="/shop/settings">{t.backToSettings}</a> · {words(ctx.lang).title}
        </p>
        <h1>{t.settingsTitle}</h1>
        <p>{t.settingsHint(due)}</p>
      </section>
      <Act action={HREF} class="panel stack form">
        <Field name="hours" label={t.hours} hint={t.hoursHint}>
          <input id="hours" name="hours" type="number" min={1} max={MOST_HOURS} value={entryHoursOf(shop)} required />
        </Field>
        <p class="line">
          <button type="submit" class="primary">
            {t.saveHours}
          </button>
        </p>
      </Act>
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {t.hoursSaved}
      </Saved>
    </main>,
  )
}

async function save(c: Ask) {
  const { hours } = await readForm(c, z.object({ hours: z.coerce.number() }))
  await setEntryHours(c.var.ctx, shopHere(c).id, hours)
  return onTo(c, savedHref(HREF, c.var.ctx.now))
}

export const settingsRoutes = [get(HREF, 'shop.settings', show), post(HREF, 'shop.settings', save)]
export const settingsPage: SettingsPage = { href: HREF, word: (lang) => words(lang).title, right: 'shop.settings' }
