/** A seller's export of any length, as the platform writes it: GBK, CRLF, the quirks of formats.md §2. All invented. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'

const HEADER =
  '订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,' +
  '买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,' +
  '宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,' +
  '分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,' +
  '集分宝抵扣,是否是O2O交易,新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id,退款金额,预约门店,' +
  '确认收货时间,打款商家金额,含应开票给个人的个人红包,是否信用购,体验期结束时间,前N有礼,配送类型,主订单编号'
const COLUMNS = HEADER.split(',').map((name) => name.trim())

const goods = [
  '测试雕花木盒',
  '测试木盒底座',
  '测试木梳',
  '陶瓷马克杯 雾灰',
  '60 支长绒棉四件套 1.8 m 雾蓝',
  '收纳箱 66 L 三只装',
]
const regions = ['浙江省 杭州市 西湖区', '四川省 成都市 高新区', '江苏省 苏州市 吴中区', '广东省 广州市 天河区']
const surnames = [...'张李王赵陈林周吴徐孙']
const two = (n: number) => String(n).padStart(2, '0')

/** The number of the i-th order, from 0. */
export const tidOf = (i: number) => String(3_399_120_000_000_000_101n + BigInt(i) * 103n)

/** One order; every 17th has a memo with line breaks and commas, every 5th two goods, every 9th is shipped. */
function row(i: number): Record<string, string> {
  const [first, second] = [goods[i % goods.length]!, goods[(i + 3) % goods.length]!]
  const several = i % 5 === 0
  const shipped = i % 9 === 0
  const price = (30 + (i % 300)).toFixed(2)
  const at = `2026-11-${two(1 + (i % 20))} ${two(8 + (i % 14))}:${two(i % 60)}`
  return {
    订单编号: `="${tidOf(i)}"`,
    买家会员名: `测**${i % 10}`,
    买家应付货款: price,
    总金额: price,
    买家实际支付金额: price,
    订单状态: shipped ? '卖家已发货，等待买家确认' : '买家已付款，等待卖家发货',
    买家留言: i % 11 === 0 ? '要送人，别放小票,谢谢' : '',
    收货人姓名: `${surnames[i % 10]}*`,
    收货地址: `${regions[i % 4]} 某某街道*****`,
    联系手机: `'138****${String(i % 10_000).padStart(4, '0')}`,
    订单创建时间: `${at}:11`,
    订单付款时间: `${at}:40`,
    宝贝标题: several ? `${first}，${second}` : first,
    宝贝种类: several ? '2' : '1',
    物流单号: shipped ? `No:YT${String(i).padStart(13, '0')}` : '',
    物流公司: shipped ? '圆通速递' : '',
    订单备注: i % 17 === 0 ? '改刻字：平安\n周五前发,别漏【小王】' : 'null',
    宝贝总数量: several ? '2' : '1',
    店铺名称: '示例木作店',
    订单关闭原因: '订单未关闭',
    卖家服务费: '0.00元',
    是否手机订单: '手机订单',
    退款金额: '0.00',
    主订单编号: `="${tidOf(i)}"`,
  }
}

const cell = (text: string) => (/[,\n"]/.test(text) && !text.startsWith('=') ? `"${text.replaceAll('"', '""')}"` : text)
const lineOf = (i: number) => {
  const values = row(i)
  return COLUMNS.map((name) => cell(values[name] ?? '')).join(',') + '\r\n'
}

/** Node decodes GBK but does not encode it: the table is turned around once. */
function encoder() {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, [number, number]>()
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) {
      const letter = decoder.decode(Uint8Array.of(a, b))
      if (letter.length === 1 && letter !== '�' && !codes.has(letter)) codes.set(letter, [a, b])
    }
  return (text: string) => {
    const bytes = Buffer.alloc(text.length * 2)
    let at = 0
    for (const letter of text) {
      if (letter < '\x80') bytes[at++] = letter.charCodeAt(0)
      else for (const byte of codes.get(letter) ?? [0x3f]) bytes[at++] = byte
    }
    return bytes.subarray(0, at)
  }
}

let encode: ((text: string) => Buffer) | undefined
/** The text as GBK; what it does not have becomes a question mark. */
export const gbk = (text: string): Buffer => (encode ??= encoder())(text)

/** Writes an order list of `n` orders, one a line. */
export async function writeOrdersFile(path: string, n: number): Promise<void> {
  const out = createWriteStream(path)
  out.write(gbk(`${HEADER}\r\n`))
  for (let at = 0; at < n; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, n - at) }, (_, i) => lineOf(at + i))
    if (!out.write(gbk(lines.join('')))) await once(out, 'drain')
  }
  out.end()
  await finished(out)
}
