/** What `?` says before there is a shop. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/',
    zh: {
      title: '开始',
      about: '两扇门：开自己的店，或者先看演示店铺。互不相干。',
      steps: ['开店要令牌：在启动早晚的终端里，有一行写着它。', '只想看看：进演示店铺，数据全是编的，随便改。'],
    },
    en: {
      title: 'Start',
      about:
        'Two doors: set up your own shop, or look around in the demo shop. They have nothing to do with each other.',
      steps: [
        'Your own shop needs the token that stands in the terminal where the board was started.',
        'Just looking? The demo has invented data: change what you like.',
      ],
    },
  },
  {
    path: '/setup',
    zh: {
      title: '第一次运行',
      about: '六步开店，约 15 分，随时可停，回来接着做。',
      steps: ['照顺序做：店铺、你自己、人员、班次、首次导入。', '拿不准的先用默认的，以后在店铺设置里改。'],
    },
    en: {
      title: 'First run',
      about: 'Six steps, about 15 minutes; stop at any time and go on later.',
      steps: [
        'In order: shop, yourself, people, shifts, first import.',
        'When in doubt keep the default: the settings of the shop change it later.',
      ],
    },
  },
]
