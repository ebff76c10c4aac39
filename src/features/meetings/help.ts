/** What `?` says of the meetings. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/meetings',
    right: 'meetings.lead',
    zh: {
      title: '早会晚会',
      about: '今天的两次会和以前的记录。议题从各处的数据里来，不用自己凑。',
      steps: ['到点按 N 开会，谁在谁开。', '没到的会，看完记录按“看过了”。'],
      marks: [
        ['没开 开着 散了', '会走到哪了'],
        ['谈了几条', '没谈的带到下一次'],
      ],
    },
    en: {
      title: 'Meetings',
      about: "Today's two meetings and the minutes of earlier ones. Their points come from the records.",
      steps: [
        'At the hour N opens the meeting: whoever is there may.',
        'Missed one? Read its minutes and press "Read".',
      ],
      marks: [
        ['Not yet, open, closed', 'how far a meeting is'],
        ['Talked about', 'what was not comes again next time'],
      ],
    },
  },
  {
    path: '/meetings',
    zh: {
      title: '早会晚会',
      about: '今天的会谈什么、定了什么，以前的记录也在。会由客服和主管来开。',
      steps: ['会上派给你的，在[待办](/tasks)里。', '没到的会，看完记录按“看过了”。'],
    },
    en: {
      title: 'Meetings',
      about:
        "What today's meetings are about and what was decided, and earlier minutes. Service and supervisors lead them.",
      steps: [
        'What a meeting gives you stands in your [tasks](/tasks).',
        'Missed one? Read its minutes and press "Read".',
      ],
    },
  },
  {
    path: '/meeting/:day/:kind',
    right: 'meetings.lead',
    zh: {
      title: '一次会',
      about: '点到、逐条谈、定下来、派给人，散会。',
      steps: [
        '先点到：都到了按 E。',
        '从第一条谈起，写结论，按“谈过了”；要人去做的，“定一件”派给他。',
        '记录谁都能写；两个人同时写也不会丢。',
        '谈完散会；没谈的带到下次。',
      ],
      marks: [
        ['上次没谈', '从前一次会带来的'],
        ['自己加的', '会上的人加的，能去掉'],
      ],
    },
    en: {
      title: 'A meeting',
      about: 'Note who is there, talk point by point, decide, give it to somebody, close.',
      steps: [
        'Attendance first: E when everybody is there.',
        'Begin at the first point, note what came of it; what somebody is to do becomes a decision with an owner.',
        'Everybody may write the notes; two at once lose nothing.',
        'Close it when all is said: what was not talked about comes again.',
      ],
      marks: [
        ['Not talked about last time', 'carried over from the meeting before'],
        ['Added', 'by somebody here; can be removed'],
      ],
    },
  },
  {
    path: '/meeting/:day/:kind',
    zh: {
      title: '一次会',
      about: '这次会谈了哪几条、结论是什么、谁去做。',
      steps: ['仓库的事先跟主管说一声，请他加一条。', '派给你的，在[待办](/tasks)里做完。'],
    },
    en: {
      title: 'A meeting',
      about: 'What was talked about, what came of it, and who does what.',
      steps: [
        'Something from the warehouse? Ask a supervisor to add it.',
        'What is yours is finished in your [tasks](/tasks).',
      ],
    },
  },
]
