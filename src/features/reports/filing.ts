/** REPORT-1, REPORT-3, REPORT-5: filing a report, and correcting one that was filed. Its letters leave with it or not at all. */
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { enqueue } from '../../core/outbox.ts'
import type { Attachment, Letter } from '../../core/outbox-rules.ts'
import type { Reader } from '../../core/store.ts'
import { momentWord } from '../../core/time.ts'
import { textIn } from '../../core/typed.ts'
import { personById } from '../people/index.ts'
import type { Shop } from '../shops/index.ts'
import { settleDeadline } from './deadlines.ts'
import { drafted, missingRefusal, ownShift, typed, type OfShift } from './drafting.ts'
import type { Sources } from './gathering.ts'
import { letterOf, type Version } from './letter.ts'
import { refusal } from './messages.ts'
import { routeOf, type Recipients } from './route.ts'
import { emptyDraft, type ReportContent, type ReportDraft } from './rules.ts'
import { attachedTo, sheetsOf } from './sheets.ts'
import { differs } from './shown.ts'
import type { Reachable } from '../people/index.ts'
import { addVersion, reportAt, reportRow, versionOf } from './store-versions.ts'

export type Filing = OfShift & {
  /** What was typed; left out: what was kept last. */
  draft?: ReportDraft | undefined
  /** Why it is corrected; the first version has no why. */
  why?: string | undefined
  /** The version that its writer saw; left out: none yet, or with a why the last one. */
  seen?: number | undefined
}

/** What a letter tells of. */
export const aboutOf = (reportId: string, version: number) => `report:${reportId}:v${version}`

/**
 * Freezes one's own report as its next version and writes a letter to each recipient of the route. Throws invalid with
 * the sections that are missing, conflict for whoever was second.
 */
export async function fileReport(ctx: Context, sources: Sources, filing: Filing) {
  const { shop, place, shift } = await ownShift(ctx.read, ctx, filing)
  const row = await reportAt(ctx.read, place)
  const draft = typed(filing.draft ?? row?.draft ?? emptyDraft)
  const report = await drafted(ctx, sources, { shop, place, shift, row, draft })
  const { content } = report
  if (report.missing.length) throw missingRefusal(report)
  const why = textIn(filing.why ?? '', 'why')
  const seen = filing.seen ?? (why ? (row?.version ?? 0) : 0)
  // before the transaction: nobody waits for a spreadsheet
  const sheets = await sheetsIn(languagesOf(reachedBy(await routeOf(ctx.read, shop.id))), report.content)
  return ctx.write(async (tx, record) => {
    const was = await reportRow(tx, place, ctx.now)
    if (was.version !== seen) throw refusal('conflict', 'filedMeanwhile')
    const before = was.version ? (await versionOf(tx, was.id, was.version))?.content : undefined
    if (before && !why) throw refusal('invalid', 'whyNeeded', 'why')
    if (before && !differs(content, before)) throw refusal('invalid', 'nothingChanged')
    const reason = before ? why : ''
    if (!(await addVersion(tx, was, { content, draft: report.draft, why: reason, now: ctx.now, by: place.personId })))
      throw refusal('conflict', 'filedMeanwhile')
    const version = was.version + 1
    const at = (lang: Lang) => momentWord(ctx.now, shop.timeZone, lang)
    const filed = { content, version, why: reason, before, at }
    await enqueue(
      tx,
      ctx.now,
      await lettersFor(tx, { shop, reportId: was.id, writerId: place.personId, filed, sheets }),
    )
    await settleDeadline(tx, ctx.now, shop.id, place)
    const { day, side } = place
    await record(before ? 'report.corrected' : 'report.filed', `report:${was.id}`, {
      shopId: shop.id,
      after: { day, side, version },
      why: reason || null,
    })
    return { reportId: was.id, version }
  })
}

type Sheets = Partial<Record<Lang, Attachment[]>>
const sheetsIn = async (languages: readonly Lang[], content: ReportContent): Promise<Sheets> =>
  Object.fromEntries(await Promise.all(languages.map(async (lang) => [lang, await sheetsOf(content, lang)] as const)))

type Filed = Omit<Version, 'at' | 'attached' | 'isReached'> & { at: (lang: Lang) => string }
type Parcel = { shop: Shop; reportId: string; writerId: string; filed: Filed; sheets: Sheets }

/** One for each recipient who has an address, in their language, and naming all of them. */
async function lettersFor(db: Reader, { shop, reportId, writerId, filed, sheets }: Parcel): Promise<Letter[]> {
  const route = reachedBy(await routeOf(db, shop.id))
  const replyTo = (await personById(db, writerId))?.email ?? undefined
  const [to, cc] = [route.to, route.cc].map((list) => list.map(({ email }) => email))
  const written = { zh: inLang('zh'), en: inLang('en') }
  const others = languagesOf(route).filter((lang) => !sheets[lang]) // the route was changed this very moment
  const attached = { ...sheets, ...(await sheetsIn(others, filed.content)) }
  const letter =
    (role: 'to' | 'cc') =>
    ({ email, language }: Reached): Letter => ({
      shopId: shop.id,
      channel: 'mail',
      about: aboutOf(reportId, filed.version),
      address: email,
      role,
      content: {
        ...written[language ?? 'zh'],
        from: shop.name,
        replyTo,
        to: to!,
        cc: cc!,
        attachments: attached[language ?? 'zh']!,
      },
    })
  return [...route.to.map(letter('to')), ...route.cc.map(letter('cc'))]

  function inLang(lang: Lang) {
    const attached = attachedTo(filed.content, lang)
    return letterOf({ ...filed, at: filed.at(lang), attached, isReached: replyTo !== undefined }, lang)
  }
}

type Reached = Reachable & { email: string }
const languagesOf = ({ to, cc }: { to: readonly Reached[]; cc: readonly Reached[] }): Lang[] => [
  ...new Set([...to, ...cc].map(({ language }) => language ?? 'zh')),
]

/** Those whom a letter reaches; an address that two people share is written to once. */
function reachedBy(route: Recipients | undefined): { to: Reached[]; cc: Reached[] } {
  const seen = new Set<string>()
  const reached = (list: readonly Reachable[] = []) =>
    list.filter((one): one is Reached => {
      const key = one.email?.trim().toLowerCase()
      if (!key || seen.has(key)) return false
      seen.add(key)
      return true
    })
  const to = reached(route?.to)
  return { to, cc: reached(route?.cc) }
}
