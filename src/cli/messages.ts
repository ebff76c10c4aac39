import { dictionary } from '../core/i18n.ts'
import type { ImportCounts } from '../features/imports/rules.ts'

const zh = {
  intro: '早晚：网店客服的订单、暂缓和截单看板',
  usage: '用法：',
  andAlways: '每条命令都可以加 --lang zh|en；--json 只输出 JSON。',
  settings: '环境变量：PORT、HOST、DATA_DIR、DATABASE_URL、PUBLIC_URL、SMTP_URL、MAIL_FROM，说明见 README。',
  unknownCommand: (text: string) => `没有“${text}”这条命令。有这些：`,
  unknownOption: (name: string) => `不认识选项 ${name}。`,
  wantsValue: (name: string, value: string) => `${name} 后面要写 ${value}。`,
  wantsNoValue: (name: string) => `${name} 后面不用写值。`,
  missing: (what: string) => `缺了 ${what}。`,
  tooMuch: (text: string) => `多了“${text}”。带空格的名字要加引号。`,
  failed: (reason: string) => `没有做成：${reason}`,

  noSuchShop: (code: string, shops: string) => `没有代码是 ${code} 的店铺。有：${shops}`,
  noShops: '还没有店铺。先加一个：npm run zaowan -- shop add CODE --name NAME',
  notADay: (text: string) => `${text} 不是日期，要写成 2026-11-21。`,
  migrated: (n: number) => (n ? `升级了 ${n} 步。` : '已经是这个版本，不用升级。'),

  shopAdded: (shop: string, cutoff: string) => `加好了店铺 ${shop}，${cutoff} 截单。`,
  noSuchPlatform: (text: string, all: string) => `没有 ${text} 这个平台。有：${all}`,
  noSuchWeekday: (text: string) => `看不懂 ${text}。写 none，或者 mon tue wed thu fri sat sun 里的几个，用逗号隔开。`,
  userInvited: (handle: string) => `加好了${handle}。把下面的链接发给本人设密码，7 天内有效，只能用一次：`,
  userAdded: (handle: string) => `加好了${handle}，可以登录了。`,
  userDisabled: (handle: string) => `停用了${handle}，已经退出登录。`,
  noPeople: '还没有人。先加一个：npm run zaowan -- user add HANDLE --roles manager --shops CODE',
  noSuchPerson: (handle: string) => `没有叫${handle}的人。看看有谁：npm run zaowan -- user list`,
  noSuchRole: (text: string, all: string) => `没有 ${text} 这个角色。有：${all}`,
  personStates: { active: '在用', invited: '还没设密码', disabled: '停用' },

  ships: '发',
  stays: '不发',
  shipping: (ships: number, all: number, day: string) => `${day}：${all} 单里 ${ships} 单发。`,
  batchOf: (orders: number, left: number, frozenAt: string | null, late: number) =>
    frozenAt
      ? `${frozenAt} 冻结${late ? `，晚了 ${late} 秒` : ''}：${orders} 单发，${left} 单留下。`
      : `还没有冻结。现在截单的话：${orders} 单发，${left} 单留下。`,

  shifts: { day: '早班', night: '晚班' },
  reportsOf: (day: string, intime: number, late: number, missing: number, open: number) =>
    `${day}：按时 ${intime}，迟交 ${late}，没交 ${missing}，还没到时间 ${open}。`,
  lettersIn: (sent: number, waiting: number, failed: number, held: number) =>
    `送到 ${sent}，在等 ${waiting}，没送到 ${failed}，暂停 ${held}。`,

  line: (n: number) => `第 ${n} 行`,
  imported: (c: ImportCounts) =>
    `新 ${c.new}，有变 ${c.changed}，没变 ${c.unchanged}，要人定 ${c.conflicts}，不能用 ${c.rejected}。`,
  onlyPreview: '只是预览，什么都没写。确定就加 --apply。',

  backedUp: (file: string) => `备份好了，逐页核对过：${file}`,
  thereIsOne: (file: string) => `${file} 已经存在。备份不覆盖旧文件，换一个名字。`,
  noFile: (file: string) => `没有这个文件：${file}`,
  notOurs: (file: string) => `${file} 不是早晚的数据库。`,
  damaged: (file: string) => `${file} 有损坏的页，不能用。`,
  stillRunning: (file: string) => `${file} 还有程序开着。先停下看板，再恢复。`,
  notEmpty: '现在的看板里已经有店铺。确定要换掉，就加 --force；原来的文件会留着。',
  restored: (shops: number, aside: string) => `恢复好了，有 ${shops} 个店铺。${aside && `原来的留在 ${aside}。`}`,
  usePgDump: 'PostgreSQL 的备份用它自己的工具：pg_dump --format=custom，恢复用 pg_restore。',

  ready: (address: string, others: string) => `早晚 Zaowan 已启动：${address}${others && `（同一网络：${others}）`}`,
  demoReady: (address: string) => `演示店铺已启动，数据全是编的，停下就没了：${address}`,
  setupToken: (token: string) => `第一次设置要用的令牌：${token}`,

  does: {
    serve: '启动看板',
    migrate: '把数据表升级到这个版本',
    'shop add': '加一个店铺',
    'shop list': '列出店铺',
    'user add': '加一个人，给出设密码的链接',
    'user list': '列出人员',
    'user disable': '停用一个人，马上退出登录',
    import: '预览订单文件；加 --apply 才写入',
    orders: '每一单今天发不发，为什么',
    batch: '一天的打单批次和留下的订单',
    reports: '一天的日报谁交了、谁没交，信送到没有',
    outbox: '发出去的和没送到的信，为什么',
    demo: '只开演示店铺，数据全是编的',
    backup: '运行中也能安全地备份（SQLite）',
    restore: '从备份恢复，要先停下看板（SQLite）',
  },
}

