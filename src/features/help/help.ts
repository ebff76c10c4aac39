/** What `?` says of the help itself. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/help',
    zh: {
      title: '帮助',
      about: '每一页的帮助、所有的键、岗位卡片和词汇表都从这里去。',
      steps: ['在哪一页按 ?，就说那一页。', '新来的先打印自己的岗位卡片。'],
    },
    en: {
      title: 'Help',
      about: 'From here one gets to the help of each page, all keys, the cards by role and the glossary.',
      steps: ['Press ? on any page: it tells about that page.', 'New here? Print the card of your role first.'],
    },
  },
  {
    path: '/help/words',
    zh: {
      title: '词汇表',
      about: '工作里的词，中英文对着看，一句话说清，能去的给链接。',
      steps: ['按 / 打这个词或拼音首字母，直接到它那一行。'],
    },
    en: {
      title: 'Glossary',
      about:
        'The words of this work in Chinese and English, a sentence each, with a link to the page where there is one.',
      steps: ['Press / and type the word or its pinyin initials: it leads to its row.'],
    },
  },
  {
    path: '/help/cards/:role',
    zh: {
      title: '岗位卡片',
      about: '一个岗位一张 A4：一天按几点做什么、绝不能忘什么、旗的意思、常用的键。',
      steps: ['上面选岗位，按“打印这张”。', '店铺改了截单、班次或旗，再打一张：卡片上的时间按本店的设置来。'],
    },
    en: {
      title: 'Cards by role',
      about: 'One A4 page for a role: the day by the clock, what must never be forgotten, what flags mean, the keys.',
      steps: [
        'Choose a role above, press "Print this card".',
        "When the shop changes its cutoff, shifts or flags, print it anew: its times are the shop's own.",
      ],
    },
  },
]
