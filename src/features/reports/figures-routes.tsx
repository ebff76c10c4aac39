/** Bringing in the chat tool's figures: a table that comes for the first time is shown; with `apply` it is taken in. */
import { z } from 'zod'
import { activityOf } from '../../core/activity.ts'
import { readForm } from '../../core/forms.ts'
import { dayOf, isDay } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { shopHere } from '../shops/index.ts'
import { importFigures, previewFigures, type FiguresPreview } from './figures.ts'
import { MOST_BYTES } from './figures-file.ts'
import { lastDayOf } from './figures-store.ts'
import { FiguresPreviewView, FiguresView } from './figures-view.tsx'
import { figuresRefusal, figuresWords } from './figures-words.ts'

const HREF = '/report-figures'
/** Imports that the page tells of. */
const TOLD = 10

async function figuresPage(c: Ask, preview?: FiguresPreview) {
  const { ctx } = c.var
  const t = figuresWords(ctx.lang)
  const shop = shopHere(c)
  const props = {
    lang: ctx.lang,
    shop,
    today: dayOf(ctx.now, shop.timeZone),
    lastDay: await lastDayOf(ctx.read, shop.id),
    history: await activityOf(ctx.read, `figures:${shop.id}`, TOLD),
  }
  return page(
    c,
    { title: t.title, active: '/report-grid' },
    <main id="main" class="page stack">
      {preview ? <FiguresPreviewView lang={ctx.lang} preview={preview} /> : <FiguresView {...props} />}
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {t.imported}
      </Saved>
    </main>,
  )
}

const form = z.object({
  file: z.union([z.instanceof(File), z.literal('')]).optional(),
  text: z.string().optional(),
  day: z.union([z.string().refine(isDay), z.literal('')]).optional(),
  apply: z.literal('yes').optional(),
})

async function bring(c: Ask) {
  const { ctx } = c.var
  const { file, text = '', day, apply } = await readForm(c, form)
  const shop = shopHere(c)
  if (apply) {
    await importFigures(ctx, shop.id, text)
    return onTo(c, savedHref(HREF, ctx.now))
  }
  const bytes = file && file.size ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(text)
  if (!bytes.length) throw figuresRefusal('invalid', 'noFile', 'file')
  return figuresPage(c, await previewFigures(ctx, shop.id, bytes, day || undefined))
}

/** The table, and a megabyte for what a form puts around it. */
const UPLOAD_BYTES = MOST_BYTES + 1024 * 1024

export const figuresRoutes = [
  get(HREF, 'reports.figures', (c) => figuresPage(c)),
  { ...post(HREF, 'reports.figures', bring), mostBytes: UPLOAD_BYTES },
]
