/** The demo's shops: they rest on no day and keep no holidays, so that every opening is a working afternoon. */
import { dailyGoods, homeGoods, type Good } from './goods.ts'

export type DemoShop = {
  code: string
  name: string
  platform: 'taobao' | 'douyin'
  seed: number
  firstTid: bigint
  goods: readonly Good[]
  /** Sales paid on each of the last days before a cutoff, oldest first; the last is today so far. */
  sales: readonly number[]
  /** Sales paid from then until the cutoff, and from the cutoff until the next morning. */
  salesLater: readonly [rest: number, night: number]
}

/** The story happens here. */
export const STORY_SHOP = 'CY'

export const demoShops: readonly DemoShop[] = [
  {
    code: STORY_SHOP,
    name: '澄野家居',
    platform: 'taobao',
    seed: 20261121,
    firstTid: 3187400000000018834n,
    goods: homeGoods,
    sales: [16, 22, 118, 312],
    salesLater: [9, 46],
  },
  {
    code: 'XL',
    name: '小鹿日用',
    platform: 'douyin',
    seed: 7,
    firstTid: 6923000000000004711n,
    goods: dailyGoods,
    sales: [3, 4, 11, 26],
    salesLater: [1, 7],
  },
]
