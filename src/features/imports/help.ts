/** What `?` says of imports and differences. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/imports',
    zh: {
      title: '导入',
      about: '把平台导出的订单文件放进来，看板才知道有哪些单。',
      steps: [
        '千牛：已卖出的宝贝 → 批量导出，“订单报表”和“宝贝报表”都要。',
        '选文件，先看预览，再写入。',
        '别用 Excel 打开再存：订单号会坏。',
      ],
      marks: [
        ['等写入', '读好了，还没人确认'],
        ['要人定', '和这里说的不一样'],
        ['读不了', '这几行坏了，别的照样导入'],
      ],
    },
    en: {
      title: 'Imports',
      about: "Brings in the platform's export files: from them the board knows the orders.",
      steps: [
        'In the seller back end export both orders and items.',
        'Choose the file, look at the preview, apply.',
        'Do not open and save it in Excel: the order numbers break.',
      ],
      marks: [
        ['Ready', 'read, and nobody has applied it yet'],
        ['To decide', 'differs from what stands here'],
        ['Rejected', 'these lines are damaged; the others come in'],
      ],
    },
  },
  {
    path: '/imports/:id',
    zh: {
      title: '一次导入',
      about: '写入之前先看清：新增多少、变了什么、哪些要人定、哪些读不了。',
      steps: [
        '看着对，按“写入”；不对，按“不要了”。',
        '读不了的行下载下来改好，只导这几行。',
        '写好以后，去定不一致的。',
      ],
    },
    en: {
      title: 'One import',
      about: 'Before anything is written: what is new, what changes, what a person must decide, what cannot be read.',
      steps: [
        'Apply it if it looks right, else drop it.',
        'Download the rejected lines, mend them, import only those.',
        'Afterwards decide the differences.',
      ],
    },
  },
  {
    path: '/differences',
    right: 'orders.decide',
    zh: {
      title: '不一致',
      about: '平台文件和这里说的不一样的地方，由人来定，谁也不悄悄盖掉谁。',
      steps: [
        '一处一处定：“保留这里的”或“按平台的”。',
        '地址变了的，打开订单看备注和包裹再定。',
        '暂缓还开着的，先结暂缓。',
      ],
      marks: [
        ['这里', '看板上记的'],
        ['平台文件', '最近一次导入说的'],
      ],
    },
    en: {
      title: 'Differences',
      about: "Where the platform's file disagrees with the board: a person decides, neither overwrites the other.",
      steps: [
        'One by one: keep what stands here, or take what the platform says.',
        'A new address: look at the remarks and the parcel first.',
        'Where a hold is open, settle that first.',
      ],
      marks: [
        ['Here', 'what the board has'],
        ['Platform file', 'what the last import says'],
      ],
    },
  },
  {
    path: '/differences',
    zh: {
      title: '不一致',
      about: '平台文件和看板对不上的订单，等客服来定；没定的不发。',
      steps: ['急的单在这里，催一声客服。'],
    },
    en: {
      title: 'Differences',
      about: 'Orders on which the platform file and the board disagree; they do not ship until service decides.',
      steps: ['An urgent one is here? Ask service to decide it.'],
    },
  },
]
