/** Words of the cutoff, the batch and the bench. */
import { term, type TermGroup } from './term.ts'

export const warehouseTerms: TermGroup = {
  id: 'warehouse',
  heading: { zh: '截单、批次、打包', en: 'Cutoff, batch, bench' },
  terms: [
    term(
      'cutoff',
      ['截单', '每天到这个时间，能发的单定下来，今天就发这些。'],
      ['Cutoff', 'The time of day at which what may ship is fixed: that is what ships today.'],
      { href: '/batch', keys: ['打单'] },
    ),
    term('batch', ['批次', '一次截单定下来的全部订单。'], ['Batch', 'All the orders of one cutoff.'], {
      href: '/batch',
    }),
    term(
      'freeze',
      ['冻结', '截单那一刻批次定死，只冻一次；之后旗再变，也不会自己进出批次。'],
      ['Freeze', 'At the cutoff the batch is fixed, exactly once; a later flag moves nothing in or out by itself.'],
      { href: '/batch' },
    ),
    term(
      'blocked',
      ['卡住', '现在不定、今天就发不了：旗没定、暂缓到期、奖品没核、赠品没写备注、地址变了。'],
      [
        'Blocked',
        'Will not ship today unless settled: open flag, due hold, unchecked prize, unexplained gift, new address.',
      ],
      { href: '/orders?show=waits' },
    ),
    term(
      'left',
      ['留下的', '付了款却没进批次的单，每一单都写着为什么。'],
      ['Left behind', 'Paid orders that are not in the batch, each with its reason.'],
      { href: '/batch' },
    ),
    term(
      'urgent',
      ['急', '答应买家的日子到了，先拣先包。'],
      ['Urgent', 'The promised day has come: picked and packed first.'],
    ),
    term(
      'late-addition',
      ['后补', '截单后又放进批次的单，由主管或店长补，要写原因。'],
      ['Late addition', 'Put into a frozen batch by a supervisor or manager, with a reason.'],
      { href: '/batch' },
    ),
    term(
      'stop',
      ['停包裹', '请仓库把已进批次的包裹拦下来；仓库一定回一句：拦下了，或来不及。'],
      ['Stop a parcel', 'Asks the warehouse to take a parcel out; it always answers: stopped, or too late.'],
      { href: '/batch', keys: ['拦下', '拦截'] },
    ),
    term(
      'picking',
      ['拣货单', '整批按商品合计的一张纸，照着去货架拣货。'],
      ['Picking list', 'The batch summed by product, to walk the shelves with.'],
      { href: '/batch', keys: ['配货单'] },
    ),
    term(
      'slip',
      ['发货单', '一单一张，放进包裹；内部的话一句都不在上面。'],
      ['Packing slip', 'One for each order, goes into the parcel; nothing internal is ever on it.'],
      { href: '/batch' },
    ),
    term(
      'version',
      ['第几版', '批次每变一次，单据就是新的一版；变动单只列上次打印以后变的。'],
      [
        'Version',
        'Each change of a batch makes a new version; the changes sheet lists what changed since the last print.',
      ],
      { href: '/batch', keys: ['变动单'] },
    ),
    term(
      'bench',
      ['打包台', '扫一下，屏幕用一个字回答：发、缓、停、过。'],
      ['Bench', 'Scan once, and one word fills the screen: ship, hold, stopped, done before.'],
      { href: '/bench', keys: ['扫描'] },
    ),
    term(
      'aside',
      ['放一边', '缺货、包不了的单先记下，补到货再包。'],
      ['Put aside', 'Noted because something is missing; packed once it is there.'],
      { href: '/bench', keys: ['缺货'] },
    ),
    term(
      'waybill',
      ['运单', '快递的单号，贴在包裹上；交快递时一件件扫过去。'],
      ['Waybill', "The courier's number on the parcel, scanned when it is handed over."],
    ),
    term(
      'quality',
      ['质检', '看货有没有毛病。买家说质量有问题，记进售后表，选“质量问题”。'],
      [
        'Quality check',
        'Looking for faults. When a buyer reports one it goes on the after-sales sheet as a quality case.',
      ],
      { href: '/aftersales/new' },
    ),
  ],
}
