/** What the bench did to a parcel, on its order's page. */
import type { Sentences } from '../../feature.ts'
import { carrierWord } from './carriers.ts'
import { words } from './messages.ts'

export const sentences: Sentences = {
  'parcel.labelled': ({ after }, lang) => {
    const { carrier, waybill } = after as { carrier: string; waybill: string }
    return words(lang).happened.labelled([carrierWord(carrier, lang), waybill].filter(Boolean).join(' '))
  },
  'parcel.label_removed': (_row, lang) => words(lang).happened.label_removed,
  'parcel.taken_back': (_row, lang) => words(lang).happened.taken_back,
  'parcel.put_aside': (_row, lang) => words(lang).happened.put_aside,
  'parcel.not_aside': (_row, lang) => words(lang).happened.not_aside,
}
