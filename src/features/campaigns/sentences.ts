/** What happened to campaigns, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Sentences } from '../../feature.ts'
import { changedWord, type CampaignWish } from './actions.ts'
import { words } from './messages.ts'

const name = (row: Activity) => (row.after as { name: string }).name
const changed = (row: Activity) => Object.keys(row.before as object) as (keyof CampaignWish)[]

export const sentences: Sentences = {
  'campaign.planned': (row, lang) => words(lang).planned(name(row)),
  'campaign.changed': (row, lang) => words(lang).changed(name(row), changedWord(changed(row), lang)),
  'campaign.cancelled': (row, lang) => words(lang).wasCancelled(name(row)),
}
