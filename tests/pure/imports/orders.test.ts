import { expect, test } from 'vitest'
import { longOf } from '../../../src/core/time.ts'
import { defaultFlags } from '../../../src/features/shops/flags.ts'
import { gbk } from '../../bench/orders-file.ts'
import { orderOf, read } from './read.ts'

const TID = '3399120000000000101'
const zone = 'Asia/Shanghai'
const time = (at: number | undefined) => at && longOf(at, zone)

/** One line of an order list with these columns. */
const line = (cells: Record<string, string>) =>
  [
    ['订单编号', ...Object.keys(cells)].join(','),
    [TID, ...Object.values(cells)].map((c) => `"${c.replaceAll('"', '""')}"`).join(','),
  ].join('\n')

// formats.md §2, sample A: 61 columns, quirks on purpose
const sampleA =
  `订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id,退款金额,预约门店,确认收货时间,打款商家金额,含应开票给个人的个人红包,是否信用购,体验期结束时间,前N有礼,配送类型,主订单编号
="3399120000000000101",测**1,,2026112122001100000000000001,支付方式：支付宝，金额：128.00；,128.00,0.00,0,128.00,0,128.00,0,买家已付款，等待卖家发货,"要送人，别放小票,谢谢",张*,浙江省 杭州市 西湖区 某某街道*****,快递,,'138****0001,2026-11-20 21:03:11,2026-11-20 21:03:40,测试雕花木盒，测试木盒底座,2,,,"改刻字：平安
周五前发【小王】",2,0,示例木作店,订单未关闭,0.00元,0.00元,,手机订单,,,,,,,null,,,,,,,,,,,0.00,,,0.00元,,,,,,="3399120000000000101"
="3399120000000000202",测**2,,,,66.00,0.00,,66.00,,60.00,,卖家已发货，等待买家确认,,李*,四川省 成都市 高新区 *****,快递,,'139****0002,2026-11-18 09:00:00,2026-11-18 09:00:21,测试木梳,1,No:YT0000000000001,圆通速递,null,1,,示例木作店,订单未关闭,,,,,,,,,,,,,,,,,,,,,,0.00,,,,,,,,,="3399120000000000202"`.replaceAll(
    '\n="',
    '\r\n="',
  )

const sampleB = `子订单编号,主订单编号,商品标题,商品价格,购买数量,外部系统编号,商品属性,套餐信息,联系方式备注,订单状态,商家编码,支付单号,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,淘鲜达渠道,商品ID,分阶段信息,备注标签,商家备注,主订单买家留言,是否主动赔付,主动赔付金额,主动赔付出账时间
3399120000000000102,3399120000000000101,测试雕花木盒,108.00,1,BOX-01,颜色分类:原木[20cm];刻字:平安,,别信这个备注,"买家已付款,等待卖家发货",BOX-01-Y,2026112122001100000000000001,108.00,108.00,没有申请退款,无退款申请,2026-11-20 21:03:11,2026-11-20 21:03:40,,900000000001,,加急单,"改刻字：平安
周五前发【小王】","要送人，别放小票,谢谢",否,,
3399120000000000103,3399120000000000101,测试木盒底座,20.00,1,BASE-01,null,,,"买家已付款,等待卖家发货",BASE-01,2026112122001100000000000001,20.00,20.00,没有申请退款,无退款申请,2026-11-20 21:03:11,2026-11-20 21:03:40,,900000000002,,加急单,"改刻字：平安
周五前发【小王】","要送人，别放小票,谢谢",否,,`

test('ORD-1 the old order list of 61 columns, GBK and CRLF', async () => {
  const { orders, rejects } = await read(gbk(sampleA))
  expect(rejects.filter(({ reason }) => reason !== 'header')).toEqual([])
  expect(orders).toMatchObject([
    {
      tid: TID, line: 2, buyer: '测**1', receiver: '张*', phone: '138****0001', region: '浙江省 杭州市 西湖区', address: '某某街道*****',
      buyerNote: '要送人，别放小票,谢谢', memo: '改刻字：平安\n周五前发【小王】', state: 'paid', amount: 12800, quantity: 2,
      items: [{ oid: `${TID}#1`, title: '测试雕花木盒' }, { oid: `${TID}#2`, title: '测试木盒底座' }],
    },
    { tid: '3399120000000000202', line: 3, state: 'shipped', memo: '', amount: 6000, waybill: 'YT0000000000001', carrier: '圆通速递' },
  ]) // prettier-ignore
  expect(time(orders[0]!.paidAt)).toBe('2026-11-20 21:03:40')
  expect(orders[0]!.flag).toBeUndefined()
})

test('ORD-1 the newer item list of 27 columns: lines of one order', async () => {
  expect(await orderOf(sampleB)).toMatchObject({
    tid: TID, line: 2, state: 'paid', fromLines: true, flag: 'red', memo: '改刻字：平安\n周五前发【小王】', worth: 12800,
    items: [
      { oid: '3399120000000000102', title: '测试雕花木盒', variant: '颜色分类:原木[20cm];刻字:平安', code: 'BOX-01-Y', quantity: 1, price: 10800, refund: 'none' },
      { oid: '3399120000000000103', code: 'BASE-01', price: 2000, refund: 'none' },
    ],
  }) // prettier-ignore
  expect((await orderOf(sampleB)).amount).toBeUndefined()
})

