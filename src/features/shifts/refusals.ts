/** Refusals of this room, in its words. */
import { refusalsIn } from '../../core/errors.ts'
import { words } from './messages.ts'

export const refusal = refusalsIn(words)
