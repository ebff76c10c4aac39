import { refusalsIn } from '../../core/errors.ts'
import { words } from './messages.ts'

/** The room's refusals in its own words. */
export const refuse = refusalsIn(words)
