/** Posting a notice. */
import type { Lang } from '../../core/i18n.ts'
import type { Day } from '../../core/time.ts'
import { Act, Field } from '../../ui/parts.tsx'
import type { Shop } from '../shops/index.ts'
import { words } from './messages.ts'
import { LONGEST_BODY, LONGEST_TITLE } from './rules.ts'
import type { Notice } from './store.ts'

type FormProps = {
  lang: Lang
  shop: Shop
  /** Whose words are taken up again. */
  old: Notice | undefined
  days: { today: Day; usual: Day; latest: Day }
}

export function FormView({ lang, shop, old, days }: FormProps) {
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">
          <a href="/notices">{t.when(shop.name)}</a>
        </p>
        <h1>{t.postTitle}</h1>
        <p class="quiet">{t.sendHint}</p>
      </section>
      <p class="warning" data-tone="soon">
        {t.notMoving} <a href="/handovers">{t.toHandover}</a>
      </p>
      <Act action="/notices" class="stack form">
        <Field name="title" label={t.title} hint={t.titleHint}>
          <input id="title" name="title" maxlength={LONGEST_TITLE} required value={old?.title} autocomplete="off" />
        </Field>
        <Field name="body" label={t.body} hint={t.bodyHint}>
          <textarea id="body" name="body" rows={6} maxlength={LONGEST_BODY} required>
            {old?.body}
          </textarea>
        </Field>
        <Field name="expiresOn" label={t.expiresOn} hint={t.expiresHint}>
          <input
            id="expiresOn"
            name="expiresOn"
            type="date"
            class="day-field"
            required
            min={days.today}
            max={days.latest}
            value={days.usual}
          />
        </Field>
        <p class="quiet">{t.againHint}</p>
        <p class="line">
          <button class="primary">{t.send}</button>
          <a class="button plain" href="/notices">
            {t.back}
          </a>
        </p>
      </Act>
    </main>
  )
}