test('an item list of 2018 has no line numbers: its lines are counted', async () => {
  const file = `订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\n${TID},木盒,108,1,,原木,,不是商家备注,"买家已付款，等待卖家发货",BOX\n${TID},底座,20,2,,,,,"买家已付款，等待卖家发货",BASE`
  const order = await orderOf(file)
  expect(order).toMatchObject({ state: 'paid', items: [{ oid: `${TID}#1`, code: 'BOX' }, { oid: `${TID}#2`, quantity: 2 }] }) // prettier-ignore
  expect(order.memo).toBeUndefined()
})

test('an order list and an item list pasted into one file complete each other', async () => {
  const order = await orderOf(`${sampleA.split('\r\n="3399120000000000202"')[0]}\n${sampleB}`)
  expect(order).toMatchObject({
    state: 'paid',
    amount: 12800,
    quantity: 2,
    items: [{ oid: '3399120000000000102' }, {}],
  })
  expect(order.items).toHaveLength(2)
  expect(order.fromLines).toBeUndefined()
})

test.each([
  ['128.00', '128.00', 'refunded'],
  ['128.00', '20.00', undefined],
  ['0.00', '0.00', undefined],
  ['128.00', '无退款申请', undefined],
])('ORD-5 of %s paid %s given back: %s', async (paid, back, refund) => {
  expect((await orderOf(line({ 订单状态: '待发货', 买家实付金额: paid, 退款金额: back }))).refund).toBe(refund)
})

test('a missing column says nothing; an empty memo says that there is none', async () => {
  const order = await orderOf(line({ 商家备注: '--' }))
  expect(order.memo).toBe('')
  expect(Object.entries(order).filter(([, value]) => value !== undefined)).toEqual([
    ['tid', TID],
    ['line', 2],
    ['memo', ''],
  ])
})

test.each([
  ['测试雕花木盒，测试木盒底座', '2', ['测试雕花木盒', '测试木盒底座']],
  ['测试雕花木盒,测试木盒底座', '2', ['测试雕花木盒', '测试木盒底座']],
  ['木盒，原木色,木梳', '2', ['木盒，原木色', '木梳']],
  ['木盒，原木色', '1', ['木盒，原木色']],
])('titles %j of %s goods are %j', async (text, kinds, titles) => {
  const { items } = await orderOf(line({ 宝贝标题: text, 宝贝种类: kinds, 宝贝总数量: '3' }))
  expect(items!.map(({ title }) => title)).toEqual(titles)
})

test('service lines are known as such', async () => {
  const { items } = await orderOf(
    `子订单编号,主订单编号,商品标题,购买数量\n3399120000000000102,${TID},实木床,1\n3399120000000000103,${TID},送货入户服务,1`,
  )
  expect(items!.map(({ service }) => service)).toEqual([false, true])
})

test('the earliest of the moments by which the lines must ship', async () => {
  const file = `子订单编号,主订单编号,商品标题,购买数量,应发货时间\n3399120000000000102,${TID},木盒,1,2026-11-23 21:03:40\n3399120000000000103,${TID},木梳,1,2026-11-22 10:00:00`
  expect(time((await orderOf(file)).shipBy)).toBe('2026-11-22 10:00:00')
  expect(time((await orderOf(line({ 应发货时间: '子订单3304： 2026-11-22 22:17前 ; ' }))).shipBy)).toBe(
    '2026-11-22 22:17:00',
  )
})

test.each([
  ['旗帜', '红', 'taobao', 'red'],
  ['插旗', '5', 'taobao', 'purple'],
  ['标旗', '紫色', 'taobao', 'purple'],
  ['旗帜颜色', '1', 'douyin', 'purple'],
  ['卖家旗帜', '5', 'douyin', 'red'],
  ['备注旗帜', '', 'taobao', 'grey'],
  ['商家备注等级', '5', 'jd', 'purple'],
  ['旗帜', '7', 'taobao', 'code-7'],
  ['旗帜', '深绿', 'taobao', 'code-99'],
  ['备注标签', '延迟等通知', 'taobao', 'purple'],
  ['备注标签', '没人教过的标签', 'taobao', undefined],
  ['备注标签', '', 'taobao', undefined],
] as const)('ORD-2 the column %s with %j on %s is %s', async (column, cell, platform, flag) => {
  expect((await orderOf(line({ [column]: cell }), { platform })).flag).toBe(flag)
})

test('a label counts where the flag column is empty, and a shop can teach words', async () => {
  expect((await orderOf(line({ 旗帜: '', 备注标签: '加急单' }))).flag).toBe('red')
  expect((await orderOf(line({ 旗帜: '黄', 备注标签: '加急单' }))).flag).toBe('yellow')
  const flags = { ...defaultFlags('taobao'), labels: { 深绿: 'green' as const } }
  expect((await orderOf(line({ 旗帜: '深绿' }), { flags })).flag).toBe('green')
})

