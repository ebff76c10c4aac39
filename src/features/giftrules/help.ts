/** What `?` says of gift rules and proposals. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/gift-proposals',
    zh: {
      title: '赠品建议',
      about: '订单满足送礼规则，看板提建议；送不送由人定，截单前定完。',
      steps: ['一条条定“送”或“不送”，或者勾上一起定。不送要写为什么。', '“只剩赠品”的单先处理：付了钱的都退了。'],
      marks: [
        ['不再满足', '订单变了，建议作废'],
        ['只剩赠品', '照现在发出去的只有不要钱的东西'],
      ],
    },
    en: {
      title: 'Gift proposals',
      about: 'When an order meets a gift rule the board proposes; a person decides, before the cutoff.',
      steps: [
        'Decide "give" or "do not give" one by one, or pick several. Not giving needs a reason.',
        'Orders with only gifts left come first: what was paid is refunded.',
      ],
      marks: [
        ['No longer met', 'the order has changed, the proposal is void'],
        ['Only gifts left', 'as it stands, only what is free would ship'],
      ],
    },
  },
  {
    path: '/gift-rules',
    zh: {
      title: '送礼规则',
      about: '买什么、满多少、送什么。规则只提建议，由[人来定](/gift-proposals)。',
      steps: ['加一条规则，先看试算：昨天会送多少单。', '看着对再打开；活动结束记得结束规则。'],
      marks: [
        ['开着', '每次导入后提建议'],
        ['关着', '写好了，还没用'],
      ],
    },
    en: {
      title: 'Gift rules',
      about: 'What is bought, how much, what is given. Rules only propose; [people decide](/gift-proposals).',
      steps: [
        'Add a rule and look at its dry run: how many orders it would have met yesterday.',
        'Then switch it on; end it with its campaign.',
      ],
      marks: [
        ['On', 'proposes after each import'],
        ['Off', 'written down, not in use'],
      ],
    },
  },
  {
    path: '/gift-rule/:id',
    zh: {
      title: '一条送礼规则',
      about: '试算过去一天：哪些单会送、哪些不送、为什么。',
      steps: ['换几天看看，数目对了再打开。', '改了规则会先关上，没定的建议作废，看过新试算再开。'],
    },
    en: {
      title: 'One gift rule',
      about: 'A dry run over a past day: which orders would get it, which not, and why.',
      steps: [
        'Look at a few days; switch it on when the numbers are right.',
        'Changing it switches it off and voids open proposals: look at the new dry run first.',
      ],
    },
  },
]
