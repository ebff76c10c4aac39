/** Files as platforms export them, with invented orders. */
import writeXlsxFile from 'write-excel-file/node'

/** Columns of an old order list that a test wants to fill; the others of formats.md's sample stay out. */
export type Row = Record<string, string>

const cell = (text: string) => (/[,\n"]/.test(text) && !text.startsWith('=') ? `"${text.replaceAll('"', '""')}"` : text)

/** CSV of these rows; the columns are those of all rows, in the order in which they come. */
export function csv(rows: readonly Row[], columns = [...new Set(rows.flatMap(Object.keys))]): Buffer {
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]
  return Buffer.from(lines.map((line) => line.map(cell).join(',')).join('\r\n'))
}

type SheetOf = { sheet: string; rows: (string | number | Date | null)[][] }

/** A workbook; dates become Excel dates. */
export function xlsx(sheets: readonly SheetOf[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ sheet, rows }) => ({
      sheet,
      data: rows.map((row) =>
        row.map((value) =>
          value instanceof Date
            ? { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' }
            : value === null
              ? null
              : { value },
        ),
      ),
    })) as never,
  ).toBuffer()
}

export const PAID = '买家已付款，等待卖家发货'
export const SHIPPED = '卖家已发货，等待买家确认'
export const CLOSED = '交易关闭'

let next = 3399120000000000101n
export const newTid = () => String((next += 7n))

/** A paid order of an order list; `more` adds and overwrites columns. */
export const paidOrder = (more: Row = {}): Row => ({
  订单编号: newTid(),
  买家会员名: '测**1',
  买家实际支付金额: '128.00',
  订单状态: PAID,
  买家留言: '',
  收货人姓名: '张*',
  '收货地址 ': '浙江省 杭州市 西湖区 某某街道*****',
  联系手机: "'138****0001",
  订单创建时间: '2026-11-20 11:58:11',
  '订单付款时间 ': '2026-11-20 12:00:40',
  '宝贝标题 ': '测试雕花木盒',
  '宝贝种类 ': '1',
  订单备注: 'null',
  宝贝总数量: '1',
  订单关闭原因: '订单未关闭',
  ...more,
})

/** One line of an item list for an order of the order list. */
export const itemLine = (tid: string, more: Row = {}): Row => ({
  子订单编号: newTid(),
  主订单编号: tid,
  商品标题: '测试雕花木盒',
  商品价格: '108.00',
  购买数量: '1',
  商品属性: '颜色分类:原木[20cm];刻字:平安',
  订单状态: '买家已付款,等待卖家发货',
  商家编码: 'BOX-01-Y',
  买家实付金额: '108.00',
  退款状态: '没有申请退款',
  退款金额: '无退款申请',
  ...more,
})