const en: typeof zh = {
  intro: 'Zaowan: orders, holds and the print cutoff of an online shop',
  usage: 'Usage:',
  andAlways: 'Every command takes --lang zh|en; --json prints JSON and nothing else.',
  settings: 'Environment: PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, SMTP_URL, MAIL_FROM; see the README.',
  unknownCommand: (text: string) => `There is no command "${text}". There are:`,
  unknownOption: (name: string) => `Unknown option ${name}.`,
  wantsValue: (name: string, value: string) => `${name} wants a value: ${value}.`,
  wantsNoValue: (name: string) => `${name} takes no value.`,
  missing: (what: string) => `${what} is missing.`,
  tooMuch: (text: string) => `"${text}" is too much. Put names with spaces in quotes.`,
  failed: (reason: string) => `This was not done: ${reason}`,

  noSuchShop: (code: string, shops: string) => `There is no shop with the code ${code}. There are: ${shops}`,
  noShops: 'There is no shop yet. Add one: npm run zaowan -- shop add CODE --name NAME',
  notADay: (text: string) => `${text} is not a day: write it like 2026-11-21.`,
  migrated: (n: number) => (n ? `${n} migrations done.` : 'The tables are up to date.'),

  shopAdded: (shop: string, cutoff: string) => `Added the shop ${shop}, cutoff ${cutoff}.`,
  noSuchPlatform: (text: string, all: string) => `There is no platform ${text}. There are: ${all}`,
  noSuchWeekday: (text: string) =>
    `${text} is not understood. Write none, or some of mon tue wed thu fri sat sun with commas.`,
  userInvited: (handle: string) => `Added ${handle}. Send them this link to set a password; it works once, for 7 days:`,
  userAdded: (handle: string) => `Added ${handle}, who can sign in now.`,
  userDisabled: (handle: string) => `Disabled ${handle} and signed them out.`,
  noPeople: 'There is nobody yet. Add one: npm run zaowan -- user add HANDLE --roles manager --shops CODE',
  noSuchPerson: (handle: string) => `There is nobody called ${handle}. See who there is: npm run zaowan -- user list`,
  noSuchRole: (text: string, all: string) => `There is no role ${text}. There are: ${all}`,
  personStates: { active: 'active', invited: 'no password yet', disabled: 'disabled' },

  ships: 'ships',
  stays: 'stays',
  shipping: (ships: number, all: number, day: string) => `${day}: ${ships} of ${all} orders ship.`,
  batchOf: (orders: number, left: number, frozenAt: string | null, late: number) =>
    frozenAt
      ? `Frozen at ${frozenAt}${late ? `, ${late} s late` : ''}: ${orders} orders go, ${left} stay.`
      : `Not frozen yet. With a cutoff now: ${orders} orders go, ${left} stay.`,

  shifts: { day: 'day shift', night: 'night shift' },
  reportsOf: (day, intime, late, missing, open) =>
    `${day}: ${intime} on time, ${late} late, ${missing} missing, ${open} not due yet.`,
  lettersIn: (sent: number, waiting: number, failed: number, held: number) =>
    `${sent} sent, ${waiting} waiting, ${failed} failed, ${held} held.`,

  line: (n: number) => `line ${n}`,
  imported: (c: ImportCounts) =>
    `${c.new} new, ${c.changed} changed, ${c.unchanged} unchanged, ${c.conflicts} to decide, ${c.rejected} rejected.`,
  onlyPreview: 'Only a preview: nothing was written. Add --apply to write it.',

  backedUp: (file: string) => `Backed up and checked page by page: ${file}`,
  thereIsOne: (file: string) => `${file} exists. A backup never overwrites: choose another name.`,
  noFile: (file: string) => `There is no such file: ${file}`,
  notOurs: (file: string) => `${file} is not a database of Zaowan.`,
  damaged: (file: string) => `${file} has damaged pages and cannot be used.`,
  stillRunning: (file: string) => `A program still has ${file} open. Stop the board, then restore.`,
  notEmpty: 'The board already has shops. To replace it add --force; its file is kept.',
  restored: (shops: number, aside: string) =>
    `Restored, with ${shops} shops. ${aside && `What was there is kept: ${aside}`}`,
  usePgDump: 'PostgreSQL is backed up with its own tools: pg_dump --format=custom, and pg_restore.',

  ready: (address: string, others: string) =>
    `早晚 Zaowan is ready: ${address}${others && ` (this network: ${others})`}`,
  demoReady: (address: string) => `The demo shop is ready; all data is invented and gone when it stops: ${address}`,
  setupToken: (token: string) => `Token for the first set-up: ${token}`,

  does: {
    serve: 'start the board',
    migrate: 'bring the tables up to this version',
    'shop add': 'add a shop',
    'shop list': 'list the shops',
    'user add': 'add a person; prints a link to set the password',
    'user list': 'list the people',
    'user disable': 'disable a person and sign them out at once',
    import: 'preview an order file; --apply writes it',
    orders: 'whether each order ships today, and if not why',
    batch: 'the print batch of a day and what stayed behind',
    reports: 'who filed the daily report of a day, and what was delivered',
    outbox: 'what was sent, what waits, what failed and why',
    demo: 'only the demo shop; all data is invented',
    backup: 'a safe copy, also while the board runs (SQLite)',
    restore: 'bring a copy back; stop the board first (SQLite)',
  },
}

/** Words of the command line itself; what concerns data comes from its feature. */
export const words = dictionary(zh, en)
export type CommandName = keyof typeof zh.does
