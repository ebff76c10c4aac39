/** The daily report: to whom it goes, what the chat tool counted, who filed when, and what became of the letters. */
import type { Posted } from '../../src/core/outbox.ts'
import type { Shift } from '../../src/features/shops/index.ts'
import { holdLetter } from '../../src/features/outbox/actions.ts'
import { lettersTo } from '../../src/features/outbox/index.ts'
import {
  draftReport,
  fileReport,
  importFigures,
  reportSources,
  saveDraft,
  setRoute,
} from '../../src/features/reports/index.ts'
import type { ReportDraft } from '../../src/features/reports/rules.ts'
import { countsOf, figuresTable } from './figures.ts'
import type { Event } from './play.ts'
import { agents, filers, layPastReports, layPastRoster, pastDays } from './past-reports.ts'
import { deliverMail, type Answers } from './postman.ts'
import { wordsOf } from './report-words.ts'
import { peopleOn, plannedOn } from './rota.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import { STORY_SHOP } from './shops.ts'

export function reportEvents(scene: Scene): Event[] {
  const isStory = scene.shop.code === STORY_SHOP
  const acts = [...settings, ...(isStory ? [...filed, ...story] : []), ...filesToday(scene)]
  return [...actsOf(scene, acts), ...(isStory ? posts(scene) : [])]
}

// --- how the shop does it -------------------------------------------------------------------------------

const addresses = { 木樨: 'muxi@example.com', 云舟: 'yunzhou@example.com', 南星: 'nanxing@example.com' }

const settings: readonly Act[] = [
  on(4, '18:20', '南星', async (ctx, scene) => {
    const [lead, director, manager] = await Promise.all(Object.keys(addresses).map(scene.person))
    const known = Object.entries(addresses).map(async ([handle, email]) => [await scene.person(handle), email] as const)
    const wish = { to: [lead!, director!], cc: [manager!], addresses: Object.fromEntries(await Promise.all(known)) }
    await setRoute(ctx, scene.shop.id, wish)
    await layPastRoster(scene)
    await layPastReports(scene)
  }),
  on(1, '09:12', '木樨', (ctx, scene) => bringFigures(ctx, scene, pastDays(scene).slice(0, -1))),
  on(0, '09:10', '木樨', (ctx, scene) => bringFigures(ctx, scene, [-1])),
]

/** Of these days, as the chat tool exports them in the morning after. */
async function bringFigures(ctx: Parameters<Act['act']>[0], { shop, day }: Scene, days: readonly number[]) {
  const rows = days.flatMap((ahead) =>
    plannedOn(shop.code, ahead)
      .filter(({ handle, code }) => code !== 'off' && agents.includes(handle))
      .map(({ handle }) => ({ handle, day: day(ahead), counts: countsOf(handle, day(ahead)) })),
  )
  await importFigures(ctx, shop.id, figuresTable(rows))
}

// --- yesterday's, filed as on the page -------------------------------------------------------------------------

const filed: readonly Act[] = [
  files(1, '17:36', { who: filers.day, ahead: -1, side: 'day' }),
  files(0, '00:38', { who: filers.night, ahead: -1, side: 'night' }),
]

/** Today's, by all who owe one: the day's before they go, the night's at its end. */
const filesToday = ({ shop }: Scene): Act[] =>
  (['day', 'night'] as const).flatMap((side) =>
    peopleOn(shop.code, 0, side)
      .filter((who) => agents.includes(who))
      .map((who, n) =>
        side === 'day'
          ? files(0, `17:${33 + 4 * n}`, { who, ahead: 0, side })
          : files(-1, `00:${22 + 3 * n}`, { who, ahead: 0, side }),
      ),
  )

type Turn = { who: string; ahead: number; side: Shift }

