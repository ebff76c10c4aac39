/** What happened to prizes, as the log says it. */
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

type Added = { name: string; campaign: string; planned: number }
type Named = { name: string }
type Counts = { new: number; known: number; refused: number }

export const sentences: Sentences = {
  'prize.added': ({ after }, lang) => {
    const { name, campaign, planned } = after as Added
    return words(lang).added(name, campaign, planned)
  },
  'prize.planned': ({ before, after }, lang) => {
    const { name, planned } = after as Added
    return words(lang).planned(name, (before as Added).planned, planned)
  },
  'prize.renamed': ({ before, after }, lang) => words(lang).renamed((before as Named).name, (after as Named).name),
  'prize.ended': ({ after }, lang) => words(lang).ended((after as Named).name),
  'prize.reopened': ({ after }, lang) => words(lang).reopened((after as Named).name),
  'prize.explained': ({ after }, lang) => {
    const { what, serial } = after as { what: string; serial: string | null }
    return words(lang).explained(what, serial)
  },
  'wins.imported': ({ after }, lang) => {
    const { new: fresh, known, refused } = after as Counts
    return words(lang).imported(fresh, known, refused)
  },
  'wins.withdrawn': ({ after }, lang) => words(lang).withdrawn((after as { taken: number }).taken),
}
