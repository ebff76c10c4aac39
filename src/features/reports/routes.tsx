/** One's own reports, writing one, reading a version, and to whom they go. */
import { z } from 'zod'
import { newId } from '../../../db/kit.ts'
import { may } from '../../access.ts'
import { readForm } from '../../core/forms.ts'
import { fenFrom } from '../../core/text.ts'
import { timeOf, type Day } from '../../core/time.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post, type Route } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { turnAt } from '../shifts/index.ts'
import { shopHere, type Shift, type Shop } from '../shops/index.ts'
import { draftReport, type OfShift } from './drafting.ts'
import { fileReport } from './filing.ts'
import type { Sources } from './gathering.ts'
import { saveDraft, stampOf, type Sheet } from './keeping.ts'
import { reportList } from './listing.ts'
import { ListView } from './list-view.tsx'
import { refusal } from './messages.ts'
import { owedBetween } from './owed.ts'
import { pageWords } from './page-words.ts'
import { readReport } from './reading.ts'
import { routeOf } from './route.ts'
import type { ReportDraft } from './rules.ts'
import type { Report } from './store.ts'
import { attachedTo } from './sheets.ts'
import { VersionView } from './version-view.tsx'
import { WriteView } from './write-view.tsx'

/** Why no letter leaves, in words for who files one; undefined: they leave. */
export function mailBanner(c: Ask): string | undefined {
  const { world, ctx } = c.var
  if (world.mail) return undefined
  return world.demo ? pageWords(ctx.lang).inDemo : pageWords(ctx.lang).noMail
}

async function list(c: Ask) {
  const { ctx } = c.var
  const shop = shopHere(c)
  const canSetRoute = may(ctx.who, 'reports.route')
  const props = {
    lang: ctx.lang,
    shop,
    now: ctx.now,
    list: await reportList(ctx, shop),
    unplanned: may(ctx.who, 'reports.write') ? await unplannedTurn(c, shop) : undefined,
    canSetRoute,
    needsRoute: canSetRoute && (await routeOf(ctx.read, shop.id)) === undefined,
    banner: undefined,
  }
  return page(
    c,
    { title: pageWords(ctx.lang).title, active: '/reports' },
    <main id="main" class="page stack">
      <ListView {...props} />
    </main>,
  )
}

/** The turn that is on, when the roster does not have this person on its day. */
async function unplannedTurn({ var: { ctx } }: Ask, shop: Shop) {
  const turn = turnAt(shop, ctx.now)
  const owed = await owedBetween(ctx.read, shop, { from: turn.day, to: turn.day, personId: ctx.who.id! })
  return owed.length ? undefined : turn
}

// --- writing ------------------------------------------------------------------------------------------

/** Throws not_found for what is no shift. */
function shiftIn(c: Ask): OfShift {
  const { day, side } = c.req.param() as { day: Day; side: string }
  if (side !== 'day' && side !== 'night') throw refusal('not_found', 'notOwed')
  return { day, side: side satisfies Shift, shopId: shopHere(c).id }
}

const write = (sources: Sources) => async (c: Ask) => {
  const { ctx } = c.var
  const report = await draftReport(ctx, sources, shiftIn(c))
  const recipients = {
    lang: ctx.lang,
    route: await routeOf(ctx.read, report.shop.id),
    attached: attachedTo(report.content, ctx.lang),
    canSetRoute: may(ctx.who, 'reports.route'),
    banner: mailBanner(c),
  }
  return page(
    c,
    { title: pageWords(ctx.lang).title, active: '/reports' },
    <main id="main" class="page stack">
      <WriteView lang={ctx.lang} now={ctx.now} report={report} recipients={recipients} sheet={sheetOf(report.row)} />
    </main>,
  )
}

/** A page of its own each time. */
const sheetOf = (row: Report | undefined): Sheet => ({ id: newId(), from: stampOf(row) })

const text = z.string().default('')
/** A moment and an id. */
const stamp = z.string().max(100).default('')
const boxes = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat())
const writeForm = z
  .object({ enquiries: text, orders: text, sales: text, own: text, why: text, none: boxes, seen: z.coerce.number() })
  .extend({ sheet: stamp, from: stamp })
  .catchall(z.union([z.string(), z.array(z.string())]))

type Typed = { draft: ReportDraft; why: string; seen: number; sheet: Sheet | undefined }
/** What was typed, with what cannot be read as a number as one that is refused. */
async function typedIn(c: Ask): Promise<Typed> {
  const { enquiries, orders, sales, own, why, none, seen, sheet, from, ...rest } = await readForm(c, writeForm)
  const count = (typed: string) => (typed.trim() ? Number(typed.normalize('NFKC').replaceAll(/[\s,]/g, '')) : null)
  const sections = Object.entries(rest).flatMap(([name, said]) =>
    name.startsWith('s-') && typeof said === 'string' ? [[name.slice(2), said]] : [],
  )
  const figures = {
    enquiries: count(enquiries),
    orders: count(orders),
    sales: sales.trim() ? (fenFrom(sales) ?? NaN) : null,
  }
  const draft = { figures, sections: Object.fromEntries(sections) as ReportDraft['sections'], none, own }
  return { draft, why, seen, sheet: sheet ? { id: sheet, from } : undefined }
}

async function keep(c: Ask) {
  const { ctx } = c.var
  const { draft, seen, sheet } = await typedIn(c)
  await saveDraft(ctx, { ...shiftIn(c), draft, seen, sheet })
  return c.html(<>{pageWords(ctx.lang).draftSaved(timeOf(ctx.now, shopHere(c).timeZone))}</>)
}

const file = (sources: Sources) => async (c: Ask) => {
  const { ctx } = c.var
  const { draft, why, seen, sheet } = await typedIn(c)
  const of = shiftIn(c)
  await saveDraft(ctx, { ...of, draft, seen, sheet }) // whatever is refused now, what was typed is kept
  const { reportId } = await fileReport(ctx, sources, { ...of, draft, why, seen })
  return onTo(c, savedHref(`/reports/of/${reportId}`, ctx.now), { leave: true })
}

// --- reading ------------------------------------------------------------------------------------------

async function show(c: Ask) {
  const { ctx } = c.var
  const asked = Number(c.req.query('v')) || undefined
  const sight = await readReport(ctx, c.req.param('id')!, asked)
  const t = pageWords(ctx.lang)
  return page(
    c,
    { title: t.title, active: '/reports' },
    <main id="main" class="page stack">
      <VersionView
        {...sight}
        lang={ctx.lang}
        now={ctx.now}
        canOpenLetters={may(ctx.who, 'outbox.see')}
        banner={mailBanner(c)}
      />
      <Saved at={c.req.query('saved')} now={ctx.now}>
        {t.saved}
      </Saved>
    </main>,
  )
}

export const reportRoutes = (sources: Sources): Route[] => [
  get('/reports', 'reports.see', list),
  get('/reports/of/:id', 'reports.see', show),
  get('/report/:day/:side', 'reports.write', write(sources)),
  post('/report/:day/:side', 'reports.write', file(sources)),
  post('/report/:day/:side/draft', 'reports.write', keep),
]
