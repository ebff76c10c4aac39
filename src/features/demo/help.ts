/** What `?` says of choosing a face in the demo. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/demo/roles',
    zh: {
      title: '演示：选角色',
      about: '选一个人，用他的眼睛看这家店；随时能换。',
      steps: ['第一次来，先选客服，看看板和订单。', '再换仓库扫一单，换店长看日报表。'],
    },
    en: {
      title: 'Demo: choose a role',
      about: 'Choose somebody and see the shop with their eyes; change at any time.',
      steps: [
        'New here? Be an agent first: the board and the orders.',
        'Then scan as the warehouse, and read the report grid as the manager.',
      ],
    },
  },
]
