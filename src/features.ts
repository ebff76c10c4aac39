/** The table of contents: one import and one entry a feature. */
import type { Feature } from './feature.ts'

export const features: readonly Feature[] = []
