/** What happened to robots, as the log says it. */
import type { Activity } from '../../core/activity.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Sentences } from '../../feature.ts'
import type { Kind } from './address.ts'
import { words } from './messages.ts'
import { topics, type Wanted } from './topics.ts'

type After = { name: string; kind: Kind } & Wanted
const after = (row: Activity) => row.after as After
const t = (lang: Lang) => words(lang).happened
const say = (deed: 'on' | 'off' | 'readdressed' | 'removed' | 'tested') => (row: Activity, lang: Lang) =>
  t(lang)[deed](after(row).name)

function changes(row: Activity, lang: Lang): string {
  const [was, is] = [row.before as Wanted, after(row)]
  const { least, topics: names } = words(lang)
  return topics
    .filter((topic) => topic in is)
    .map((topic) => t(lang).change(names[topic], least[was[topic] ?? 'none'], least[is[topic] ?? 'none']))
    .join(t(lang).comma)
}

export const sentences: Sentences = {
  'robot.added': (row, lang) => t(lang).added(after(row).name, words(lang).kinds[after(row).kind]),
  'robot.renamed': (row, lang) => t(lang).renamed((row.before as After).name, after(row).name),
  'robot.on': say('on'),
  'robot.off': say('off'),
  'robot.readdressed': say('readdressed'),
  'robot.removed': say('removed'),
  'robot.tested': say('tested'),
  'robot.routed': (row, lang) => t(lang).routed(after(row).name, changes(row, lang)),
}
