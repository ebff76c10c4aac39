/** The file that an agent brings in the morning: what the platform's seller back end exports, with invented orders. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { csv, paidOrder, type Row } from '../../imports/files.ts'

const sold = (receiver: string, more: Row = {}) =>
  paidOrder({
    收货人姓名: receiver,
    买家会员名: `${receiver[0]}**8`,
    旗帜: '红',
    订单创建时间: '2026-11-20 07:41:11',
    '订单付款时间 ': '2026-11-20 07:43:40',
    ...more,
  })

/** What becomes of each in the course of the day. */
export const orders = {
  plain: sold('陈*平'),
  undecided: sold('林*禾', { 旗帜: '绿' }),
  later: sold('苏*晴'),
  waiting: sold('何*川'),
  winner: sold('许*安'),
  regretted: sold('沈*鱼'),
  unpaid: sold('周*明', { 订单状态: '等待买家付款', '订单付款时间 ': '' }),
}
/** A spreadsheet program has spoilt its number. */
const broken = { ...sold('坏*行'), 订单编号: '3.39912E+18' }

export const tidOf = (name: keyof typeof orders) => orders[name].订单编号!
/** What people type: the last digits. */
export const tailOf = (name: keyof typeof orders) => tidOf(name).slice(-6)

/** Writes the file into this folder; its path. */
export function morningFile(folder: string): string {
  const path = join(folder, 'ExportOrderList202611200905.csv')
  writeFileSync(path, csv([...Object.values(orders), broken]))
  return path
}
