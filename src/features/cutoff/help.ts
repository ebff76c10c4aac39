/** What `?` says of the batch's pages. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/batch',
    right: 'batch.print',
    zh: {
      title: '打单',
      about: '截单前看今天会发多少、什么挡着；到点批次自己冻结，然后在这里打印、扫描、交快递。',
      steps: [
        '截单前：看“要先定的”，请客服定下来。',
        '冻结后：打印拣货单和发货单，再去[打包台](/bench)扫。',
        '有“要停的”先挑出来，回一句“拦下了”或“来不及”。',
        '打完以后有变动，只打变动单。',
      ],
      marks: [
        ['留下的', '没进批次的，每一单写着原因'],
        ['又不能发的', '冻结以后出了事，先从货堆里挑出来'],
        ['急', '答应买家的日子到了，先发'],
        ['第几版', '批次每变一次多一版，单据上也有'],
      ],
    },
    en: {
      title: 'Batch',
      about:
        'Before the cutoff: how many will ship and what blocks. At the hour it freezes by itself; then print, scan, hand over.',
      steps: [
        'Before: look at what is to be settled first and ask service for it.',
        'Frozen: print the picking list and the slips, then scan at the [bench](/bench).',
        'Parcels to stop come first: take them out and answer "stopped" or "too late".',
        'Changes after a print have a sheet of their own.',
      ],
      marks: [
        ['Left behind', 'not in the batch, each with its reason'],
        ['Can no longer ship', 'something happened after the freeze: take it out of the pile'],
        ['Urgent', 'the promised day has come: goes first'],
        ['Version', 'one more with each change, printed on the sheets too'],
      ],
    },
  },
  {
    path: '/batch',
    zh: {
      title: '打单',
      about: '离截单还有多久，今天会发多少，什么还挡着；冻结以后包裹走到哪了。',
      steps: [
        '截单前：从“要先定的”第一单开始定。',
        '冻结后又出了事：在那一单上按“停包裹”，写为什么。',
        '看“留下的”，跟等着的买家说一声。',
      ],
      marks: [
        ['会进批次', '照现在截单，今天发'],
        ['要先定的', '定下来就赶得上'],
        ['留下的', '没进批次，写着原因'],
      ],
    },
    en: {
      title: 'Batch',
      about: 'How long until the cutoff, how many will ship, what still blocks; afterwards how far the parcels are.',
      steps: [
        'Before: settle what blocks, beginning with the first.',
        'After: if something happens to a parcel press "Stop" on it and say why.',
        'Look at what was left behind and tell the buyers who wait.',
      ],
      marks: [
        ['Will be in the batch', 'ships today as things stand'],
        ['Settle first', 'settled now, it still makes it'],
        ['Left behind', 'not in the batch, with its reason'],
      ],
    },
  },
  {
    path: '/batch/:day',
    zh: {
      title: '一天的批次',
      about: '这一天冻结了什么、打了哪些单据、包裹到哪了、谁后补的。',
      steps: ['打开单据看或再打一次。', '“留下的”和“包裹”各有一张名单。', '主管和店长可以后补一单，要写原因。'],
      marks: [
        ['等打 已打 已包 已交快递', '包裹一步一步走'],
        ['拦下', '停下来了，不发'],
      ],
    },
    en: {
      title: 'The batch of a day',
      about: 'What was frozen that day, which sheets were printed, how far the parcels are, what was added later.',
      steps: [
        'Open a sheet to look at it or print it again.',
        'What was left behind and the parcels each have a list.',
        'Supervisors and managers can add an order, with a reason.',
      ],
      marks: [
        ['Waiting, printed, packed, handed over', 'the steps of a parcel'],
        ['Stopped', 'taken out, does not ship'],
      ],
    },
  },
  {
    path: '/batch/:day/parcels',
    zh: {
      title: '这一批的包裹',
      about: '批次里的每一个包裹：到哪一步，有没有赠品，运单号是多少。',
      steps: ['按状态筛，先看还没出门的。', '要拦一个，点“要停”，写为什么，仓库会马上看到。'],
    },
    en: {
      title: 'Parcels of the batch',
      about: 'Each parcel: how far it is, whether gifts go with it, its waybill.',
      steps: [
        'Filter by state; what has not left comes first.',
        'To catch one press "Stop" and say why: the warehouse sees it at once.',
      ],
    },
  },
  {
    path: '/batch/:day/left',
    zh: {
      title: '留下的单',
      about: '付了款却没进这一批的单，按原因排。',
      steps: ['先看答应今天发、却留下的：跟买家说一声。', '“现在能发了”的，下一批会带上；一定要今天发，找主管后补。'],
    },
    en: {
      title: 'Left behind',
      about: 'Paid orders that are not in this batch, by reason.',
      steps: [
        'First those promised for today: tell the buyers.',
        'What can ship by now goes with the next batch; if it must be today, a supervisor can add it.',
      ],
    },
  },
  {
    path: '/shipments/:id/stop',
    zh: {
      title: '停包裹',
      about: '请仓库把已进批次的包裹拦下来。仓库一定会回：拦下了，或来不及。',
      steps: ['写为什么停，仓库看得到。', '等回话：拦下了，订单转成暂缓；来不及，跟买家说一声。'],
    },
    en: {
      title: 'Stop a parcel',
      about: 'Asks the warehouse to take a parcel of the batch out. It always answers: stopped, or too late.',
      steps: [
        'Say why: the warehouse reads it.',
        'Wait for the answer: stopped, the order becomes a hold; too late, tell the buyer.',
      ],
    },
  },
  {
    path: '/batch/:id/sheets/:sheet',
    zh: {
      title: '单据',
      about: '这一批要打印的纸：拣货单、发货单、留下的单、变动单，一律 A4 黑白。',
      steps: ['按“打印”才算打了一次，会记第几次、谁打的。', '卡纸了按“这张再打一次”。', '写着“内部用”的不放进包裹。'],
    },
    en: {
      title: 'Sheets',
      about: 'What is printed of a batch: picking list, slips, left behind, changes. A4, black on white.',
      steps: [
        '"Print" counts as a print and notes which one it is and by whom.',
        'After a jam print the same sheet again.',
        'A sheet marked as internal never goes into a parcel.',
      ],
    },
  },
]
