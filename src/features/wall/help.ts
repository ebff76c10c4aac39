/** What `?` says of putting up a wall screen. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/walls',
    zh: {
      title: '墙屏',
      about: '挂在墙上的大屏：倒计时、做了多少、卡住几单、谁在班。没有买家，改不了什么。',
      steps: [
        '写挂在哪里，按“挂一块”；地址只显示这一次。',
        '在大屏的浏览器打开地址，按 F11 全屏。',
        '地址忘了：停用这块，再挂一块。',
      ],
      marks: [
        ['没有动静', '超过 5 分钟没来取数，去看看屏'],
        ['在看', '屏开着，数是新的'],
      ],
    },
    en: {
      title: 'Wall screens',
      about:
        'A big screen on the wall: countdown, how much is done, what is blocked, who is on. No buyers, nothing to change.',
      steps: [
        'Say where it hangs and put it up; its address is shown only once.',
        "Open the address in that screen's browser, F11 for full screen.",
        'Lost the address? End this one and put up another.',
      ],
      marks: [
        ['Silent', 'has not asked for 5 minutes: go and look'],
        ['Watching', 'open, with fresh figures'],
      ],
    },
  },
]
