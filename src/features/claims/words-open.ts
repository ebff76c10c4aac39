/** Words of what claims leave to the next shift and bring to the meeting. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  failed: '没核过的奖品',
  one: (kind: string, buyer: string, what: string, state: string) => `${kind} ${buyer}：${what}，${state}`,
  check: '核奖人核对：中了没有',
  tell: '改备注，告诉买家',
  house: '换到买家的另一个订单',
  paying: (n: number) => `${n} 件兑奖待打款，在售后表上`,
  paid: '都打完了',
}
const en: typeof zh = {
  failed: 'Prizes that were not won',
  one: (kind, buyer, what, state) => `${kind}, ${buyer}: ${what}, ${state}`,
  check: 'The checker says whether it is won',
  tell: 'Correct the remark, tell the buyer',
  house: 'Move it to another order of the buyer',
  paying: (n) => (n === 1 ? '1 claim is to be paid, on the after-sales sheet' : `${n} claims are to be paid, on the after-sales sheet`), // prettier-ignore
  paid: 'All paid',
}
export const openWords = dictionary(zh, en)
