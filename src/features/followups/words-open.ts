/** Words of what follow-ups leave to the next shift and bring to the meetings. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  heading: '跟进到期',
  one: (kind: string, buyer: string, said: string) => `${kind} ${buyer}${said && `：${said}`}`,
  talking: (buyer: string, said: string) => `未付，还在聊 ${buyer}${said && `：${said}`}`,
  contact: (next: string) => `${next} 再联系`,
  rest: (n: number) => `另有 ${n} 条跟进到点，各有人在班上跟`,
  restTodo: '名单在跟进里',
  restDone: '都跟完了',
  moved: (next: string) => `改到 ${next} 再联系`,
  ended: { won: '成交了', lost: '流失了', thanked: '谢过了', dropped: '不跟了' },
  byOrder: '导入显示已付款或已关闭',
  lostWhy: '今天流失的买家和原因',
  lostFor: (reason: string, n: number, buyers: string) => `${reason} ${n} 位：${buyers}`,
  listComma: '、',
  andMore: '等',
}
const en: typeof zh = {
  heading: 'Follow-ups due',
  one: (kind, buyer, said) => `${kind}: ${buyer}${said && `, ${said}`}`,
  talking: (buyer, said) => `Unpaid, still talking: ${buyer}${said && `, ${said}`}`,
  contact: (next) => `Contact again ${next}`,
  rest: (n) =>
    n === 1
      ? '1 more follow-up is due, its owner is on shift'
      : `${n} more follow-ups are due, their owners are on shift`,
  restTodo: 'The list is under follow-ups',
  restDone: 'All done',
  moved: (next) => `Next contact moved to ${next}`,
  ended: { won: 'Won', lost: 'Lost', thanked: 'Thanked', dropped: 'Dropped' },
  byOrder: 'The import shows it paid or closed',
  lostWhy: "Today's lost buyers and why",
  lostFor: (reason, n, buyers) => `${reason}, ${n}: ${buyers}`,
  listComma: ', ',
  andMore: ' …',
}
export const openThingWords = dictionary(zh, en)
