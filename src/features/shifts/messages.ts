import { dictionary } from '../../core/i18n.ts'

const zh = {
  sides: { day: '早班', night: '晚班' },
  off: '休息',
}
const en: typeof zh = {
  sides: { day: 'Day shift', night: 'Night shift' },
  off: 'Off',
}
export const words = dictionary(zh, en)
