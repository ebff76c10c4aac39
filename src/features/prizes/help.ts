/** What `?` says of the catalogue of prizes and its counts. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/prizes',
    zh: {
      title: '奖品',
      about: '每个活动发什么奖、计划多少、发了多少、还剩多少。登记兑奖时从这里选。',
      steps: [
        '快发完的先看：补货，或跟买家换说法。',
        '主管在这里加奖品、改计划数量。',
        '隔几天看一次[对账](/prizes/check)。',
      ],
      marks: [
        ['快发完、发完了', '剩得不多，或没有了'],
        ['停兑', '不能再登记，已经登记的照发'],
      ],
    },
    en: {
      title: 'Prizes',
      about: 'What each campaign gives, how many are planned, given and left. Claims choose from here.',
      steps: [
        'Look first at what runs out: order more, or tell buyers otherwise.',
        'Those who lead add prizes and change the planned numbers here.',
        'Every few days look at the [reconciliation](/prizes/check).',
      ],
      marks: [
        ['Running out, gone', 'few are left, or none'],
        ['Ended', 'no new claims; what is claimed still ships'],
      ],
    },
  },
  {
    path: '/prizes/counts',
    zh: {
      title: '每天发了多少',
      about: '按天、按种类数发出的奖品；点一个数字看是哪些。',
      steps: ['选从哪天到哪天。', '实物“核过”和“装包”是两回事，不要相加。'],
    },
    en: {
      title: 'Given by day',
      about: 'Prizes given out by day and kind; a number opens its list.',
      steps: [
        'Choose from which day to which.',
        '"Checked" and "packed" of physical prizes are two things: do not add them up.',
      ],
    },
  },
  {
    path: '/prizes/check',
    zh: {
      title: '奖品对账',
      about: '核过的、装进包裹的、转盘名单里的，三边对一遍，对不上的列在这里。',
      steps: [
        '中了没发：补上，或跟买家商量。',
        '没中却发了：打开订单问清楚。',
        '序列号不在名单：先看是不是抄错。说得清的写一句“说明了”。',
      ],
    },
    en: {
      title: 'Reconciliation',
      about:
        "What was checked, what was packed and the wheel's own list are compared; what does not agree stands here.",
      steps: [
        'Won but not sent: send it, or talk to the buyer.',
        'Sent but not won: open the order and find out.',
        'A number not in the list: mistyped? What can be explained gets a line.',
      ],
    },
  },
  {
    path: '/prizes/wins',
    zh: {
      title: '转盘中奖名单',
      about: '把转盘后台的中奖名单放进来，名单里有的序列号就自己核过。',
      steps: ['选文件或粘贴，先看看，再导入。', '没收的行写着为什么；同一份导几次都一样。'],
    },
    en: {
      title: "The wheel's list of wins",
      about: "Brings in the wheel's own list: claims whose number is in it are checked by themselves.",
      steps: [
        'Choose a file or paste, look at the preview, import.',
        'Refused lines say why; the same list twice changes nothing.',
      ],
    },
  },
  {
    path: '/prize/:id',
    zh: {
      title: '一个奖品',
      about: '这个奖品计划多少、兑出多少、还剩多少，改过什么。',
      steps: ['点“看兑奖单”看给了谁。', '主管能改计划数量、改名、停兑，都要写为什么。'],
    },
    en: {
      title: 'One prize',
      about: 'How many of it are planned, claimed and left, and what was changed.',
      steps: ['Its claims say who got it.', 'Those who lead change the plan, rename or end it, each with a reason.'],
    },
  },
]
