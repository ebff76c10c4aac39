/** The words of daily reports that leave their pages: refusals, the letter, the log, the day's line. */
import { refusalsIn } from '../../core/errors.ts'
import { dictionary, type Lang } from '../../core/i18n.ts'
import { monthDay, type Day } from '../../core/time.ts'
import type { Shift } from '../shops/index.ts'

const zh = {
  title: '日报',
  sides: { day: '早班', night: '晚班' } satisfies Record<Shift, string>,
  figures: {
    figures: '数字',
    enquiries: '询单',
    orders: '成交',
    sales: '销售额',
    conversion: '转化',
    first: '首响',
    average: '平均响应',
    seconds: (n: number) => `${n} 秒`,
    unsaid: '没填',
  },
  own: '自己的话',
  none: '无',
  colon: '：',
  andMore: (n: number) => `还有 ${n} 条，见附件`,
  added: '新',
  removed: '删',
  changed: '改了',
  mail: {
    subject: (shop: string, person: string, when: string) => `日报 ${shop} ${when} ${person}`,
    correction: (version: number, shop: string, person: string, when: string) =>
      `日报更正（第 ${version} 版）${shop} ${when} ${person}`,
    corrected: (version: number) => `这是更正，第 ${version} 版。改了的地方标着“改了”“新”“删”。`,
    why: (why: string) => `为什么：${why}`,
    filed: (person: string, when: string) => `${person} ${when} 交`,
    attached: (names: string) => `附件：${names}`,
    sentBy: (writer: string, isReached: boolean) =>
      isReached ? '由早晚发出。回复这封信就是回复写日报的人。' : `由早晚发出。${writer}没有邮箱，回复到不了本人。`,
    origin: (shop: string, person: string, when: string) => `${shop} · ${person} · ${when}`,
    originSheet: '说明',
    example: '这里是当天的一条记录',
    exampleOwn: '今天大促第一天，问尺码的多。',
    exampleName: '小满',
  },
  missing: (names: string) => `还没填：${names}。填上，或者勾“无”。`,
  missingOne: '填上，或者勾“无”',
  notYours: '没有这份日报，或者不归你看',
  notOwed: '没有这一天这一班',
  notYet: '这一班还没开始，到时候再写',
  tooEarly: '还没到这一天',
  longOver: '排班表上没有你这一班，过了 14 天不能再写。真上过班的，请主管先补排班',
  filedMeanwhile: '这份日报刚在别处交了，这里没有再交一次。请看看交上去的样子',
  otherSheet: '这份日报在另一个窗口里写过，那里的留着，这里的没有存。要留的先复制下来，再刷新这一页接着写',
  whyNeeded: '更正要写一句为什么',
  nothingChanged: '和上一版一样，没有要更正的',
  figureWrong: '写一个不小于零的整数',
  salesWrong: '金额看不懂，写元，例如 12800 或 1,280.50',
  routeTo: '收件至少要一个人',
  routeCc: '抄送至少要一个人',
  routePerson: '只能选这家店的主管、总监、店长',
  routeTwice: '同一个人不能又收件又抄送',
  routeAddress: (names: string) => `${names} 没有邮箱，先填上再保存`,
  routeFaster: '刚有人改过发给谁，没有保存。请看看现在的样子',
  addressWrong: '邮箱看不懂，例如 boss@example.com',
  addressElsewhere: '别的店的日报也发到这个邮箱，不能清空',
  log: {
    filed: (when: string) => `交日报：${when}`,
    corrected: (when: string, version: number) => `更正日报：${when}，第 ${version} 版`,
    route: (to: string, cc: string) => `改日报发给谁：收件 ${to}，抄送 ${cc}`,
    heir: (from: string, to: string) => `日报改发：${from} → ${to}`,
    address: (who: string, address: string) => `${who} 的邮箱改为 ${address}`,
    noAddress: '没有',
    comma: '、',
  },
  agenda: {
    heading: '昨天的日报',
    missing: (who: string, when: string) => `${who} 没交 ${when} 的日报`,
    figures: (filed: number, owed: number) => `昨天的数字（${owed} 份日报交了 ${filed} 份）`,
  },
}
const en: typeof zh = {
  title: 'Daily report',
  sides: { day: 'day shift', night: 'night shift' },
  figures: {
    figures: 'Figures',
    enquiries: 'Enquiries',
    orders: 'Orders',
    sales: 'Sales',
    conversion: 'Conversion',
    first: 'First response',
    average: 'Average response',
    seconds: (n) => `${n} s`,
    unsaid: 'not said',
  },
  own: 'Own words',
  none: 'none',
  colon: ': ',
  andMore: (n) => `and ${n} more, see the attachment`,
  added: 'new',
  removed: 'removed',
  changed: 'changed',
  mail: {
    subject: (shop, person, when) => `Daily report ${shop} ${when} ${person}`,
    correction: (version, shop, person, when) =>
      `Daily report corrected (version ${version}) ${shop} ${when} ${person}`,
    corrected: (version) =>
      `This is a correction, version ${version}. What changed is marked “changed”, “new” or “removed”.`,
    why: (why) => `Why: ${why}`,
    filed: (person, when) => `Filed by ${person}, ${when}`,
    attached: (names) => `Attached: ${names}`,
    sentBy: (writer, isReached) =>
      isReached
        ? 'Sent by Zaowan. A reply to this letter goes to whoever wrote the report.'
        : `Sent by Zaowan. ${writer} has no mail address: a reply does not reach them.`,
    origin: (shop, person, when) => `${shop} · ${person} · ${when}`,
    originSheet: 'About',
    example: 'Here stands a line of the day',
    exampleOwn: 'First day of the sale: many asked about sizes.',
    exampleName: 'Xiaoman',
  },
  missing: (names) => `Still to be filled: ${names}. Fill them in, or tick “none”.`,
  missingOne: 'Fill it in, or tick “none”',
  notYours: 'There is no such report that you may read',
  notOwed: 'There is no such day or shift',
  notYet: 'This shift has not begun; come back when it has',
  tooEarly: 'This day has not come yet',
  longOver:
    'You are not on the roster for this shift, and it is more than 14 days ago. If you did work it, ask the supervisor to put it on the roster',
  filedMeanwhile: 'This report has just been filed elsewhere; it was not filed again. Look at what was filed',
  otherSheet:
    'This report was typed in another window; that is kept, and what you typed here is not saved. Copy what you need, then reload this page and go on',
  whyNeeded: 'A correction needs one line why',
  nothingChanged: 'It is the same as the version before: there is nothing to correct',
  figureWrong: 'Write a whole number, not below zero',
  salesWrong: 'The amount is not understood: write yuan, for example 12800 or 1,280.50',
  routeTo: 'At least one person must be in TO',
  routeCc: 'At least one person must be in CC',
  routePerson: 'Only supervisors, directors and managers of this shop can be chosen',
  routeTwice: 'Nobody can be in TO and in CC',
  routeAddress: (names) => `No mail address: ${names}. Fill it in before saving`,
  routeFaster: 'Somebody has just changed to whom reports go; nothing was saved. Look at how it stands now',
  addressWrong: 'The address is not understood; for example boss@example.com',
  addressElsewhere: 'Another shop sends its daily reports to this address, so it stays',
  log: {
    filed: (when) => `filed the daily report of ${when}`,
    corrected: (when, version) => `corrected the daily report of ${when}, version ${version}`,
    route: (to, cc) => `changed to whom reports go: TO ${to}, CC ${cc}`,
    heir: (from, to) => `reports now go to ${to} instead of ${from}`,
    address: (who, address) => `changed the mail address of ${who} to ${address}`,
    noAddress: 'none',
    comma: ', ',
  },
  agenda: {
    heading: "Yesterday's reports",
    missing: (who, when) => `${who} has not filed the report of ${when}`,
    figures: (filed, owed) => `Yesterday's figures (${filed} of ${owed} reports filed)`,
  },
}
export const words = dictionary(zh, en)
export const refusal = refusalsIn(words)

/** "11-20 早班" */
export const shiftWord = ({ day, side }: { day: Day; side: Shift }, lang: Lang): string =>
  `${monthDay(day)} ${words(lang).sides[side]}`