const plain = {
  买家会员名: 'tb20261234',
  收货人姓名: '陈小平',
  联系手机: '13800138000',
  收货地址: '浙江省 杭州市 西湖区 文一路100号3幢',
  买家留言: '打13900139000',
  商家备注: '身份证330106199001011234',
}

test('WHO-5 buyers’ data is masked as it is read', async () => {
  expect(await orderOf(line(plain))).toMatchObject({
    buyer: 't**4', receiver: '陈*平', phone: '138****8000', region: '浙江省 杭州市 西湖区', address: '文一路*****', buyerNote: '打139****9000',
    memo: '身份证330**************4',
  }) // prettier-ignore
})

test('WHO-5 a shop that may keep it gets it apart from the order, which is masked all the same', async () => {
  const { clear, ...order } = await orderOf(line(plain), { clear: true })
  expect(clear).toEqual({ buyer: 'tb20261234', receiver: '陈小平', phone: '13800138000', address: '文一路100号3幢' })
  expect({ clear, ...order }).toEqual({ ...(await orderOf(line(plain))), clear })
})

test('WHO-5 what the platform has masked is not taken for clear', async () => {
  const masked = {
    买家会员名: 't**4',
    收货人姓名: '陈＊平',
    联系手机: '138****8000',
    '收货地址 ': '浙江省 杭州市 西湖区 *****',
  }
  expect((await orderOf(line(masked), { clear: true })).clear).toBeUndefined()
  const half = await orderOf(line({ ...masked, 收货人姓名: '陈小平' }), { clear: true })
  expect(half.clear).toEqual({ receiver: '陈小平' })
})

test('WHO-5 a refused line is kept masked, in every shop, and only the columns that we read', async () => {
  const file = line({ ...plain, 买家支付宝账号: 'someone@example.com', 订单付款时间: '昨天' })
  for (const clear of [false, true]) {
    const { rejects } = await read(file, { clear })
    expect(rejects[1]!.cells).toEqual([TID, 't**4', '陈*平', '138****8000', '浙江省 杭州市 西湖区 文一路*****', '打139****9000', '身份证330**************4', '昨天']) // prettier-ignore
    expect(rejects[0]!.cells).not.toContain('买家支付宝账号')
  }
})

test('a masked address of columns of its own', async () => {
  expect(await orderOf(line({ 省: '浙江省', 市: '杭州市', 区: '西湖区', 详细地址: '文一路1号' }))).toMatchObject({
    region: '浙江省 杭州市 西湖区',
    address: '文一路*****',
  })
})

test.each([
  ['订单付款时间', '昨天', 'bad_date'],
  ['买家实付金额', '免费', 'bad_amount'],
  ['宝贝总数量', '两个', 'bad_quantity'],
])('ORD-1 %s %j refuses the line as %s', async (column, cell, reason) => {
  const { orders, rejects } = await read(line({ 订单状态: '待发货', [column]: cell }))
  expect(orders).toEqual([])
  expect(rejects[1]).toMatchObject({ line: 2, reason, detail: cell })
})

test('a line without an order number is refused, an empty one is not a line', async () => {
  const { orders, rejects } = await read(`订单编号,订单状态,总金额\n,待发货,128\n,,\n${TID},待发货,1`)
  expect(orders).toHaveLength(1)
  expect(rejects.slice(1)).toMatchObject([{ line: 2, reason: 'no_id' }])
})

test('what a later line says of an order replaces what an earlier one said, never with nothing', async () => {
  const file = `订单编号,订单状态,商家备注,物流单号\n${TID},待发货,急,\n${TID},已发货,,YT0000000000001`
  expect(await orderOf(file)).toMatchObject({ line: 2, state: 'shipped', memo: '急', waybill: 'YT0000000000001' })
})

test.each([
  [
    '拼多多',
    '订单号,订单状态,商品,商品数量(件),收货人,手机,支付时间,商家备注,快递单号\n231120-123456789012345,待发货,测试木梳,2,张*,138****0001,2026-11-20 12:00,急,',
    'pinduoduo',
  ],
  [
    '京东',
    '订单号,订单状态,商品名称,订购数量,客户姓名,付款确认时间,商家备注,商家备注等级\n288812345678,等待出库,测试木梳,2,张*,2026-11-20 12:00:00,急,5',
    'jd',
  ],
  [
    '抖音',
    '主订单编号,子订单编号,选购商品,商品数量,订单状态,支付完成时间,商家备注,旗帜颜色\n\t6918512345678901234,\t6918512345678901235,测试木梳,2,待发货,2026-11-20 12:00:00,急,1',
    'douyin',
  ],
] as const)('an export of %s', async (_name, file, platform) => {
  const order = await orderOf(file, { platform })
  expect(order).toMatchObject({ state: 'paid', memo: '急' })
  expect(order.items).toMatchObject([{ title: '测试木梳' }])
  expect(time(order.paidAt)).toBe('2026-11-20 12:00:00')
  if (platform !== 'pinduoduo') expect(order.flag).toBe('purple')
})
