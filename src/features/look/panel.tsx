/** On one's own page: how pages look here. */
import type { Lang } from '../../core/i18n.ts'
import type { Ask } from '../../core/web.ts'
import { lookOf, spaces, themes, type Look } from './look.ts'
import { words } from './messages.ts'

export const lookPanel = async (c: Ask) => <LookPanel look={lookOf(c)} lang={c.var.ctx.lang} />

/** A plain form: the answer is a whole page, for the look stands at its root. */
const LookPanel = ({ look, lang }: { look: Look; lang: Lang }) => (
  <form class="panel" id="look" method="post" action="/me/look">
    <header>
      <h2>{words(lang).look}</h2> <span class="count">{words(lang).here}</span>
    </header>
    <div class="line looks">
      <Choice name="theme" all={themes} chosen={look.theme} lang={lang} />
      <Choice name="space" all={spaces} chosen={look.space} lang={lang} />
    </div>
  </form>
)

type ChoiceProps<T extends string> = { name: keyof Look; all: readonly T[]; chosen: T; lang: Lang }
const Choice = <T extends Look[keyof Look]>({ name, all, chosen, lang }: ChoiceProps<T>) => (
  <p class="line one-of" role="group" aria-label={words(lang)[name]}>
    {all.map((one) => (
      <button name={name} value={one} aria-pressed={one === chosen ? 'true' : 'false'}>
        {words(lang)[one]}
      </button>
    ))}
  </p>
)
