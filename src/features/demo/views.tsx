/** The role picker: one click signs in. */
import { Icon, Who } from '../../ui/parts.tsx'
import type { Lang } from '../../core/i18n.ts'
import { words } from './messages.ts'
import { Again } from './station-panel.tsx'
import type { facesHere } from './store.ts'
import type { Tour } from './tour.ts'

type Props = {
  lang: Lang
  faces: Awaited<ReturnType<typeof facesHere>>
  time: string
  current: string | null
  tour: Tour | undefined
}

export const RolePicker = ({ lang, faces, time, current, tour }: Props) => {
  const t = words(lang)
  return (
    <main id="main" class="door demo-door">
      <section>
        <p class="brand">
          <Icon name="mark" /> {t.title}
        </p>
        <p class="quiet">{t.now(time)}</p>
        <h1>{t.heading}</h1>
        <p class="quiet">{t.lead}</p>
        {tour && (
          <div class="line">
            <small>{t.tour}</small>
            <Again tour={tour} lang={lang} />
          </div>
        )}
        <form method="post" action="/demo/roles">
          <ul class="roles">
            {faces.map((person) => (
              <li>
                <button name="face" value={person.face} aria-pressed={person.id === current ? 'true' : 'false'}>
                  <Who handle={person.handle} hue={person.hue} name={false} />
                  <span>
                    <b>{t.faces[person.face].word}</b> {person.handle}
                    <small>{t.faces[person.face].task}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </form>
        <p class="line">
          <a class="button plain" href="/demo/sample.csv" download="ExportOrderList.csv">
            {t.sample}
          </a>
          <small>{t.sampleHint}</small>
        </p>
      </section>
    </main>
  )
}
