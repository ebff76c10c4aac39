/** What `?` says of the shop's own pages. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/shop/settings',
    zh: {
      title: '店铺设置',
      about: '这家店怎么运转：截单、休息日、班次、提醒、锁屏。每次改都有记录，谁改的、从几改成几。',
      steps: [
        '改截单或休息日，看清“已经冻结的批次不受影响”。',
        '大促那天另定截单：加一个特别的日子。',
        '旗的含义、日历、日报、奖品、打款各有一页，链接在这里。',
      ],
      marks: [
        ['先大后小', '截单前 30 分和 10 分各提醒一次，写成 30 10'],
        ['买家资料', '默认打码；留原文要写为什么，会到期'],
      ],
    },
    en: {
      title: 'Shop settings',
      about:
        'How this shop works: cutoff, rest days, shifts, reminders, locking. Each change is logged with who and what.',
      steps: [
        'Cutoff and rest days: batches that are frozen stay as they are.',
        'A sale day with its own cutoff is a special day.',
        'Flags, calendar, reports, prizes and payouts have pages of their own, linked here.',
      ],
      marks: [
        ['Large before small', 'reminders 30 and 10 minutes before the cutoff are written 30 10'],
        ["Buyers' data", 'masked; keeping it clear needs a reason and has an end'],
      ],
    },
  },
  {
    path: '/shop/flags',
    zh: {
      title: '旗的含义',
      about: '文件里的数字是哪面旗，每面旗在本店是发、缓还是待定。',
      steps: ['改完先按“看看影响”：哪些开着的订单会变。', '看着对再存，开着的订单马上按新的算。'],
      marks: [
        ['发', '截单时进批次'],
        ['缓', '先不发，要原因和日期'],
        ['待定', '有人定了才发；没说的颜色都是待定'],
      ],
    },
    en: {
      title: 'What flags mean',
      about: 'Which flag a number of the file is, and whether a flag means ship, hold or undecided here.',
      steps: ['Look at the effect first: which open orders would change.', 'Then save; open orders follow at once.'],
      marks: [
        ['Ship', 'goes into the batch at the cutoff'],
        ['Hold', 'waits, with reason and date'],
        ['Undecided', 'ships only after a person decides; so is every colour not named'],
      ],
    },
  },
  {
    path: '/calendar',
    zh: {
      title: '日历',
      about: '一年里哪天发货、哪天不发；节假日、调休和特别的日子都标着。',
      steps: ['年底看一眼明年有没有载入；没载入，哪天发货只是猜的。', '店长粘贴 holiday-cn 的内容来载入。'],
      marks: [
        ['休', '每周休息'],
        ['假', '节假日'],
        ['班', '调休上班'],
        ['特', '特别的日子'],
      ],
    },
    en: {
      title: 'Calendar',
      about: 'Which days of a year ship and which do not, with holidays, make-up days and special days.',
      steps: [
        'Late in the year see whether the next is loaded: without it every ship date is a guess.',
        'A manager loads it by pasting a holiday-cn file.',
      ],
      marks: [
        ['Rest', 'weekly rest'],
        ['Holiday', 'public holiday'],
        ['Work', 'make-up working day'],
        ['Special', 'a day of its own'],
      ],
    },
  },
  {
    path: '/shops',
    zh: {
      title: '所有店铺',
      about: '这块看板管着哪些店；管理员在这里加一家。',
      steps: ['写店名、代号、平台；旗表按平台配好。', '接着去店铺设置里改，再加人。'],
    },
    en: {
      title: 'Shops',
      about: 'The shops of this board; the administrator adds one here.',
      steps: [
        'Name, code and platform; its flags are set up for that platform.',
        'Then go through its settings, and add people.',
      ],
    },
  },
]
