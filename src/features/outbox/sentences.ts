/** What happened to letters, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

const say = (deed: keyof ReturnType<typeof words>['said']) => (row: Activity, lang: Lang) =>
  words(lang).said[deed]((row.after as { subject: string }).subject)

export const sentences: Sentences = {
  'letter.sent': say('sent'),
  'letter.failed': say('failed'),
  'letter.held': say('held'),
  'letter.released': say('released'),
  'letter.again': say('again'),
  'letter.bounced': say('bounced'),
  'letter.tested': say('tested'),
}
