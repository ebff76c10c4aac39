import { dictionary } from '../../core/i18n.ts'

const zh = {
  log: '日志',
  title: '这家店里发生了什么',
  hint: '只增不改：谁、什么时候、做了什么、为什么。',
  when: '时间',
  who: '谁',
  what: '做了什么',
  about: '关于',
  why: '为什么',
  order: (tid: string) => `订单 ${tid}`,
  andMore: (n: number) => `等 ${n} 条`,
  person: (handle: string) => handle,
  /** Actors who are no person, by the name that is stored. */
  actors: {} as Record<string, string>,
  older: '更早的',
  newest: '回到最新',
  nothing: '还没有记录',
  nothingHint: '改旗、暂缓、批次、设置和人员的每一次变化都会记在这里。',
  toOrders: '看订单',
}

const en: typeof zh = {
  log: 'Log',
  title: 'What happened in this shop',
  hint: 'Append-only: who, when, what and why.',
  when: 'When',
  who: 'Who',
  what: 'What',
  about: 'About',
  why: 'Why',
  order: (tid: string) => `order ${tid}`,
  andMore: (n: number) => `and others, ${n} in all`,
  person: (handle: string) => handle,
  actors: { 命令行: 'Command line', 第一次运行: 'First run', 早晚: 'Zaowan' },
  older: 'Older',
  newest: 'Newest',
  nothing: 'Nothing has been recorded yet',
  nothingHint: 'Every change of flags, holds, batches, settings and people is recorded here.',
  toOrders: 'To the orders',
}

export const words = dictionary(zh, en)
