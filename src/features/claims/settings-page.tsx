/** On which a manager says who checks, how long is too long, and whether reviews are rewarded. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import type { Lang } from '../../core/i18n.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Act, Badge, Field, Saved, savedHref } from '../../ui/parts.tsx'
import { staffOf, type Staff } from '../people/index.ts'
import { shopHere, type Shop } from '../shops/index.ts'
import { pageWords } from './page-words.ts'
import { claimDaysOf } from './rules.ts'
import { changeChecks, rewardReviews } from './settings.ts'

type Props = { lang: Lang; shop: Shop; able: readonly Staff[] }

async function show(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const able = (await staffOf(ctx.read, shop.id)).filter((person) => may(person, 'prizes.check'))
  const t = pageWords(ctx.lang)
  return page(
    c,
    { title: t.settings, active: '/shop/settings' },
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">
          <a href="/shop/settings">{t.toSettings}</a> · {t.settings}
        </p>
        <h1>{t.settingsTitle}</h1>
      </section>
      <Checks lang={ctx.lang} shop={shop} able={able} />
      <Reviews lang={ctx.lang} shop={shop} />
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {t.savedSettings}
      </Saved>
    </main>,
  )
}

function Checks({ lang, shop, able }: Props) {
  const t = pageWords(lang)
  const named = shop.settings.prizeCheckers ?? []
  return (
    <Act action="/shop/prizes" class="panel stack form">
      <fieldset class="field">
        <legend>{t.checkers}</legend>
        <p class="line">
          {able.map(({ id, handle }) => (
            <label class="box-line">
              <input type="checkbox" name="checkers" value={id} checked={named.includes(id)} /> {handle}
            </label>
          ))}
        </p>
        <span class="hint">{t.checkersHint}</span>
        <span class="error" data-error="checkers" hidden />
      </fieldset>
      <Field name="claimDays" label={t.claimDays} hint={t.claimDaysHint}>
        <input id="claimDays" name="claimDays" type="number" min={1} max={30} value={claimDaysOf(shop)} required />
      </Field>
      <p class="line">
        <button class="primary">{t.saveSettings}</button>
      </p>
    </Act>
  )
}

function Reviews({ lang, shop }: Omit<Props, 'able'>) {
  const t = pageWords(lang)
  const isOn = shop.settings.reviewRewards === true
  return (
    <section class="panel" id="reviews">
      <header>
        <h2>{t.reviews}</h2>
        <Badge tone={isOn ? 'late' : undefined}>{isOn ? t.reviewsAre.on : t.reviewsAre.off}</Badge>
      </header>
      <p class="warning" data-tone="late">
        {t.legal}
      </p>
      <Act action="/shop/prizes/reviews" class="stack form foot">
        <input type="hidden" name="on" value={isOn ? 'no' : 'yes'} />
        {!isOn && (
          <p class="field">
            <label class="box-line">
              <input type="checkbox" name="read" value="yes" required /> {t.readLegal}
            </label>
            <span class="error" data-error="read" hidden />
          </p>
        )}
        <p class="field">
          <label for="reviews-why">{t.why}</label>
          <input id="reviews-why" name="why" maxlength={200} />
          <span class="error" data-error="why" hidden />
        </p>
        <p class="line">
          <button class={isOn ? undefined : 'stop'}>{isOn ? t.turnOff : t.turnOn}</button>
        </p>
      </Act>
    </section>
  )
}

const checksForm = z.object({
  checkers: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => [value].flat()),
  claimDays: z.coerce.number(),
})

async function save(c: Ask) {
  const { checkers, claimDays } = await readForm(c, checksForm)
  await changeChecks(c.var.ctx, shopHere(c).id, { prizeCheckers: checkers, claimDays })
  return onTo(c, savedHref('/shop/prizes', c.var.ctx.now))
}

const reviewsForm = z.object({ on: z.enum(['yes', 'no']), read: z.string().optional(), why: z.string().default('') })

async function reviews(c: Ask) {
  const { on, read, why } = await readForm(c, reviewsForm)
  await rewardReviews(c.var.ctx, shopHere(c).id, { on: on === 'yes', read: read === 'yes', why })
  return onTo(c, savedHref('/shop/prizes', c.var.ctx.now))
}

export const settingsRoutes = [
  get('/shop/prizes', 'shop.settings', show),
  post('/shop/prizes', 'shop.settings', save),
  post('/shop/prizes/reviews', 'shop.settings', reviews),
]
