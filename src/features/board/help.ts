/** What `?` says of the live board, to each who has one. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/board',
    right: 'day.team',
    zh: {
      title: '主管看板',
      about: '现在晚了的、缺了的、等着的，一眼看全；每个数字点开就是它的名单。谁做了什么，这里马上跟着变。',
      steps: [
        '先看最上面红的那一个，按 N 打开它的名单。',
        '再看每个人的一天走到哪一步，截单前还有多少没包。',
        '面板可以收起、上移下移：在最下面的“调整面板”。',
      ],
      marks: [
        ['红', '晚了，或者缺了'],
        ['黄', '等着，还来得及'],
        ['绿 ✓', '没有漏的'],
      ],
    },
    en: {
      title: 'Board of those who lead',
      about:
        'What is late, missing or waiting right now; each number opens its list. What others do shows here at once.',
      steps: [
        'Begin with the red one at the top: N opens its list.',
        'Then see how far each person is in their day, and how much is left to pack.',
        'Panels can be folded and moved: see the layout at the bottom.',
      ],
      marks: [
        ['Red', 'late, or missing'],
        ['Amber', 'waiting, still in time'],
        ['Green ✓', 'nothing forgotten'],
      ],
    },
  },
  {
    path: '/board',
    right: 'followups.do',
    zh: {
      title: '客服看板',
      about: '左上角是现在该做的事，右上角是漏没漏；下面按时间列着归你的每一件。',
      steps: [
        '接班的先接完：还有几条没接，最上面会说。',
        '按 N 做最该做的一件，做完它自己打勾。',
        '随手记在最下面：按 1 到 5 改旗、暂缓、跟进、兑奖、备忘，不用离开这一页。',
      ],
      marks: [
        ['红 过几分', '过了点，先办'],
        ['黄 还剩几分', '快到点'],
        ['横线 截单', '线后面放行的，下一批发'],
      ],
    },
    en: {
      title: 'Board of agents',
      about: 'Top left is what to do now, top right what may be forgotten; below, by time, everything that is yours.',
      steps: [
        'Take over first: the top says how many items are not taken.',
        'N does what matters most; what is done ticks itself.',
        'Quick entry at the bottom: 1 to 5 flag, hold, follow up, claim or note without leaving the page.',
      ],
      marks: [
        ['Red, minutes over', 'past its time: do it first'],
        ['Amber, minutes left', 'soon due'],
        ['The line of the cutoff', 'what is released below it ships with the next batch'],
      ],
    },
  },
  {
    path: '/board',
    zh: {
      title: '仓库看板',
      about: '今天的批次包到哪了，什么发不了、为什么，要停的、要放的赠品奖品，都在这一页，自己更新。',
      steps: [
        '先看“要停的包裹”：挑出来，回一句“拦下了”或“来不及”。',
        '截单后打印拣货单，去[打包台](/bench)扫。',
        '答应今天发却发不了的，请客服定。',
      ],
      marks: [
        ['急', '答应的日子到了，先发'],
        ['◆ 紫', '暂缓，先不发'],
        ['红', '要停的，或者又不能发的'],
      ],
    },
    en: {
      title: 'Board of the warehouse',
      about:
        'How far the batch is, what cannot ship and why, parcels to stop, gifts and prizes of today. It keeps itself up to date.',
      steps: [
        'Parcels to stop come first: take them out, answer "stopped" or "too late".',
        'After the cutoff print the picking list and scan at the [bench](/bench).',
        'What was promised for today and cannot ship: ask service to settle it.',
      ],
      marks: [
        ['Urgent', 'the promised day has come: goes first'],
        ['◆ purple', 'on hold, does not ship'],
        ['Red', 'to be stopped, or can no longer ship'],
      ],
    },
  },
]
