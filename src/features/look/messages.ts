import { dictionary } from '../../core/i18n.ts'

const zh = {
  look: '外观',
  here: '只管这台电脑',
  theme: '明暗',
  space: '疏密',
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
  roomy: '宽松',
  compact: '紧凑',
}
const en: typeof zh = {
  look: 'Look',
  here: 'on this computer only',
  theme: 'Light or dark',
  space: 'Space between lines',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  roomy: 'Roomy',
  compact: 'Compact',
}
export const words = dictionary(zh, en)
