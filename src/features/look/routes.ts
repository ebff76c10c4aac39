import { z } from 'zod'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { post, type Route } from '../../feature.ts'
import { keepLook, lookOf, spaces, themes } from './look.ts'

/** One press says one of the two; the other stays as it is. */
const choice = z.object({ theme: z.enum(themes).optional(), space: z.enum(spaces).optional() })

async function choose(c: Ask) {
  const { theme, space } = await readForm(c, choice)
  const now = lookOf(c)
  keepLook(c, { theme: theme ?? now.theme, space: space ?? now.space })
  return onTo(c, '/me#look', { leave: true })
}

export const routes: Route[] = [post('/me/look', 'person', choose)]
