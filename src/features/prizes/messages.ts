/** The words of prizes: catalogue, refusals, the log. The pages' own are in page-words.ts. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  title: '奖品',
  kinds: { coupon: '店铺抽奖优惠券', physical: '实物奖品' },
  notFound: '没有这个奖品，或者不归你的店铺',
  faster: '有人刚改过这个奖品，没有保存。请看看现在的样子',
  sameAsBefore: '没有要改的',
  nameTwice: '这个活动已经有同名的奖品',
  endedAlready: '已经停兑了',
  openAlready: '没有停兑，不用恢复',
  settledAlready: '这一条已经不在对账里了',
  plannedWrong: (most: number) => `数量写 1 到 ${most} 的整数`,
  worthWrong: (most: number) => `优惠券要写面额，0.01 到 ${most} 元`,
  fewerThanGiven: (given: number) => `已经兑出 ${given} 份，计划不能比这少`,
  unreadable: {
    empty: '文件是空的',
    workbook: '这是 Excel 工作簿。请用转盘后台导出的 CSV，或者选中那几列，复制后粘贴到下面',
    no_serial_column: '没找到“中奖序列号”这一列。第一行要写列名：中奖序列号、奖品、买家、中奖时间',
    too_many: '太多了：一次最多 20000 行、4 MB。请按日期分几次导出',
  },
  faults: {
    no_serial: () => '没有中奖序列号',
    damaged: (cell: string) => `${cell} 被 Excel 改成了科学计数，末尾几位已经丢了。请用原文件，或把这一列设成文本`,
    rounded: (cell: string) => `${cell} 末尾全是 0，像是 Excel 四舍五入过的。请用原文件`,
    long_serial: (cell: string) => `序列号太长：${cell}…`,
    long_prize: (cell: string) => `奖品名称太长：${cell}…`,
    bad_time: (cell: string) => `看不懂中奖时间：${cell}`,
    twice: (line: string) => `和第 ${line} 行是同一个序列号`,
    broken: () => '引号不成对',
  },
  listComma: '、',
  added: (name: string, campaign: string, planned: number) => `给活动 ${campaign} 加了奖品 ${name}，计划 ${planned} 份`,
  planned: (name: string, from: number, to: number) => `把奖品 ${name} 的计划从 ${from} 份改成 ${to} 份`,
  renamed: (from: string, to: string) => `把奖品 ${from} 改名为 ${to}`,
  ended: (name: string) => `停兑了奖品 ${name}`,
  reopened: (name: string) => `恢复了奖品 ${name}`,
  imported: (fresh: number, known: number, refused: number) =>
    `导入了转盘的中奖名单：新 ${fresh}，已有 ${known}${refused ? `，没收 ${refused}` : ''}`,
  explained: (what: string, serial: string | null) =>
    serial ? `对账：说明了序列号 ${serial}（${what}）` : `对账：说明了没中却发的 ${what}`,
  withdrawn: (taken: number) => `撤掉了最后一次导入的 ${taken} 个中奖`,
}
const en: typeof zh = {
  title: 'Prizes',
  kinds: { coupon: 'Lottery coupon', physical: 'Physical prize' },
  notFound: 'There is no such prize in your shops',
  faster: 'Somebody has just changed this prize; nothing was saved. Look at how it stands now',
  sameAsBefore: 'There is nothing to change',
  nameTwice: 'This campaign has a prize of that name already',
  endedAlready: 'It has been ended already',
  openAlready: 'It is not ended: there is nothing to take up again',
  settledAlready: 'This is no longer in the reconciliation',
  plannedWrong: (most) => `Write a whole number from 1 to ${most}`,
  worthWrong: (most) => `A coupon needs its worth, ¥0.01 to ¥${most}`,
  fewerThanGiven: (given) => `${given} are given already: the plan cannot be less`,
  unreadable: {
    empty: 'The file is empty',
    workbook: 'This is an Excel workbook. Use the CSV that the wheel exports, or copy its columns and paste them below',
    no_serial_column: 'No column is named “serial”. The first line names the columns: serial, prize, buyer, time',
    too_many: 'Too much at once: at most 20000 lines and 4 MB. Please export it in parts, by date',
  },
  faults: {
    no_serial: () => 'There is no serial number',
    damaged: (cell) =>
      `Excel has turned it into ${cell}; its last digits are lost. Use the wheel's own file, or set the column to “text”`,
    rounded: (cell) => `${cell} ends in nothing but zeros, as if Excel had rounded it. Use the wheel's own file`,
    long_serial: (cell) => `The serial number is too long: ${cell}…`,
    long_prize: (cell) => `The prize's name is too long: ${cell}…`,
    bad_time: (cell) => `The time of the win is not understood: ${cell}`,
    twice: (line) => `The same serial number stands on line ${line}`,
    broken: () => 'Its quotes do not match',
  },
  listComma: ', ',
  added: (name, campaign, planned) => `added the prize ${name} to ${campaign}: ${planned} planned`,
  planned: (name, from, to) => `changed the plan of the prize ${name} from ${from} to ${to}`,
  renamed: (from, to) => `renamed the prize ${from} to ${to}`,
  ended: (name) => `ended the prize ${name}`,
  reopened: (name) => `took up the prize ${name} again`,
  imported: (fresh, known, refused) =>
    `imported the wheel's list of wins: ${fresh} new, ${known} known${refused ? `, ${refused} refused` : ''}`,
  explained: (what, serial) =>
    serial
      ? `reconciliation: explained the serial number ${serial} (${what})`
      : `reconciliation: explained ${what}, sent without a win`,
  withdrawn: (taken) => `took back the last import: ${taken} wins`,
}
export const words = dictionary(zh, en)
