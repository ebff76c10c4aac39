/** What was just done on the board, with a way back where its room has one. */
import type { Ask } from '../../core/web.ts'
import { Saved } from '../../ui/parts.tsx'
import { tickedToast } from '../days/toast.tsx'
import { toastOf } from '../orders/toast.tsx'
import { quicks, type Quick } from './quick-sight.ts'
import { quickWords } from './quick-words.ts'

const places = {
  followup: (id: string) => `/followup/${id}`,
  claim: (id: string) => `/claim/${id}`,
  note: () => '/notebook',
}
const isNoted = (text: string | undefined): text is keyof typeof places & Quick =>
  quicks.some((what) => what === text) && Object.hasOwn(places, text!)

/** Nothing when the address is opened later. */
export async function doneToast(c: Ask) {
  const { ctx } = c.var
  const [done, noted] = [c.req.query('done'), c.req.query('noted')]
  if (done) return toastOf(ctx, done)
  if (!isNoted(noted)) return tickedToast(c)
  const { of = '', saved } = c.req.query()
  if (!/^[\w-]{1,50}$/.test(of)) return null
  const t = quickWords(ctx.lang)
  return (
    <Saved at={saved} now={ctx.now}>
      <span>{t.saved[noted]}</span>{' '}
      <a class="button plain" href={places[noted](of)}>
        {t.open}
      </a>
    </Saved>
  )
}
