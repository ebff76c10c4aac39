/** Words of the search box. */

export const zh = {
  find: '找订单、买家、人、页面',
  findHint: '订单号或后 4 位、买家、商品、运单号、花名、页面名或拼音首字母',
  findButton: '找',
  firstHits: (n: number) => `前 ${n} 个，再写具体点`,
  people: '人',
  pages: '页面',
  foundNothing: '没找到。历史订单要用订单号、后 4 位、买家或运单号找。',
}

export const en: typeof zh = {
  find: 'Find orders, buyers, people, pages',
  findHint: 'Order number or its last 4 digits, buyer, item, waybill, handle, page',
  findButton: 'Find',
  firstHits: (n) => `the first ${n}, be more precise`,
  people: 'People',
  pages: 'Pages',
  foundNothing: 'Nothing found. Past orders are found by number, its last 4 digits, buyer or waybill.',
}
