/** What happened to people, as the log says it. */
import type { Role } from '../../access.ts'
import type { Sentences } from '../../feature.ts'
import type { Lang } from '../../core/i18n.ts'
import { words } from './messages.ts'

const rolesIn = (value: unknown, lang: Lang) =>
  ((value as { roles?: Role[] } | null)?.roles ?? []).map((role) => words(lang).role[role]).join(' ')

export const sentences: Sentences = {
  'person.added': (row, lang) =>
    words(lang).said.added((row.after as { handle: string }).handle, rolesIn(row.after, lang)),
  'person.invited': (_row, lang) => words(lang).said.invited,
  'person.password_set': (_row, lang) => words(lang).said.passwordSet,
  'person.duties_changed': (row, lang) => words(lang).said.duties(rolesIn(row.before, lang), rolesIn(row.after, lang)),
  'person.disabled': (row, lang) => words(lang).said.disabled((row.after as { heir: string | null }).heir),
  'person.enabled': (_row, lang) => words(lang).said.enabled,
}
