/** The demo's bar at the head of every page: its time, where in the day it stands, and the way to the next station. */
import type { FC } from 'hono/jsx'
import type { Lang } from '../../core/i18n.ts'
import { MINUTE, timeOf } from '../../core/time.ts'
import type { Ask } from '../../core/web.ts'
import { DEFAULT_ZONE } from '../shops/rules.ts'
import { Icon } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import { HERE, LATE } from './places.ts'
import { StationPanel } from './station-panel.tsx'
import type { Tour } from './tour.ts'

type BarProps = { tour: Tour; time: string; handle: string; lang: Lang }

/** What the bar of this visitor is made from, and a word that changes with it. */
export function barOf(c: Ask, tour: Tour): { props: BarProps; state: string } {
  const { lang, now, who } = c.var.ctx
  return {
    props: { tour, time: timeOf(now, DEFAULT_ZONE), handle: who.handle, lang },
    state: `${tour.id} ${tour.reached()} ${Math.floor(now / MINUTE)}`,
  }
}

/** Its panel opens by its address, without a script: `#demo-here`. */
export const TourBar: FC<BarProps> = ({ tour, time, handle, lang }) => {
  const t = words(lang)
  const here = tour.stations[tour.reached()]!
  const next = tour.stations[tour.reached() + 1]
  return (
    <aside id="demo-bar" class="demo" aria-label={t.title} data-topics="demo minute" data-from="/demo/bar">
      <div class="station">
        <a class="opens" href={`#${HERE}`} title={t.look}>
          <span>{t.demo}</span> <time>{time}</time> <b>{t.stations[here.name].name}</b> <Icon name="down" />
        </a>
        <a class="closes" href="#main">
          <span>{t.demo}</span> <time>{time}</time> <b>{t.close}</b>
        </a>
        <a class="role" href="/demo/roles">
          {t.switchRole}
        </a>
        {next && (
          <form method="post" action="/demo/next" data-slow>
            <input type="hidden" name="day" value={tour.id} />
            <button name="to" value={next.name}>
              {t.next}{' '}
              <b>
                {next.time} {t.stations[next.name].name}
              </b>
            </button>
            <label>
              {t.playing} <progress />
            </label>
          </form>
        )}
      </div>
      <p id={LATE} role="status">
        {t.late(here.time, t.stations[here.name].name)}
      </p>
      <StationPanel tour={tour} handle={handle} lang={lang} />
    </aside>
  )
}
