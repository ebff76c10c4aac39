import { inBoth } from '../../core/i18n.ts'
import type { Feature } from '../../feature.ts'
import { lookPanel } from './panel.tsx'
import { routes } from './routes.ts'

export const look: Feature = {
  name: 'look',
  routes,
  own: [lookPanel],
  actions: [
    {
      word: inBoth('换外观', 'Change the look'),
      href: '/me#look',
      right: 'person',
      order: 190,
      keys: ['深色', '浅色', '紧凑', '宽松', 'dark', 'light', 'compact', 'roomy'],
    },
  ],
}
