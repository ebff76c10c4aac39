import { stationNames } from './stations.ts'
import type { Sentences } from '../../feature.ts'
import { words } from './messages.ts'

export const sentences: Sentences = {
  'demo.moved': ({ subject }, lang) => {
    const t = words(lang)
    const station = stationNames.find((name) => subject === `demo:${name}`)
    return `${t.moved} ${station ? t.stations[station].name : ''}`
  },
}
