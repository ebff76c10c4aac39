/** The words of who gets a shop's daily reports, as far as people and their leaving go. */
import { refusalsIn } from '../../core/errors.ts'
import { dictionary } from '../../core/i18n.ts'

const zh = {
  heir: '日报改发给谁',
  heirHint: '这个人收日报：停用、拿掉店铺或主管类角色时，由这个人接。',
  noHeir: '没有能接的人：要有邮箱、还没收日报；收件由主管或总监接，抄送由店长接。先在“日报发给谁”里改。',
  heirNeeded:
    '这个人收日报，先选谁来接：收件由主管或总监接，抄送由店长接，要有邮箱、还没收日报。没有这样的人，先在“日报发给谁”里改。',
  emailNeeded: '日报发到这个邮箱，不能清空。先在“日报发给谁”里换人。',
  changedMeanwhile: '刚有人改过日报发给谁，没有保存。请再试一次',
}
const en: typeof zh = {
  heir: 'Who gets the daily reports instead',
  heirHint: 'Daily reports go to this person: who gets them when they are disabled, leave the shop or stop leading it.',
  noHeir:
    'Nobody can take over: it takes a mail address and not getting reports yet, a supervisor or director for TO, a manager for CC. Change who gets the daily reports first.',
  heirNeeded:
    'Daily reports go to this person: choose who takes over. A supervisor or director for TO, a manager for CC, with a mail address and not getting them yet. If there is nobody, change who gets the daily reports first.',
  emailNeeded: 'Daily reports go to this address, so it stays. First let somebody else get the daily reports.',
  changedMeanwhile: 'Somebody has just changed who gets the daily reports; nothing was saved. Please try again',
}
export const routeWords = dictionary(zh, en)
export const routeRefusal = refusalsIn(routeWords)
