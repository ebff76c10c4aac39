import { dictionary } from './core/i18n.ts'

const zh = {
  board: '早晚',
  home: '早晚，首页',
  skip: '跳到正文',
  mainMenu: '主导航',
  find: '找订单、买家、人',
  help: '帮助',
  lockOrSwitch: '锁屏或换人',
  shop: '店铺',
  notFound: '没有这一页，或者不归你的店铺。请检查网址，或从上面的菜单进入。',
  signedOut: '请先登录。',
  forbidden: '你的角色不能做这件事。需要的话请找主管或店长。',
  tooLarge: '文件太大，最多 64 MB。请按日期分几次导出。',
  unavailable: '现在太忙或存不下，没有保存。请过几秒再试。',
  unexpected: '出了意外，没有保存。请再试一次；还不行就告诉管理员现在的时间。',
  problem: '没有做成',
  back: '回上一页',
  demo: '演示店铺，数据全是编的',
  leaveDemo: '离开演示',
  cutoff: '截单',
  frozen: '已截单',
  orders: '单',
  restDay: '今天不发货',
  undo: '撤销',
  seconds: '秒',
  stale: '断线，停在',
  offline: '连不上服务器，没有保存。填的都还在，网络好了再按一次。',
}

const en: typeof zh = {
  board: 'Zaowan',
  home: 'Zaowan, home',
  skip: 'Skip to content',
  mainMenu: 'Main menu',
  find: 'Find orders, buyers, people',
  help: 'Help',
  lockOrSwitch: 'Lock or switch person',
  shop: 'Shop',
  notFound: 'There is no such page, or it belongs to another shop. Check the address, or start from the menu above.',
  signedOut: 'Please sign in first.',
  forbidden: 'Your role cannot do this. If you need it, ask a supervisor or the manager.',
  tooLarge: 'The file is too large: 64 MB at most. Please export it in several parts by date.',
  unavailable: 'Too busy or no room to save right now; nothing was saved. Please try again in a few seconds.',
  unexpected:
    'Something unexpected happened and nothing was saved. Please try again; if it persists, tell the administrator the time.',
  problem: 'This was not done',
  back: 'Go back',
  demo: 'Demo shop, all data is invented',
  leaveDemo: 'Leave the demo',
  cutoff: 'Cutoff',
  frozen: 'Frozen',
  orders: 'orders',
  restDay: 'No shipping today',
  undo: 'Undo',
  seconds: 's',
  stale: 'Disconnected since',
  offline:
    'The server cannot be reached; nothing was saved. What you typed is still here: try again when the network is back.',
}

/** Words of the shell around every page. */
export const shellWords = dictionary(zh, en)
