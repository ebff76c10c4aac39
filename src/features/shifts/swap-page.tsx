/** Asking a colleague to take one's shift: first whom, then what comes back. */
import type { Lang } from '../../core/i18n.ts'
import { dayWord } from '../../core/time.ts'
import { Act, Empty, Field, Who } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { LONGEST_WHY } from './rules.ts'
import type { SwapChoices } from './swap-choices.ts'
import { codeWord, rosterHref } from './telling.ts'
import { isWork } from './weeks.ts'

type Props = { lang: Lang; choices: SwapChoices }

export const NoShift = ({ lang }: { lang: Lang }) => {
  const t = words(lang)
  return (
    <main id="main" class="page stack">
      <Empty title={t.titleNone} hint={t.swapChanged} whole>
        <a class="button primary" href="/roster">
          {t.toRoster}
        </a>
      </Empty>
    </main>
  )
}

export function SwapPage({ lang, choices }: Props) {
  const t = words(lang)
  const { kinds, day, code, chosen } = choices
  return (
    <main id="main" class="page stack">
      <section class="next">
        <p class="when">{t.swaps}</p>
        <h1>{t.swapTitle(`${dayWord(day, lang)} ${codeWord(kinds, code, lang)}`)}</h1>
        <p class="quiet">{t.swapHint}</p>
        <p class="line">
          <a class="button plain" href={rosterHref(day)}>
            {t.toRoster}
          </a>
        </p>
      </section>
      {chosen ? (
        <AskForm lang={lang} choices={choices} chosen={chosen} />
      ) : (
        <Colleagues lang={lang} choices={choices} />
      )}
    </main>
  )
}

function Colleagues({ lang, choices }: Props) {
  const t = words(lang)
  return (
    <table class="rows tight keep colleagues">
      <caption class="unseen">{t.colleague}</caption>
      <thead>
        <tr>
          <th scope="col">{t.colleague}</th>
          <th scope="col">{t.thatDay}</th>
          <th scope="col">
            <span class="unseen">{t.doing}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {choices.colleagues.map(({ id, handle, hue, thatDay }) => (
          <tr>
            <th scope="row">
              <Who handle={handle} hue={hue} />
            </th>
            <td class={isWork(thatDay) ? undefined : 'note'}>
              {isWork(thatDay) ? codeWord(choices.kinds, thatDay, lang) : t.free}
            </td>
            <td class="act">
              <a class="button plain" href={`/swap?day=${choices.day}&of=${id}`} aria-label={t.chooseWho(handle)}>
                {t.choose}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AskForm({ lang, choices, chosen }: Props & { chosen: NonNullable<SwapChoices['chosen']> }) {
  const t = words(lang)
  const other = (
    <a class="button plain" href={`/swap?day=${choices.day}`}>
      {t.otherColleague}
    </a>
  )
  if (!chosen.back.length)
    return (
      <section>
        <p class="warning" data-tone="soon">
          {t.noWay}
        </p>
        <p class="line foot">{other}</p>
      </section>
    )
  return (
    <Act action="/swap" class="stack form">
      <input type="hidden" name="day" value={choices.day} />
      <input type="hidden" name="of" value={chosen.id} />
      <fieldset class="field">
        <legend>{t.whatBack}</legend>
        {chosen.back.map((shift, i) => (
          <p>
            <label class="box-line">
              <input type="radio" name="back" value={shift?.day ?? ''} checked={i === 0} />
              {shift
                ? t.takeTheirs(`${dayWord(shift.day, lang)} ${codeWord(choices.kinds, shift.code, lang)}`)
                : t.justTake(chosen.handle)}
            </label>
          </p>
        ))}
      </fieldset>
      <Field name="why" label={t.why}>
        <input id="why" name="why" maxlength={LONGEST_WHY} placeholder={t.whyPlaceholder} required />
      </Field>
      <p class="line">
        <button class="primary">{t.ask(chosen.handle)}</button>
        {other}
      </p>
    </Act>
  )
}
