import { dictionary } from '../../core/i18n.ts'

const zh = {
  due: '我的到点清单',
  nothingDue: '到明早没有到点的事。',
  moreDue: (n: number) => `还有 ${n} 件`,
  title: '看板',
  boards: '看板',
  agent: '客服',
  warehouse: '仓库',
  lead: '主管',
  fold: '收起',
  unfold: '展开',
  layout: '调整面板',
  up: '上移',
  down: '下移',
  noShop: '还没有店铺归你。请主管把你加进店铺。',
  noPanel: '没有这个面板，或者不归你看。',
  otherShop: '你在别的页面换了店铺。请刷新这一页。',
}
const en: typeof zh = {
  due: 'My due list',
  nothingDue: 'Nothing is due before tomorrow morning.',
  moreDue: (n) => `${n} more`,
  title: 'Board',
  boards: 'Boards',
  agent: 'Service',
  warehouse: 'Warehouse',
  lead: 'Lead',
  fold: 'Fold',
  unfold: 'Unfold',
  layout: 'Arrange panels',
  up: 'Up',
  down: 'Down',
  noShop: 'You have no shop yet. Please ask your supervisor to add you to one.',
  noPanel: 'There is no such panel, or it is not yours to see.',
  otherShop: 'You changed the shop on another page. Please reload this one.',
}
export const words = dictionary(zh, en)
