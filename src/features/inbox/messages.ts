import { dictionary } from '../../core/i18n.ts'

const zh = {
  inbox: '收件箱',
  /** Stands in the mark of a message, so short. */
  tone: { late: '急', soon: '今天', calm: '知会' },
  comma: '、',
  semicolon: '；',
  tally: {
    late: (n: number) => `${n} 条急的`,
    soon: (n: number) => `${n} 条今天要办`,
    calm: (n: number) => `${n} 条知会`,
  },
  digest: (n: number, counts: string, first: string) => `一起来了 ${n} 条（${counts}）：${first}`,

  title: {
    late: (n: number) => `${n} 条急的，先看`,
    soon: (n: number) => `${n} 条今天要办`,
    calm: (n: number) => `${n} 条还没看`,
  },
  allTold: '都看过了',
  forgotten: '漏了没有',
  fromBefore: '条是以前的，还没看',
  first: '看第一条',
  readAll: '都看过了',
  readThese: '这些都看过了',
  markedRead: (n: number) => `${n} 条标成了看过`,
  undo: '撤销',
  seconds: '秒',
  tooLateToUndo: '超过一分钟，撤销不了了。点开哪条就看哪条。',

  unread: '没看的',
  read: '看过的',
  older: '更早的',
  newest: '回到最新',
  moreUnread: (n: number) => `还有 ${n} 条没看，按时间全部列出`,
  columns: ['时间', '要紧', '什么事', '店铺'],
  yesterday: '昨天',
  daysAgo: (n: number) => `${n} 天前`,
  oldHint: '以前的消息，事情可能已经办完',
  isRead: '看过',
  digestTitle: (n: number) => `一起来的 ${n} 条`,
  back: '回收件箱',

  empty: '没有消息，该说的都说了',
  emptyHint: '暂缓到期、要停的包裹、交接、换班、公告、待办：有你的事会自己来这里，不用去找。',
  toDay: '回首页',
  waiting: (n: number, to: string) => `现在是你的免打扰时段：${n} 条不急的等到 ${to} 再来。`,
  changeQuiet: '改时段',

  quiet: '免打扰',
  quietHint:
    '这段时间里不急的消息先等着，时段一过再来，多了就合成一条。急的（逾期、要停的包裹、没人接的交接）照样马上到。',
  quietOn: '按时段',
  quietOff: '不设，随时都来',
  from: '从',
  to: '到',
  timesHint: '24 小时制，按店铺的时间；可以过半夜，比如 22:00 到 08:00',
  save: '保存',
  quietSaved: '免打扰保存好了',
  quietIs: (from: string, to: string) => `现在：${from} 到 ${to}`,
  quietNone: '现在：没有免打扰',
  sameTime: '两个时间一样，等于没有。改一个，或者选“不设”。',

  notFound: '你的收件箱里没有这条消息。',
  said: {
    quiet: (before: string, after: string) => `改了免打扰：${before} → ${after}`,
    none: '没有',
  },
}

const en: typeof zh = {
  inbox: 'Inbox',
  tone: { late: 'Now', soon: 'Today', calm: 'To know' },
  comma: ', ',
  semicolon: '; ',
  tally: {
    late: (n) => `${n} to act on now`,
    soon: (n) => `${n} for today`,
    calm: (n) => `${n} to know`,
  },
  digest: (n, counts, first) => `${n} at once (${counts}): ${first}`,

  title: {
    late: (n) => (n === 1 ? 'Look at 1 message now' : `Look at ${n} messages now`),
    soon: (n) => (n === 1 ? '1 message to act on today' : `${n} messages to act on today`),
    calm: (n) => (n === 1 ? '1 unread message' : `${n} unread messages`),
  },
  allTold: 'You have read everything',
  forgotten: 'Anything forgotten?',
  fromBefore: 'unread from earlier days',
  first: 'Open the first',
  readAll: 'Mark all read',
  readThese: 'Mark these read',
  markedRead: (n) => (n === 1 ? '1 message marked read' : `${n} messages marked read`),
  undo: 'Undo',
  seconds: 's',
  tooLateToUndo: 'More than a minute has passed, so this cannot be taken back. Open the messages you want to see.',

  unread: 'Unread',
  read: 'Read',
  older: 'Older',
  newest: 'Newest',
  moreUnread: (n) => `${n} more unread: list all by time`,
  columns: ['Time', 'How soon', 'What', 'Shop'],
  yesterday: 'Yesterday',
  daysAgo: (n) => `${n} days ago`,
  oldHint: 'From an earlier day: it may be settled by now',
  isRead: 'Read',
  digestTitle: (n) => `${n} that came at once`,
  back: 'Back to the inbox',

  empty: 'No messages: you have been told everything',
  emptyHint:
    'Holds that are due, parcels to stop, handovers, swaps, notices and tasks come here by themselves when they concern you.',
  toDay: 'To the first page',
  waiting: (n, to) =>
    n === 1
      ? `These are your quiet hours: 1 message that can wait comes at ${to}.`
      : `These are your quiet hours: ${n} messages that can wait come at ${to}.`,
  changeQuiet: 'Change the hours',

  quiet: 'Quiet hours',
  quietHint:
    'Messages that can wait are kept until these hours end; many of them come as one. What is late (overdue holds, parcels to stop, a handover nobody took) comes at once all the same.',
  quietOn: 'Between two times',
  quietOff: 'None',
  from: 'From',
  to: 'To',
  timesHint: "24 hours, by the shop's clock; may pass midnight, as 22:00 to 08:00",
  save: 'Save',
  quietSaved: 'Quiet hours saved',
  quietIs: (from, to) => `Now: ${from} to ${to}`,
  quietNone: 'Now: none',
  sameTime: 'Both times are the same, which is no time at all. Change one, or choose none.',

  notFound: 'There is no such message in your inbox.',
  said: {
    quiet: (before, after) => `quiet hours ${before} → ${after}`,
    none: 'none',
  },
}

export const words = dictionary(zh, en)
