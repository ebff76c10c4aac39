/** Words of shifts, handovers, meetings and reports. */
import { term, type TermGroup } from './term.ts'

export const teamTerms: TermGroup = {
  id: 'team',
  heading: { zh: '班、交接、日报', en: 'Shifts, handovers, reports' },
  terms: [
    term(
      'zaowan',
      ['早晚', '这块看板的名字：早班和晚班共用，什么都不漏在两班之间。'],
      ['Zaowan', '"Early and late": the board that both shifts share, so that nothing is lost between them.'],
      { href: '/board' },
    ),
    term(
      'shift',
      ['早班、晚班', '一天的两边；重叠的那段时间用来交接。'],
      ['Day and night shift', 'The two sides of a day; where they overlap the handover takes place.'],
      { href: '/roster', keys: ['早班', '晚班'] },
    ),
    term(
      'business-day',
      ['营业日', '店里的一天：过了半夜的晚班，还算它开始的那天。'],
      ['Business day', "The shop's day: a night shift past midnight belongs to the day it began."],
      { href: '/calendar' },
    ),
    term(
      'handle',
      ['花名', '上班用的名字，签在备注上，登录也用它。'],
      ['Handle', 'The name one works under: it signs remarks and signs in.'],
    ),
    term(
      'swap',
      ['换班', '请同事替一班；对方答应才算，主管看得到。'],
      ['Swap', 'A colleague takes a shift: it counts once they agree, and the supervisor sees it.'],
      { href: '/roster' },
    ),
    term(
      'handover',
      ['交接', '这一班没完的事，一条一条交给下一班。'],
      ['Handover', 'What one shift has open, given to the next item by item.'],
      { href: '/handovers', keys: ['交班', '接班'] },
    ),
    term(
      'acknowledged',
      ['已接', '接班的人看懂了这一条、归他了；不清楚先追问再接。'],
      ['Taken', 'The incoming shift has understood an item and has it now; what is unclear is asked first.'],
      { href: '/handovers' },
    ),
    term(
      'sign',
      ['签收接班', '全部接完以后签一下；没签，这一班就写着“没接完”。'],
      ['Sign for the shift', "After all items are taken; until then the shift's start counts as incomplete."],
      { href: '/handovers' },
    ),
    term(
      'urgency',
      ['急、盯、稳', '交接每一条的轻重：急，现在就办；盯，今晚盯住；稳，知道就行。'],
      ['Urgent, watch, steady', 'How pressing an item is: do it now, keep an eye on it, just know it.'],
      { href: '/handovers' },
    ),
    term(
      'meeting',
      ['早会、晚会', '一天开头和收尾的会，议题从数据里来，没谈的带到下次。'],
      [
        'Morning and evening meeting',
        'They open and close the day; points come from the records, what was not talked about comes again.',
      ],
      { href: '/meetings', keys: ['早会', '晚会'] },
    ),
    term(
      'task',
      ['待办', '有人、有时间的一件事；会上定的、派下来的都在这里。'],
      ['Task', 'Something with an owner and a time: decided in a meeting, or given by somebody.'],
      { href: '/tasks' },
    ),
    term(
      'notebook',
      ['备忘本', '上班碰到的问题，随手记，一点就上晚会。'],
      ['Notebook', 'Problems met at work, noted on the spot; one click brings them to the evening meeting.'],
      { href: '/notebook' },
    ),
    term(
      'notice',
      ['公告', '要大家长期照着做的事，有到期日，谁没读看得到。'],
      ['Notice', 'A standing rule for everybody, with a last day; who has not read it is seen.'],
      { href: '/notices' },
    ),
    term(
      'report',
      ['日报', '每一班写一份：看板先填它知道的，自己核对、补上、交。'],
      ['Daily report', 'One for each shift: the board fills what it knows, its writer checks, completes and files it.'],
      { href: '/reports' },
    ),
    term(
      'standing',
      ['准、迟、缺', '日报的三种样子：按时交、迟交、到期没交。'],
      ['In time, late, missing', 'How a report stands: filed by its time, filed after it, not filed.'],
      { href: '/reports' },
    ),
    term(
      'correction',
      ['更正', '交上去的日报不能改；更正是新的一版，再发给同样的人。'],
      ['Correction', 'A filed report is never edited: a correction is a new version, sent to the same people.'],
      { href: '/reports' },
    ),
    term(
      'outbox',
      ['发件箱', '信从这里发出去；没送到的留着，写着为什么。'],
      ['Outbox', 'Where letters leave from; what was not delivered stays, with why.'],
      { href: '/outbox' },
    ),
    term(
      'lock',
      ['锁屏', '电脑没人动就锁上，同事点头像换人；刚才的页面还在。'],
      ['Lock', "An untouched computer locks; a colleague presses their face, and one's own page waits."],
    ),
    term(
      'log',
      ['日志', '谁、几时、改了什么、为什么；只增不改，谁也删不掉。'],
      ['Activity log', 'Who changed what, when and why: it only grows, nobody can edit it.'],
      { href: '/activity' },
    ),
  ],
}
