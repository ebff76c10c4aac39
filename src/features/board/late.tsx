/** What is late, missing or waits right now, as the rooms tell it: each figure leads to its list. */
import type { Child } from 'hono/jsx'
import { may } from '../../access.ts'
import type { Lang } from '../../core/i18n.ts'
import { keptByTopics } from '../../core/kept.ts'
import type { BoardAsk, BoardPanel, Figure, LateSource } from '../../feature.ts'
import { Opening, type Gap } from '../../ui/parts.tsx'
import { leadWords as words } from './lead-words.ts'

/** A room, asked again only when something happened that concerns it. */
const askedOf = (source: LateSource) => {
  const kept = keptByTopics<Figure[]>(source.topics)
  return { ...source, figures: (ask: BoardAsk) => kept(ask.ctx, ask.shop.id, () => source.figures(ask)) }
}

/** Of the rooms whose pages this person opens; late ones before those that only wait. */
async function figuresFor(ask: BoardAsk, sources: readonly LateSource[]): Promise<Figure[]> {
  const mine = sources.filter(({ right }) => may(ask.ctx.who, right))
  const all = (await Promise.all(mine.map((source) => source.figures(ask)))).flat()
  return all.sort((a, b) => Number(a.tone === 'soon') - Number(b.tone === 'soon'))
}

/** It opens the board of those who lead: what to look at first, and all that is forgotten. */
export const lateHead = (rooms: readonly LateSource[]): BoardPanel => {
  const sources = rooms.map(askedOf).sort((a, b) => a.order - b.order)
  return {
    name: 'late',
    word: (lang) => words(lang).lateNow,
    boards: ['lead'],
    order: 10,
    right: 'day.team',
    topics: [...new Set(sources.flatMap(({ topics }) => topics))],
    head: true,
    async render(ask): Promise<Child> {
      const { lang } = ask.ctx
      const figures = await figuresFor(ask, sources)
      const open = figures.filter(({ count }) => count > 0)
      return (
        <Opening
          when={words(lang).lateNow}
          tone={open[0]?.tone ?? 'done'}
          title={titleOf(open, lang)}
          forgotten={words(lang).forgotten}
          gaps={open.map((figure) => gapOf(figure, lang))}
        >
          {open[0] && <First figure={open[0]} lang={lang} />}
          <Quiet figures={figures.filter(({ count }) => !count)} lang={lang} />
        </Opening>
      )
    },
  }
}

function titleOf(open: readonly Figure[], lang: Lang): string {
  const t = words(lang)
  const [first] = open
  if (!first) return t.nothingLate
  return t.first(first.count, first.words(lang))
}

const gapOf = ({ count, words: said, href, tone }: Figure, lang: Lang): Gap => ({
  count,
  words: said(lang),
  href,
  tone,
  note: words(lang).tones[tone],
})

const First = ({ figure, lang }: { figure: Figure; lang: Lang }) => (
  <p class="line">
    <a class="button primary" href={figure.href} data-key="n">
      {words(lang).look} <kbd>N</kbd>
    </a>
  </p>
)

/** What was looked at and found in order, so that nobody wonders whether it was. */
const Quiet = ({ figures, lang }: { figures: readonly Figure[]; lang: Lang }) =>
  figures.length > 0 && (
    <p class="quiet">
      {words(lang).none} {figures.map((figure) => figure.words(lang)).join(words(lang).list)}
    </p>
  )
