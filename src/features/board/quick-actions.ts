/** The quick entry by name, from every page: only those have it who have the agents' board. */
import { inBoth } from '../../core/i18n.ts'
import type { ActionEntry } from '../../feature.ts'
import { boardsOf } from './rules.ts'

const only: ActionEntry['only'] = ({ who }) => boardsOf(who.roles).includes('agent')
const href = (field: string) => `/board?board=agent#quick-${field}`

export const quickActions: readonly ActionEntry[] = [
  { word: inBoth('改旗', 'Change a flag'), href: href('flag-order'), right: 'orders.flag', order: 10, only },
  {
    word: inBoth('设暂缓', 'Put an order on hold'),
    href: href('hold-order'),
    right: 'orders.hold',
    order: 20,
    keys: ['紫旗'],
    only,
  },
  {
    word: inBoth('记跟进', 'Note a follow-up'),
    href: href('buyer'),
    right: 'followups.do',
    order: 30,
    keys: ['催付', '流失'],
    only,
  },
]
