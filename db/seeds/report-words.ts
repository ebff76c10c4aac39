/** What agents write at the end of their reports in their own words. */
import type { Day } from '../../src/core/time.ts'

const closings: Record<string, readonly string[]> = {
  小满: ['雾蓝四件套问色差的多，详情页补一张自然光的图会好说话。', '自提的买家来了两位，松针都提前备好了。', ''],
  青禾: ['乳胶枕今天问味道的有五位，统一答通风两天。', '', '床品满减叠老客券的算法，新来的容易说错，早会再讲一遍。'],
  半夏: ['', '地毯尺寸老有人量错，量尺图发了都说清楚。', '快递慢的安抚了三位，没有升级。'],
  甘棠: ['帮半天班，没有留尾巴。', '', '抽奖没有序列号的两位，解释后都接受。'],
  阿北: ['夜里问发货时间的最多，都按截单说的。', '', '十点后询单少，把流失的又回了一遍。'],
  山岚: ['', '凌晨圆通停更，五位买家都说明了。', '有一位要夜里改地址，已备注给仓库。'],
  竹青: ['抽纸整箱不拆，解释了四次。', '', '三件九折自动减，买家还是会来问。'],
  白露: ['', '垃圾袋规格问得多，发了对照图。', '没有特别的事。'],
}

export const wordsOf = (handle: string, day: Day): string => {
  const own = closings[handle]!
  return own[Number(day.slice(-2)) % own.length]!
}
