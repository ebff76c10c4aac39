/** Words of an agent's panel about the cutoff. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  title: '截单前',
  until: (cutoff: string) => `离 ${cutoff} 截单`,
  frozen: (cutoff: string, n: number) => `${cutoff} 已截单，今天发 ${n} 单`,
  rest: '今天不发货',
  waits: '单我经手的卡着',
  undecided: '单我经手的旗没定',
  holds: '条归我的暂缓今天到期或过了',
  allWait: '单全店卡着',
  allShip: '单全店今天发',
}
const en: typeof zh = {
  title: 'Before the cutoff',
  until: (cutoff) => `Until ${cutoff}`,
  frozen: (cutoff, n) => `Frozen at ${cutoff}: ${n} ship today`,
  rest: 'No shipping today',
  waits: 'of mine wait to be settled',
  undecided: 'of mine have an undecided flag',
  holds: 'of my holds are due today or overdue',
  allWait: 'of the whole shop wait',
  allShip: 'of the whole shop ship today',
}
export const ownWords = dictionary(zh, en)
