/** Command cards to print and stick beside the bench: gloves stay on, no mouse. */
import type { Lang } from '../../core/i18n.ts'
import { Bars } from '../../ui/bars.tsx'
import { cards, numberCard, type Card } from './codes.ts'
import { words } from './messages.ts'

const order: Card[] = ['done', 'undo', 'aside', 'stopped', 'tooLate', 'pack', 'hand']
const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** `print`: goes to the printer as soon as it is there (sheet.js). */
export function CardsSheet({ lang, print }: { lang: Lang; print: boolean }) {
  const { sheet } = words(lang)
  return (
    <main id="main" class="sheet">
      <nav class="sheet-bar line" aria-label={sheet.title} data-print={print ? 'now' : undefined}>
        <a class="button plain" href="/bench">
          {sheet.back}
        </a>
        <a class="button primary push" href="/bench/cards?print=now">
          {sheet.print}
        </a>
      </nav>
      <header>
        <div>
          <h1>{sheet.title}</h1>
          <p>{sheet.how}</p>
        </div>
      </header>
      <ul class="cards">
        {order.map((name) => (
          <OneCard code={cards[name]} word={sheet[name][0]!} hint={sheet[name][1]!} />
        ))}
        {numbers.map((n) => (
          <OneCard code={numberCard(n)} word={String(n)} hint={sheet.number} />
        ))}
      </ul>
    </main>
  )
}

const OneCard = ({ code, word, hint }: { code: string; word: string; hint: string }) => (
  <li>
    <strong>{word}</strong>
    <Bars text={code} mm={12} />
    <span>{hint}</span>
  </li>
)
