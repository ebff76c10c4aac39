import type { Feature } from '../../feature.ts'
import { sentences } from './sentences.ts'

export const shifts: Feature = { name: 'shifts', sentences }
