import type { Feature } from '../../feature.ts'
import { handover } from './open-things.ts'
import { sentences } from './sentences.ts'
import { giftJob, switchedOnJob } from './sweep.ts'

export const giftrules: Feature = {
  name: 'giftrules',
  jobs: [giftJob, switchedOnJob],
  sentences,
  handover,
}
