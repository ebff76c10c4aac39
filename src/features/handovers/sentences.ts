/** What happened to a handover, as the log says it. */
import type { Both, Lang } from '../../core/i18n.ts'
import type { Activity } from '../../core/activity.ts'
import type { Sentences } from '../../feature.ts'
import type { Turn } from '../shifts/index.ts'
import { turnWord, words } from './messages.ts'

type After = Turn & {
  summary: Both
  text: string
  ending: string | Both
  count: number
  place: number
  alone?: boolean
}
type Drafted = { added: number; settled: number; changed: number }

const tell =
  (sentence: (after: After, lang: Lang) => string) =>
  ({ after }: Activity, lang: Lang) =>
    sentence(after as After, lang)
const said = (lang: Lang) => words(lang).happened
const inLang = (text: string | Both, lang: Lang) => (typeof text === 'string' ? text : text[lang])

export const sentences: Sentences = {
  'handover.started': tell((turn, lang) => said(lang).started(turnWord(turn, lang))),
  'handover.drafted': ({ after }, lang) => {
    const { added, settled, changed } = after as Drafted
    return said(lang).drafted(added, settled, changed)
  },
  'handover.item_added': tell(({ summary }, lang) => said(lang).added(summary[lang])),
  'handover.item_edited': tell(({ summary }, lang) => said(lang).edited(summary[lang])),
  'handover.item_moved': tell(({ place }, lang) => said(lang).moved(place)),
  'handover.item_left_out': tell(({ summary }, lang) => said(lang).leftOut(summary[lang])),
  'handover.item_put_back': tell(({ summary }, lang) => said(lang).putBack(summary[lang])),
  'handover.item_settled': tell(({ summary, ending }, lang) => said(lang).settled(summary[lang], inLang(ending, lang))),
  'handover.item_ended': tell(({ ending }, lang) => said(lang).ended(inLang(ending, lang))),
  'handover.given': tell((after, lang) => said(lang).given(turnWord(after, lang), after.count)),
  'handover.taken_ungiven': tell((after, lang) => said(lang).takenUngiven(turnWord(after, lang), after.count)),
  'handover.cosigned': (_row, lang) => said(lang).cosigned,
  'handover.acknowledged': tell(({ summary, alone }, lang) =>
    alone ? said(lang).acknowledgedAlone(summary[lang]) : said(lang).acknowledged(summary[lang]),
  ),
  'handover.taken': tell((turn, lang) => said(lang).taken(turnWord(turn, lang))),
  'handover.question': tell(({ summary, text }, lang) => said(lang).question(summary[lang], text)),
  'handover.answer': tell(({ summary, text }, lang) => said(lang).answer(summary[lang], text)),
  'handover.amendment': tell(({ summary, text }, lang) => said(lang).amendment(summary[lang], text)),
  'handover.unread': tell(({ count }, lang) => said(lang).unread(count)),
  'handover.missing': tell(({ count }, lang) => said(lang).missing(count)),
  'handover.missing_leads': tell(({ count }, lang) => said(lang).missingLeads(count)),
}
