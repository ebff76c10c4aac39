/** What imports say besides their pages: why a file or a line was refused, and what to do about it. */
import { dictionary, type Lang, type Said } from '../../core/i18n.ts'
import type { RejectReason } from './cells.ts'
import type { FileProblem } from './read-xlsx.ts'

/** Why an import failed; kept as "code" or "code: detail". */
type Problem = FileProblem | 'crashed' | 'too_big' | 'interrupted'

// prettier-ignore
const zh = {
  reasons: {
    damaged_id: (id) =>
      `订单号 ${id} 被 Excel 改坏了，后几位找不回来。请重新导出，不要先用 Excel 打开再另存；要打开就把这一列设成“文本”`,
    rounded_id: (id) => `订单号 ${id} 末尾全是 0，像是 Excel 四舍五入过的。请用平台导出的原文件`,
    bad_id: (id) => `“${id}”不是订单号，请对照平台改好`,
    no_id: () => '这一行没有订单号，补上再导入；合计行可以不管',
    bad_date: (text) => `认不出时间“${text}”，请写成 2026-11-20 21:03；一串 # 是列太窄，拉宽再存`,
    bad_amount: (text) => `认不出金额“${text}”，请只写数字`,
    bad_quantity: (text) => `认不出数量“${text}”，请写整数`,
    too_long: (n) => `这一行有一格写了 ${n} 个字，最多 10000 个。多半是几格粘到了一起，请对照平台改短`,
    broken_quotes: () => '这一行的双引号不成对，后面的列认不准。请重新导出，或者改好引号',
  } satisfies Record<RejectReason, (detail: string) => string> as Record<RejectReason, (detail: string) => string>,
  problems: {
    no_order_column: (found) =>
      `没有“订单编号”这一列，不是订单表。${found ? `文件里有这些列：${found}` : '第一行要是列名'}`,
    empty_file: () => '文件是空的。请在平台上重新导出',
    not_a_table: () => '打不开，不是 CSV 或 XLSX 表格，或者已经损坏。请重新导出',
    old_excel: () => '这是老格式 .xls。请在 Excel 或 WPS 里另存为 .xlsx，订单号那一列先设成“文本”',
    web_page: () => '这其实是一个网页，不是表格。多半是登录过期了，请重新登录平台再导出',
    bomb: () => '解压后太大，没有打开。请按日期分几次导出',
    encrypted: () => '文件有密码。请去掉密码再上传',
    crashed: () => '读的时候出了意外，什么都没有写入。请再试一次',
    too_big: () => '文件太大，内存不够。请按日期分几次导出',
    interrupted: () => '中途停机，什么都没有写入。请再上传一次',
  } satisfies Record<Problem, (detail: string) => string> as Record<Problem, (detail: string) => string>,
  refused: {
    notFound: '没有这次导入，或者不归你的店铺',
    noShop: '先选一家店铺',
    noFile: '先选一个文件',
    noSuchFile: (path: string) => `打不开 ${path}，请检查路径`,
    notReady: '这次导入已经不能写入了，请看看它现在的样子',
    overAlready: '这次导入已经结束了',
    anotherRuns: '这家店正在写入另一份文件，等它写完再写这一份',
  },
}

// prettier-ignore
const en: typeof zh = {
  reasons: {
    damaged_id: (id) => `Excel has damaged order number ${id}; its last digits are lost. Export again and do not save it from Excel first, or set the column to "text" before you do`,
    rounded_id: (id) => `Order number ${id} ends in nothing but zeros, as if Excel had rounded it. Please use the platform's own file`,
    bad_id: (id) => `"${id}" is not an order number; please compare it with the platform`,
    no_id: () => 'This line has no order number: add it and import again; a line of totals can be ignored',
    bad_date: (text) => `Not a time: "${text}". Write it like 2026-11-20 21:03; a row of # means that the column was too narrow`,
    bad_amount: (text) => `Not an amount: "${text}". Please write digits only`,
    bad_quantity: (text) => `Not a quantity: "${text}". Please write a whole number`,
    too_long: (n) => `One cell of this line has ${n} letters, 10000 at most. Several cells have probably run together: compare it with the platform and shorten it`,
    broken_quotes: () => 'The quotation marks of this line do not match, so its columns are uncertain. Export again, or mend the quotes',
  },
  problems: {
    no_order_column: (found) => `There is no column "订单编号" (order number), so this is no order list. ${found ? `Columns found: ${found}` : 'The first line must name the columns'}`,
    empty_file: () => 'The file is empty. Please export it again',
    not_a_table: () => 'This cannot be opened: it is no CSV or XLSX table, or it is damaged. Please export it again',
    old_excel: () => 'This is the old format .xls. Save it as .xlsx in Excel or WPS, with the column of order numbers set to "text"',
    web_page: () => 'This is a web page, not a table. Your sign-in on the platform has probably expired: sign in and export again',
    bomb: () => 'It would unpack to too much and was not opened. Please export it in several parts by date',
    encrypted: () => 'The file has a password. Please remove it first',
    crashed: () => 'Something unexpected happened while reading; nothing was written. Please try again',
    too_big: () => 'The file is too large for the memory of this machine. Please export it in several parts by date',
    interrupted: () => 'The board was stopped half-way; nothing was written. Please upload it again',
  },
  refused: {
    notFound: 'There is no such import, or it belongs to another shop',
    noShop: 'Choose a shop first',
    noFile: 'Choose a file first',
    noSuchFile: (path: string) => `${path} cannot be opened; please check the path`,
    notReady: 'This import can no longer be applied; please look at what it is now',
    overAlready: 'This import is over already',
    anotherRuns: 'Another file of this shop is being applied; wait until it is done',
  },
}

export const words = dictionary(zh, en)

/** A refusal in its reader's language. */
export const say =
  (pick: (t: typeof zh) => string): Said =>
  (lang) =>
    pick(words(lang))

/** Why a line was refused and what to do. In a workbook of several sheets `detail` begins with sheet and row. */
export function reasonWord(reason: string, detail: string, lang: Lang): string {
  const [, place = '', value = ''] = /^(\S.* \d+: )?([^]*)$/.exec(detail)!
  const word = words(lang).reasons[reason as RejectReason]
  return word ? place + word(value) : detail
}

/** Why a whole file was refused and what to do. */
export function problemWord(problem: string, lang: Lang): string {
  const [code = '', ...detail] = problem.split(': ')
  return (words(lang).problems[code as Problem] ?? words(lang).problems.crashed)(detail.join(': '))
}
