/** Words of orders, flags and holds. */
import { term, type TermGroup } from './term.ts'

export const orderTerms: TermGroup = {
  id: 'orders',
  heading: { zh: '订单、旗、暂缓', en: 'Orders, flags, holds' },
  terms: [
    term(
      'order',
      ['订单', '平台上的一笔交易，用订单号认；看板从平台导出的文件里读到它。'],
      ['Order', "One trade on the platform, known by its number; the board reads it from the platform's export file."],
      { href: '/orders', keys: ['交易'] },
    ),
    term(
      'flag',
      ['旗', '卖家标在订单上的颜色。颜色是什么意思由本店定：发、缓、待定。'],
      ['Flag', "The seller's colour mark on an order. The shop says what a colour means: ship, hold or undecided."],
      { href: '/orders', keys: ['标旗', '旗帜'] },
    ),
    term(
      'purple',
      ['紫旗', '先不发。标紫旗一定要写原因和日期，所以不会标了就忘。'],
      ['Purple flag', 'Do not ship for now. It always needs a reason and a date, so none is flagged and forgotten.'],
      { href: '/holds' },
    ),
    term(
      'undecided',
      ['待定', '旗的意思还没定，这一单要有人定了才发。'],
      ['Undecided', "The flag's meaning is open: the order ships only after a person has decided."],
      { href: '/orders?show=undecided' },
    ),
    term(
      'remark',
      ['备注', '写在订单上的话，带花名和日期，只能补，不能改；改旗一定要写。'],
      ['Remark', 'A line on an order, signed with handle and date. Lines are added, never edited; a flag needs one.'],
    ),
    term(
      'hold',
      ['暂缓', '先不发的订单：为什么、等到哪天、归谁，三样都有。'],
      ['Hold', 'An order that waits, with a reason, a day and an owner.'],
      { href: '/holds' },
    ),
    term(
      'due',
      ['到期', '暂缓等到了那一天：今天要放行、改期或取消。'],
      ['Due', 'A hold whose day has come: today it is released, postponed or cancelled.'],
      { href: '/holds' },
    ),
    term(
      'overdue',
      ['过了截单没结', '到期的暂缓到截单还没处理：点名归谁，一直挂到了结。'],
      ['Overdue', 'A due hold that was not settled at the cutoff: counted, and named with its owner until it is.'],
      { href: '/holds' },
    ),
    term(
      'release',
      ['放行', '暂缓结束，换一面“发”的旗：截单前放行今天发，截单后下一批发。'],
      ['Release', 'Ends a hold with a shipping flag: before the cutoff it ships today, after it with the next batch.'],
    ),
    term(
      'postpone',
      ['改期', '暂缓换一个日子，要写为什么；改过几次看得见。'],
      ['Postpone', 'Gives a hold another day, with why; how often that happened stands beside it.'],
    ),
    term(
      'difference',
      ['不一致', '平台文件和看板对不上的地方，由人来定，谁也不悄悄盖掉谁。'],
      [
        'Difference',
        "Where the platform's file and the board disagree: a person decides, neither overwrites the other.",
      ],
      { href: '/differences' },
    ),
    term(
      'price-difference',
      ['差价', '改款、加件要补的钱。等买家补差价的单标紫旗，原因选“等信息”。'],
      [
        'Price difference',
        'What a buyer pays on top for a change. Until it is paid the order is held: waiting for information.',
      ],
    ),
    term(
      'masked',
      ['打码', '买家的姓名、电话、地址导入时就变成 陈*平、138****8000，原文不留。'],
      ['Masked', 'Names, phones and addresses become 陈*平, 138****8000 on import; the originals are not kept.'],
    ),
    term(
      'gift',
      ['赠品', '答应买家多放的东西，是包裹里的一行，装了打勾。'],
      ['Gift', 'Something promised on top: a line of the parcel, ticked when it is packed.'],
    ),
    term(
      'gift-proposal',
      ['赠品建议', '订单满足送礼规则时看板提的建议，送不送由人定。'],
      ['Gift proposal', 'What the board suggests when an order meets a gift rule; a person decides.'],
      { href: '/gift-proposals', keys: ['送礼规则'] },
    ),
  ],
}
