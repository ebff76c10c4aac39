import { dictionary } from '../../core/i18n.ts'
import type { Platform } from './flags.ts'

const zh = {
  platform: { taobao: '淘宝', tmall: '天猫', jd: '京东', pinduoduo: '拼多多', douyin: '抖音' } satisfies Record<
    Platform,
    string
  > as Record<Platform, string>,

  // refusals
  codeBad: '店铺代号用字母、数字、- 和 _，最多 20 个。',
  codeTaken: (code: string) => `代号 ${code} 已经有店铺用，换一个。`,
  nameBad: '店名要填，最多 40 个字。',
  cutoffBad: '截单时间写成 16:00 这样。',
  restDaysBad: '休息日是 1（周一）到 7（周日），而且至少留一天发货。',
  notFound: '没有这家店，或者不归你管。',
}

const en: typeof zh = {
  platform: { taobao: 'Taobao', tmall: 'Tmall', jd: 'JD', pinduoduo: 'Pinduoduo', douyin: 'Douyin' },

  codeBad: 'A shop code has letters, digits, - and _, at most 20.',
  codeTaken: (code: string) => `The code ${code} is taken by another shop: choose another.`,
  nameBad: 'The shop needs a name, at most 40 characters.',
  cutoffBad: 'Write the cutoff like 16:00.',
  restDaysBad: 'Rest days are 1 (Monday) to 7 (Sunday), and at least one day must ship.',
  notFound: 'There is no such shop among those you manage.',
}

export const words = dictionary(zh, en)
