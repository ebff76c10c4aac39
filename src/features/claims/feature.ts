import type { Feature } from '../../feature.ts'
import { jobs } from './jobs.ts'
import { sentences } from './sentences.ts'

export const claims: Feature = {
  name: 'claims',
  jobs,
  sentences,
}
