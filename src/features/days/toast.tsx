/** What was just ticked, with a button that takes it back for ten seconds. */
import { isDay, MINUTE } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import { daySteps, type DayStep } from '../../feature.ts'
import { UndoToast } from '../../ui/toast.tsx'
import { words } from './messages.ts'

const isStep = (text: string | undefined): text is DayStep =>
  (daySteps as readonly (string | undefined)[]).includes(text)

/** Nothing when the address is opened later. */
export function tickedToast(c: Ask) {
  const step = c.req.query('ticked')
  if (!isStep(step)) return null
  const { lang, now } = c.var.ctx
  const { saved = '0', day = '', side } = c.req.query()
  if (!isDay(day) || now - Number(saved) > MINUTE) return null
  const t = words(lang)
  return (
    <UndoToast id={`ticked-${step}-${Number(saved)}`} said={t.tickedNow(t.steps[step])} action="/day/untick" words={t}>
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="step" value={step} />
      {side && <input type="hidden" name="side" value={side} />}
    </UndoToast>
  )
}
