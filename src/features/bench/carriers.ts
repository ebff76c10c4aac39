/** Couriers by the words of the platform's exports, and by how their waybill numbers begin. */

export type Carrier = { code: string; zh: string; en: string; prefix: RegExp | null }

/** A prefix is a hint, never proof: the packer can change it. Digits alone say something for STO only. */
export const carriers: readonly Carrier[] = [
  { code: 'YTO', zh: '圆通速递', en: 'YTO', prefix: /^YT/ },
  { code: 'ZTO', zh: '中通快递', en: 'ZTO', prefix: /^ZTO?/ },
  { code: 'STO', zh: '申通快递', en: 'STO', prefix: /^(?:77|STO)/ },
  { code: 'YD', zh: '韵达快递', en: 'Yunda', prefix: /^YD/ },
  { code: 'JT', zh: '极兔速递', en: 'J&T', prefix: /^JT/ },
  { code: 'SF', zh: '顺丰速运', en: 'SF', prefix: /^SF/ },
  { code: 'EMS', zh: 'EMS', en: 'EMS', prefix: null },
  { code: 'JD', zh: '京东快递', en: 'JD', prefix: /^JD/ },
]

/** The carrier as a parcel keeps it: the platform's own word. */
export const carrierByWaybill = (waybill: string): string | undefined =>
  carriers.find(({ prefix }) => prefix?.test(waybill))?.zh

/** "圆通速递" → "YTO"; a carrier that the list does not have keeps its word. */
export const carrierWord = (carrier: string, lang: 'zh' | 'en'): string =>
  carriers.find(({ zh }) => zh === carrier)?.[lang] ?? carrier
