/** The notebook: writing, reading, and onto tonight's agenda. */
import { z } from 'zod'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import { HOUR } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { namesOf } from '../people/index.ts'
import { shopHere } from '../shops/index.ts'
import { offAgenda, toAgenda, writeNote } from './actions.ts'
import { words } from './messages.ts'
import { mayPlace } from './rules.ts'
import { notesOf, notesSince } from './store.ts'
import { NotebookView, PlacedToast } from './views.tsx'

/** What a lead sees of the team. */
const TEAM_SINCE = 14 * 24 * HOUR

async function show(c: Ask) {
  const { ctx } = c.var
  const { read, who, now, lang } = ctx
  const shop = shopHere(c)
  const canSeeTeam = may(who, 'day.team')
  const isTeam = canSeeTeam && c.req.query('whose') === 'team'
  const found = isTeam ? await notesSince(read, shop.id, now - TEAM_SINCE) : await notesOf(read, shop.id, who.id!)
  const notes = found.map((note) => ({ ...note, canPlace: mayPlace(note, who) }))
  const names = await namesOf(read, [...new Set(notes.map(({ authorId }) => authorId))])
  const placed = c.req.query('placed')
  const isFresh = placed !== undefined && notes.some(({ id, agendaDay }) => id === placed && agendaDay !== null)
  return page(
    c,
    { title: words(lang).title, active: '/notebook' },
    <main id="main" class="page stack">
      <NotebookView {...{ lang, zone: shop.timeZone, notes, names, isTeam, canSeeTeam, undoable: isFresh }} />
      {isFresh && <PlacedToast id={placed} lang={lang} whose={isTeam ? 'team' : undefined} />}
      <Saved at={c.req.query('saved')} now={now}>
        {words(lang).saved}
      </Saved>
    </main>,
  )
}

async function write(c: Ask) {
  const { ctx } = c.var
  const { id: shopId } = shopHere(c)
  const { text } = await readForm(c, z.object({ text: z.string() }))
  await writeNote(ctx, { shopId, text })
  return onTo(c, savedHref('/notebook', ctx.now))
}

const whoseForm = z.object({ whose: z.enum(['team']).optional().catch(undefined) })
const listOf = (whose: string | undefined) => (whose ? `/notebook?whose=${whose}` : '/notebook')

async function place(c: Ask) {
  const { whose } = await readForm(c, whoseForm)
  const id = c.req.param('id')!
  await toAgenda(c.var.ctx, id)
  return onTo(c, `${listOf(whose)}${whose ? '&' : '?'}placed=${id}`)
}

async function takeOff(c: Ask) {
  const { whose } = await readForm(c, whoseForm)
  await offAgenda(c.var.ctx, c.req.param('id')!)
  return onTo(c, listOf(whose))
}

export const routes = [
  get('/notebook', 'notebook.keep', show),
  post('/notebook', 'notebook.keep', write),
  post('/notebook/:id/to-agenda', 'notebook.keep', place),
  post('/notebook/:id/off-agenda', 'notebook.keep', takeOff),
]
