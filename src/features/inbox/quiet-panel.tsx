/** Quiet hours on a person's own page. */
import type { Ask } from '../../core/web.ts'
import { Act, Clock, Field, Saved } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { DEFAULT_QUIET } from './rules.ts'
import { quietOf } from './store-delivery.ts'

export async function quietPanel(c: Ask) {
  const { ctx } = c.var
  const t = words(ctx.lang)
  const { from, to } = await quietOf(ctx.read, ctx.who.id!)
  const isOn = from !== null && to !== null
  return (
    <Act action="/me/quiet" class="panel stack form" id="quiet">
      <header>
        <h2>{t.quiet}</h2> <span class="count">{isOn ? t.quietIs(from, to) : t.quietNone}</span>
      </header>
      <p class="quiet">{t.quietHint}</p>
      <div class="choices" role="group" aria-label={t.quiet}>
        <label>
          <input type="radio" name="quiet" value="on" checked={isOn} /> {t.quietOn}
        </label>
        <label>
          <input type="radio" name="quiet" value="off" checked={!isOn} /> {t.quietOff}
        </label>
      </div>
      <div class="line" data-when="quiet=on">
        <Field name="from" label={t.from}>
          <Clock name="from" value={from ?? DEFAULT_QUIET.from} required />
        </Field>
        <Field name="to" label={t.to}>
          <Clock name="to" value={to ?? DEFAULT_QUIET.to} required />
        </Field>
      </div>
      <p class="hint quiet" data-when="quiet=on">
        {t.timesHint}
      </p>
      <p class="line">
        <button>{t.save}</button>
      </p>
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {t.quietSaved}
      </Saved>
    </Act>
  )
}
