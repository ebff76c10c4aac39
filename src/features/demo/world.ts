/** Whether this is the demo's board, and what is said where it is not. */
import { getCookie } from 'hono/cookie'
import { AppError } from '../../core/errors.ts'
import type { Ask } from '../../core/web.ts'
import { shellWords } from '../../words.ts'

/** The cookie of a browser that is in the demo: it is shown to who carries it. */
export const WORLD = 'zaowan-world'

const notFound = new AppError('not_found', (lang) => shellWords(lang).notFound)
const signedOut = new AppError('signed_out', (lang) => shellWords(lang).signedOut)

/** There is no demo here; a visitor whose demo went with a restart is led to the door, for it can be entered anew. */
export const outside = (c: Ask): AppError => (getCookie(c, WORLD) ? signedOut : notFound)
