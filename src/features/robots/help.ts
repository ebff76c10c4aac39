/** What `?` says of chat robots. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/robots',
    zh: {
      title: '群机器人',
      about: '让钉钉、企业微信、飞书的群知道什么晚了。只说哪种事、几条、多急，不说买家。',
      steps: [
        '在群里加自定义机器人，安全设置选加签，或关键词“早晚”。',
        '把 Webhook 地址和密钥贴进来，发一条测试。',
        '在表里选哪种事、多急的发到哪个群。',
      ],
      marks: [
        ['急的', '只发晚了的'],
        ['急的和今天的', '今天要办的也发'],
        ['不发', '这种事不进这个群'],
      ],
    },
    en: {
      title: 'Chat robots',
      about:
        'Lets groups of DingTalk, WeCom and Feishu hear what is late: which kind, how many, how pressing, never a buyer.',
      steps: [
        'Add a custom robot to the group, secured by signature or by the keyword of the board.',
        'Paste its webhook address and secret here, send a test line.',
        'Choose in the table what goes to which group, and how pressing it must be.',
      ],
      marks: [
        ['Late only', 'just what is overdue'],
        ['Soon and late', 'also what is due today'],
        ['Nothing', 'this kind does not go to this group'],
      ],
    },
  },
  {
    path: '/robot/:id',
    zh: {
      title: '一个群机器人',
      about: '这个群收什么、最近发得怎么样，地址怎么换。',
      steps: ['发不出去，看页面上写的怎么办。', '换地址、关掉、删掉都在这里。'],
    },
    en: {
      title: 'One chat robot',
      about: 'What this group gets, how sending went, how to change its address.',
      steps: ['Nothing arrives? The page says what to do.', 'Change the address, switch it off or remove it here.'],
    },
  },
]
