/** What `?` says of daily reports. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/reports',
    zh: {
      title: '日报',
      about: '每一班写一份日报。这里看自己还欠哪份、交了的送到了没有。',
      steps: ['按“写日报”：看板知道的已经填好，核对、补上、交。', '交错了，打开那一份按“更正”，写为什么，再发一版。'],
      marks: [
        ['准', '按时交'],
        ['迟', '过了时间才交'],
        ['缺', '到期没交'],
        ['待写', '还没到时间'],
      ],
    },
    en: {
      title: 'Daily reports',
      about: 'Each shift owes one report. Here you see which is open, and whether those filed were delivered.',
      steps: [
        'Write it: what the board knows is filled in; check, complete, file.',
        'A mistake in a filed one: open it, press "Correct", say why; a new version goes out.',
      ],
      marks: [
        ['In time', 'filed by its time'],
        ['Late', 'filed after it'],
        ['Missing', 'due and not filed'],
        ['Open', 'its time has not come'],
      ],
    },
  },
  {
    path: '/reports/of/:id',
    zh: {
      title: '一份日报',
      about: '交上去的样子：数字、各项、自己的话，每个收件人送到没有，改过几版。',
      steps: ['看“送到了没有”；没送到的，请店长看发件箱。', '自己的日报要改，按“更正”。'],
      marks: [
        ['改了 新 删', '和上一版不同的地方'],
        ['收 抄', '收件人、抄送人'],
      ],
    },
    en: {
      title: 'A report',
      about: 'As it was filed: figures, sections, own words, whether each recipient has it, and its versions.',
      steps: [
        'See whether it was delivered; if not, the manager looks into the outbox.',
        'To change your own press "Correct".',
      ],
      marks: [
        ['Changed, new, removed', 'what differs from the version before'],
        ['TO, CC', 'who gets it, who gets a copy'],
      ],
    },
  },
  {
    path: '/report/:day/:side',
    zh: {
      title: '写日报',
      about: '看板填好它知道的，你核对、补上它不知道的，交。边写边存，关掉也在。',
      steps: [
        '先填空着的数字：询单、成交、销售额。',
        '每一项核对一遍；没有的勾“无”。',
        '晚班：看一遍实物奖品清单，明早按它核对。',
        '看清会发给谁，交。',
      ],
    },
    en: {
      title: 'Write the report',
      about:
        'The board fills what it knows; you check, add what it does not know, and file it. Drafts are kept as you type.',
      steps: [
        'The empty figures first: enquiries, orders, sales.',
        'Check each section; where nothing was, tick "none".',
        'Night shift: read through the list of physical prizes, they are checked by it in the morning.',
        'See whom it goes to, then file it.',
      ],
    },
  },
  {
    path: '/report-grid',
    zh: {
      title: '日报表',
      about: '一个月里谁哪天交了、迟了、缺了；下面是数字合计。',
      steps: [
        '先看“现在缺谁的”，去问一声。',
        '点一格看那份日报。',
        '数字能[导入客服工具的](/report-figures)，能导出，能打印。',
      ],
      marks: [
        ['准 迟 缺', '按时交、迟交、没交'],
        ['待', '还没到时间'],
        ['休', '那天休息'],
        ['v2', '更正过，第二版'],
      ],
    },
    en: {
      title: 'Report grid',
      about: 'Who filed in time, late or not at all, day by day of a month; the figures stand below.',
      steps: [
        'Look first at who is missing now, and ask them.',
        'A cell opens its report.',
        'Figures can be [brought in from the chat tool](/report-figures), exported, printed.',
      ],
      marks: [
        ['In time, late, missing', 'how the report of that day stands'],
        ['Open', 'its time has not come'],
        ['Off', 'a day off'],
        ['v2', 'corrected, second version'],
      ],
    },
  },
  {
    path: '/report-figures',
    zh: {
      title: '客服数据',
      about: '把客服工具导出的询单、成交、响应时间放进来，写日报时就不用再填。',
      steps: ['选文件或粘贴，先看看，再导入。', '没收的行写着为什么，改好再导一次。', '同一份导几次都一样。'],
    },
    en: {
      title: 'Figures of agents',
      about: 'Brings in enquiries, orders and response times from the chat tool, so that nobody types them again.',
      steps: [
        'Choose a file or paste, look at the preview, import.',
        'Refused lines say why: mend them and import again.',
        'The same figures twice change nothing.',
      ],
    },
  },
  {
    path: '/report-route',
    zh: {
      title: '日报发给谁',
      about: '本店的日报收件给谁、抄送给谁。收件和抄送都不能空。',
      steps: [
        '主管、总监选“收件”，店长选“抄送”，核对邮箱。',
        '看一眼信的样子，发一封试信。',
        '每次改动都有记录；已经交的不重发。',
      ],
    },
    en: {
      title: 'Report route',
      about: "Who gets the shop's reports, and who a copy. Neither may be empty.",
      steps: [
        'Supervisors and directors as TO, the manager as CC; check the addresses.',
        'Look at the letter, send a test.',
        'Each change is logged; what is filed is not sent again.',
      ],
    },
  },
  {
    path: '/report-settings',
    zh: {
      title: '日报几点前交',
      about: '下班后多少分钟内要交日报。上面写着现在早班、晚班各是几点。',
      steps: ['改分钟数，保存；还没交的马上按新的算。'],
    },
    en: {
      title: 'When reports are due',
      about: 'How many minutes after a shift its report is due; what that means for both shifts stands above.',
      steps: ['Change the minutes and save: what is not filed yet follows at once.'],
    },
  },
]
