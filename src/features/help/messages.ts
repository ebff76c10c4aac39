/** Words of the help. */
import { dictionary } from '../../core/i18n.ts'

const zh = {
  title: '帮助',
  here: '这一页的键',
  everywhere: '每一页都有的键',
  keys: [
    ['/', '找订单、买家、人、页面，也能直接做事：设暂缓、登记兑奖、锁屏'],
    ['Ctrl K', '也是找，正在打字时也行；Mac 上是 ⌘K'],
    ['↑ ↓', '在找到的里面选'],
    ['?', '这份帮助'],
    ['J', '下一行'],
    ['K', '上一行'],
    ['Enter', '打开这一行'],
    ['X', '勾选这一行'],
    ['Esc', '放开：菜单、输入框、勾选'],
    ['L', '锁屏或换人'],
  ],
  off: '打字和选字的时候，单个键不起作用。',
  switch: '这台电脑上用单个键',
  find: '打页面或事情的名字、拼音首字母也行：“jj”到交接，“szh”设暂缓。',
  askPeople: '做不成的事，页面会说找谁。看板本身有问题，把时间告诉管理员。',
  close: '关上',
}

const en: typeof zh = {
  title: 'Help',
  here: 'Keys of this page',
  everywhere: 'Keys of every page',
  keys: [
    ['/', 'Find orders, buyers, people and pages, or do something at once: hold, claim, lock'],
    ['Ctrl K', 'The same, also while you type; ⌘K on a Mac'],
    ['↑ ↓', 'Choose among what was found'],
    ['?', 'This help'],
    ['J', 'Next row'],
    ['K', 'Previous row'],
    ['Enter', 'Open this row'],
    ['X', 'Pick this row'],
    ['Esc', 'Let go: a menu, a field, picked rows'],
    ['L', 'Lock or switch person'],
  ],
  off: 'Single keys do nothing while you type or compose.',
  switch: 'Use single keys on this computer',
  find: 'Pages and actions are found by name too, or by the initials of their pinyin: "jj" leads to the handovers, "szh" puts on hold.',
  askPeople:
    'What you may not do, the page says whom to ask. If the board itself fails, tell the administrator the time.',
  close: 'Close',
}

export const words = dictionary(zh, en)
