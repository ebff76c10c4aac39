/** CUT-5: asking to stop a parcel, answering for it, adding one late. */
import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { localPath, onTo, pageBefore, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { parcelFor } from './actions.ts'
import { addLate } from './additions.ts'
import { pageWords } from './page-messages.ts'
import { StopView } from './parcels-view.tsx'
import type { StopAnswer } from './rules.ts'
import { answerStop, askStop } from './stopping.ts'

const why = z.string().trim().min(1).max(200)
const stopForm = z.object({ why, back: z.string().optional() })
const addForm = z.object({ tid: z.string().trim().min(1).max(40), why })

async function stopPage(c: Ask) {
  const { ctx } = c.var
  const parcel = await parcelFor(ctx.read, ctx, c.req.param('id')!)
  return page(
    c,
    { title: pageWords(ctx.lang).stopThis, active: '/batch' },
    <main id="main" class="page stack">
      <StopView parcel={parcel} lang={ctx.lang} back={pageBefore(c) ?? `/orders/${parcel.order.id}`} />
    </main>,
  )
}

async function stop(c: Ask) {
  const form = await readForm(c, stopForm)
  await askStop(c.var.ctx, c.req.param('id')!, form.why)
  const back = localPath(form.back)
  return onTo(c, back ?? pageBefore(c) ?? '/batch', { leave: back !== undefined })
}

const answer = (said: StopAnswer) => async (c: Ask) => {
  await answerStop(c.var.ctx, c.req.param('id')!, said)
  return onTo(c, pageBefore(c) ?? '/batch')
}

export const parcelRoutes = [
  get('/shipments/:id/stop', 'batch.stop', stopPage),
  post('/shipments/:id/stop', 'batch.stop', stop),
  post('/shipments/:id/stopped', 'batch.confirm', answer('stopped')),
  post('/shipments/:id/too-late', 'batch.confirm', answer('too_late')),
  post('/batch/:id/add', 'batch.add', async (c) => {
    await addLate(c.var.ctx, c.req.param('id')!, await readForm(c, addForm))
    return onTo(c, pageBefore(c) ?? '/batch')
  }),
]
