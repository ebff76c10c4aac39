/** What was just done, with a button that takes it back for ten seconds. */
import type { Activity } from '../../core/activity.ts'
import type { Context } from '../../core/context.ts'
import type { Lang } from '../../core/i18n.ts'
import { MINUTE } from '../../core/time.ts'
import { UNDO_MS, UndoToast } from '../../ui/toast.tsx'
import type { Flag } from '../shops/flags.ts'
import { flagKinds } from './flagging.ts'
import { pageWords } from './page-messages.ts'
import { FlagMark } from './parts.tsx'
import type { Standing } from './rules.ts'
import { activityOfDeed } from './store.ts'
import { UNDONE } from './undoing.ts'

/** Of one's own deed of the last minute; nothing for any other. */
export async function toastOf(ctx: Context, deed: string) {
  const rows = (await activityOfDeed(ctx.read, deed)).filter((row) => row.actorId === ctx.who.id)
  const [first] = rows
  if (!first || ctx.now - first.at > MINUTE) return null
  if (first.kind === UNDONE) return <Said deed={deed} lang={ctx.lang} text={pageWords(ctx.lang).undone(rows.length)} />
  return flagKinds.includes(first.kind) ? <FlagToast rows={rows} lang={ctx.lang} /> : null
}

const Said = ({ deed, lang, text }: { deed: string; lang: Lang; text: string }) => (
  <div id={`deed-${deed}`} class="toast" role="status" data-toast={UNDO_MS} lang={lang}>
    <span>{text}</span>
  </div>
)

function FlagToast({ rows, lang }: { rows: readonly Activity[]; lang: Lang }) {
  const t = pageWords(lang)
  const { flag, meaning } = rows[0]!.after as Standing & { flag: Flag }
  const said = (
    <>
      {t.flaggedAs(rows.length)} <FlagMark flag={flag} meaning={meaning} lang={lang} />
      {t.remarkWritten}
    </>
  )
  return (
    <UndoToast id={`deed-${rows[0]!.deed}`} said={said} action="/flags/undo" words={t}>
      <input type="hidden" name="deed" value={rows[0]!.deed} />
    </UndoToast>
  )
}
