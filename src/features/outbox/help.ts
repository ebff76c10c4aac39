/** What `?` says of the outbox. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/outbox',
    zh: {
      title: '发件箱',
      about: '日报的信和群通知从这里发出去；没送到的留着，写着服务器怎么说。',
      steps: ['先看“没送到”：改好邮箱或设置，再发一次。', '邮件通不通，发一封测试信。', '收到退信的，记下来，再发。'],
      marks: [
        ['在等', '会自己再试，越隔越久'],
        ['没送到', '服务器拒收，要人来管'],
        ['退信', '对方邮箱退回来了'],
        ['暂停', '有人按住了'],
      ],
    },
    en: {
      title: 'Outbox',
      about: 'Reports and group notices leave from here; what was not delivered stays, with what the server said.',
      steps: [
        'Undelivered ones first: mend the address or the settings, send again.',
        'Does mail work? Send a test.',
        'A letter came back: note it, send again.',
      ],
      marks: [
        ['Waiting', 'tried again by itself, at growing pauses'],
        ['Failed', 'the server refused it: somebody must look'],
        ['Bounced', "the recipient's server sent it back"],
        ['On hold', 'somebody stopped it'],
      ],
    },
  },
  {
    path: '/letter/:id',
    zh: {
      title: '一封信',
      about: '这封信发给谁、写了什么、试过几次、服务器怎么说。',
      steps: ['照服务器说的改好，按“再发一次”。', '不该发的先“暂停”。'],
    },
    en: {
      title: 'One letter',
      about: 'To whom it goes, what it says, how often it was tried and what the server said.',
      steps: ['Mend what the server complains of, then send again.', 'What should not leave is put on hold.'],
    },
  },
]
