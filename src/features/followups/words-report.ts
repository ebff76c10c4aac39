/** The words of follow-ups in the daily report. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  lost: '流失买家',
  followups: '三类跟进',
  columns: { buyer: '买家', why: '原因', said: '说了什么', next: '下次联系', kind: '种类', outcome: '结果' },
  outcomes: { open: '还在跟', won: '成交', lost: '流失', thanked: '谢过了', dropped: '不跟了' },
  lostLine: (buyer: string, why: string, said: string) => [`${buyer}：${why}`, said].filter(Boolean).join('，'),
  sum: (kind: string, n: number, counts: readonly string[]) => `${kind} ${n} 位：${counts.join(' · ')}`,
  line: (kind: string, buyer: string, said: string, outcome: string) =>
    `${kind} ${buyer}：${[said, outcome].filter(Boolean).join(' → ')}`,
}
const en: typeof zh = {
  lost: 'Lost buyers',
  followups: 'Follow-ups of three kinds',
  columns: {
    buyer: 'Buyer',
    why: 'Why',
    said: 'What was said',
    next: 'Next contact',
    kind: 'Kind',
    outcome: 'Outcome',
  },
  outcomes: { open: 'still open', won: 'won', lost: 'lost', thanked: 'thanked', dropped: 'dropped' },
  lostLine: (buyer, why, said) => [`${buyer}: ${why}`, said].filter(Boolean).join(', '),
  sum: (kind, n, counts) => `${kind}, ${n === 1 ? '1 buyer' : `${n} buyers`}: ${counts.join(' · ')}`,
  line: (kind, buyer, said, outcome) => `${kind}, ${buyer}: ${[said, outcome].filter(Boolean).join(' → ')}`,
}
export const reportWords = dictionary(zh, en)
