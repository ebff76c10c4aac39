/** The quick entry: one line at the foot of the board; each of its words opens a short form above it. */
import type { PropsWithChildren } from 'hono/jsx'
import { quickForms } from './quick-forms.tsx'
import { quickWords } from './quick-words.ts'
import type { QuickSight } from './quick-sight.ts'

export function QuickBar(sight: QuickSight) {
  const t = quickWords(sight.lang)
  return (
    <aside class="quick" aria-label={t.title}>
      {sight.mine.map((what, i) => (
        <Opener digit={String(i + 1)} word={t.names[what]} hint={t.hints[what]}>
          {quickForms[what](sight)}
        </Opener>
      ))}
    </aside>
  )
}

type OpenerProps = PropsWithChildren<{ digit: string; word: string; hint: string }>
/** Of one name, so that the browser shows one at a time; what was typed in another waits there. */
const Opener = ({ digit, word, hint, children }: OpenerProps) => (
  <details name="quick">
    <summary data-key={digit}>
      {word} <kbd>{digit}</kbd>
    </summary>
    <div class="above">
      <p class="quiet">{hint}</p>
      {children}
    </div>
  </details>
)
