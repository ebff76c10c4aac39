/** Words of the search box. */

export const zh = {
  find: '找订单、买家、人、页面，或者要做的事',
  findHint: '订单号或后 4 位、买家、商品、运单号、花名、页面、要做的事，拼音首字母也行',
  findButton: '找',
  firstHits: (n: number) => `前 ${n} 个，再写具体点`,
  people: '人',
  pages: '页面',
  actions: '做',
  terms: '词汇表',
  roster: '看排班',
  foundNothing: '没找到。历史订单要用订单号、后 4 位、买家或运单号找。',
}

export const en: typeof zh = {
  find: 'Find orders, buyers, people, pages, or what to do',
  findHint: 'Order number or its last 4 digits, buyer, item, waybill, handle, page, or what to do',
  findButton: 'Find',
  firstHits: (n) => `the first ${n}, be more precise`,
  people: 'People',
  pages: 'Pages',
  actions: 'Do',
  terms: 'Glossary',
  roster: 'see the roster',
  foundNothing: 'Nothing found. Past orders are found by number, its last 4 digits, buyer or waybill.',
}
