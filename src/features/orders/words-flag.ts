/** Words of choosing a flag, and what it does. */

export const zh = {
  willChange: (n: number) => `会变 ${n} 单`,
  wontChange: (n: number, why: string) => `${n} 单不变：${why}`,
  inBatchWarning: (n: number) => `${n} 单已在批次里，改旗拦不住，要停包裹`,
  flaggedAs: (n: number) => `${n} 单改成`,
  remarkWritten: '，备注已写',
  undone: (n: number) => `撤销了，${n} 单回到原来的旗`,
  undo: '撤销',
  seconds: '秒',
  shippingFlag: '放行的旗',
  reason: '为什么暂缓',
  informationHint: '：地址、尺码、补差价',
  until: '到哪天',
  untilHint: '答应的发货日，或哪天再看',
  waitsFor: '等什么',
  waitsForExample: '新地址',
}

export const en: typeof zh = {
  willChange: (n) => `${n} will change`,
  wontChange: (n, why) => `${n} will not: ${why}`,
  inBatchWarning: (n) => `${n} in the batch already: a flag does not hold them back, stop the parcel`,
  flaggedAs: (n) => (n === 1 ? 'Flagged as' : `${n} orders flagged as`),
  remarkWritten: ', remark written',
  undone: (n) => (n === 1 ? 'Undone: the order has its old flag' : `Undone: ${n} orders have their old flags`),
  undo: 'Undo',
  seconds: 's',
  shippingFlag: 'Flag to release it with',
  reason: 'Why it is held',
  informationHint: ': address, size, difference in price',
  until: 'Until',
  untilHint: 'The promised ship date, or the day to look again',
  waitsFor: 'Waiting for',
  waitsForExample: 'the new address',
}
