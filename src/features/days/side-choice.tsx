/** Without a roster the board cannot know whose shift somebody works. */
import type { Lang } from '../../core/i18n.ts'
import type { Shift } from '../shops/index.ts'
import { words } from './messages.ts'

export const SideChoice = ({ lang, side }: { lang: Lang; side: Shift }) => {
  const t = words(lang)
  return (
    <div class="line">
      <nav class="choices" aria-label={t.pickSide}>
        {(['day', 'night'] as const).map((one) => (
          <a href={`/day?side=${one}`} aria-current={one === side ? 'true' : undefined}>
            {t.sides[one]}
          </a>
        ))}
      </nav>
      <span class="quiet">{t.pickSide}</span>
    </div>
  )
}
