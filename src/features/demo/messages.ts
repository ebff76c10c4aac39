import { dictionary } from '../../core/i18n.ts'

const zh = {
  title: '演示店铺',
  now: (time: string) => `演示里现在是 ${time}`,
  heading: '先选一个角色，看看这家店的下午',
  lead: '澄野家居，16:00 截单，两班倒。早班把交接交了，换成晚班就能接。数据全是编的，随便改；换角色点右上角自己的花名。',
  faces: {
    dayAgent: { word: '早班客服', task: '定旗、放行、跟进买家，写好交接交给晚班' },
    nightAgent: { word: '晚班客服', task: '逐条接班，有疑问就追问，盯夜里的事' },
    aftersales: { word: '售后', task: '退款和改单，停包裹，自己的待办' },
    warehouse: { word: '仓库', task: '打单、扫描、装箱、交快递' },
    supervisor: { word: '主管', task: '全组到哪一步了，排班，早会晚会，公告' },
    director: { word: '总监', task: '看两家店的订单、批次和交接' },
    manager: { word: '店长', task: '活动、旗的含义、截单时间、人员' },
  },
  sample: '下载一份示例文件',
  sampleHint: '有新订单、有变化的、也有两行坏的。选一个客服或主管，放到“导入”页。',
  ready: '看板已经有自己的店铺，演示要另外开：npm run zaowan -- demo',
  postgres: '这个看板用的是 PostgreSQL，演示要另外开：npm run zaowan -- demo',
  unknownFace: '没有这个角色，请从页面上选。',
}

const en: typeof zh = {
  title: 'Demo shop',
  now: (time) => `In the demo it is ${time}`,
  heading: "Choose a role and look at this shop's afternoon",
  lead: 'The shop Chengye Home works in two shifts and cuts off at 16:00. Give the handover as the day agent, then take it over as the night agent. All data is invented, so change what you like. Switch roles by clicking your own name, top right.',
  faces: {
    dayAgent: { word: 'Day agent', task: 'Decide flags, follow up buyers, hand over to the night' },
    nightAgent: { word: 'Night agent', task: 'Take over item by item, ask back, watch the night' },
    aftersales: { word: 'After-sales', task: 'Refunds, changes, stopped parcels, own tasks' },
    warehouse: { word: 'Warehouse', task: 'Print, scan, pack, hand to the courier' },
    supervisor: { word: 'Supervisor', task: "The team's day, roster, meetings, notices" },
    director: { word: 'Director', task: 'Orders, batches and handovers of both shops' },
    manager: { word: 'Manager', task: 'Campaigns, meaning of flags, cutoff, people' },
  },
  sample: 'Download a sample file',
  sampleHint:
    'New orders, changed ones, and two damaged lines. Enter as an agent or supervisor and bring it to the Import page.',
  ready: 'This board has a shop of its own. Start the demo apart from it: npm run zaowan -- demo',
  postgres: 'This board runs on PostgreSQL. Start the demo apart from it: npm run zaowan -- demo',
  unknownFace: 'There is no such role: please choose one on the page.',
}

export const words = dictionary(zh, en)
