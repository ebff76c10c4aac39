import type { Feature } from '../../feature.ts'
import { sentences } from './sentences.ts'

export const prizes: Feature = {
  name: 'prizes',
  sentences,
}