function files(ago: number, time: string, { who, ahead, side }: Turn): Act {
  return on(ago, time, who, async (ctx, scene) => {
    const day = scene.day(ahead)
    const sources = reportSources(scene.features)
    const begun = (await draftReport(ctx, sources, { day, side })).draft
    return fileReport(ctx, sources, { day, side, draft: finished(begun, draftOf(scene, who, day)) })
  })
}

/** What somebody has typed stays, the rest as it is done. */
const finished = (begun: ReportDraft, rest: ReportDraft): ReportDraft => ({
  figures: {
    enquiries: begun.figures.enquiries ?? rest.figures.enquiries,
    orders: begun.figures.orders ?? rest.figures.orders,
    sales: begun.figures.sales ?? rest.figures.sales,
  },
  sections: begun.sections,
  none: rest.none.filter((name) => !begun.sections[name]),
  own: begun.own || rest.own,
})

/** All that the board knows nothing of is said to be none. */
function draftOf({ features }: Scene, who: string, day: string): ReportDraft {
  const { enquiries, orders, amount } = countsOf(who, day)
  const none = reportSources(features).map(({ name }) => name)
  return { figures: { enquiries, orders, sales: amount }, sections: {}, none, own: wordsOf(who, day) }
}

const story: readonly Act[] = [
  // nobody is at the mailbox until the evening: its letter is kept back meanwhile
  on(0, '09:24', '南星', async (ctx, scene) => {
    const letters = await lettersTo(ctx.read, scene.shop.id, addresses.云舟, 3)
    await holdLetter(ctx, letters.find(({ state }) => state === 'pending')!.id)
  }),
  on(0, '15:18', '小满', (ctx, scene) => {
    const day = scene.day(-1)
    const draft = draftOf(scene, '小满', day)
    const { orders, sales } = draft.figures
    const figures = { ...draft.figures, orders: orders! - 2, sales: sales! - 51_800 }
    const own = '两单是昨晚退掉重拍的，多算了。雾蓝四件套问色差的多，详情页补一张自然光的图会好说话。'
    const sources = reportSources(scene.features)
    return fileReport(ctx, sources, {
      day,
      side: 'day',
      draft: { ...draft, figures, own },
      why: '两单退掉重拍的重复算了',
    })
  }),
  begins('15:11', '小满', '四件套满减今晚结束，下午问叠加的多，话术在活动页。'),
  begins('15:17', '青禾', ''),
]

/** Begun while it is quiet; the chat tool's figures come in the evening. */
function begins(time: string, who: string, own: string): Act {
  return on(0, time, who, (ctx, { today }) => {
    const figures = { enquiries: null, orders: null, sales: null }
    return saveDraft(ctx, { day: today, side: 'day', draft: { figures, sections: {}, none: [], own } })
  })
}

// --- their letters ------------------------------------------------------------------------------------------

/** When the outbox is emptied: after each shift's reports, and after the correction. */
const rounds: [ago: number, time: string][] = [
  [1, '17:50'],
  [0, '00:46'],
  [0, '15:19'],
]

const full = '452 4.2.2 <yunzhou@example.com>: mailbox is full'
const refused = '552 5.2.2 <yunzhou@example.com>: mailbox is full, message refused'
const greylisted = '451 4.7.1 <nanxing@example.com>: greylisted, please try again in 5 minutes'

/** The director's mailbox has been full since last night; the manager's server asks the correction to come again. */
function answersAt(ago: number, time: string): Answers {
  return ({ address }: Posted) => {
    if (ago > 0) return undefined
    if (time === '15:19' && address === addresses.南星) return { said: greylisted, forGood: false }
    if (address !== addresses.云舟) return undefined
    return time === '15:19' ? { said: refused, forGood: true } : { said: full, forGood: false }
  }
}

/** Of all shops: there is one outbox. */
const posts = ({ ledger, when }: Scene): Event[] =>
  rounds.map(([ago, time]) => ({
    at: when(ago, time),
    happen: (at) => deliverMail(ledger, at, answersAt(ago, time)),
  }))
