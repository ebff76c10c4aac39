/** What `?` says of the bench. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/bench',
    zh: {
      title: '打包台',
      about: '扫一下，整个屏幕用一个字回答这一件发不发。不用鼠标。',
      steps: [
        '扫发货单或运单。没有赠品和要求的，扫一次就包好了。',
        '有赠品、奖品、打包要求的：放一样勾一样，最后一样放好就包好。',
        '包好后扫运单贴上；快递来了换到“交快递”，一件件扫过去。',
        '缺货、撤销、拦下了、来不及，扫[命令卡](/bench/cards)。',
      ],
      marks: [
        ['发', '发货，绿'],
        ['缓 ◆', '先不发，放到紫色架'],
        ['停', '要停的，拿出来'],
        ['过', '包过了，别再包'],
        ['?', '不认识的号：放一边问主管'],
      ],
    },
    en: {
      title: 'Bench',
      about: 'Scan once: one word fills the screen and says whether this parcel ships. No mouse.',
      steps: [
        'Scan the slip or the waybill. Without gifts or remarks one scan packs it.',
        'With gifts, prizes or packing remarks: tick each as it goes in; the last one packs it.',
        'Then scan the waybill; when the courier comes change to the courier and scan each parcel.',
        'Out of stock, undo, stopped, too late: scan a [command card](/bench/cards).',
      ],
      marks: [
        ['Ship', 'it ships, green'],
        ['Hold ◆', 'not now: the purple shelf'],
        ['Stop', 'was stopped: take it out'],
        ['Twice', 'packed before: not again'],
        ['?', 'unknown number: put it aside, ask the supervisor'],
      ],
    },
  },
  {
    path: '/bench/cards',
    zh: {
      title: '命令卡',
      about: '贴在打包台边上的条码：扫一下等于按一下，戴着手套也行。',
      steps: ['按“打印”，剪下来，贴在手边。', '丢了再打一张，卡片都一样。'],
    },
    en: {
      title: 'Command cards',
      about: 'Barcodes to stick beside the bench: a scan is a press, with gloves on.',
      steps: [
        'Press "Print", cut them out, stick them where the hand is.',
        'A lost one is printed anew: all cards are alike.',
      ],
    },
  },
]
