/** A version as a page shows it: the same blocks that its letter has. */
import type { Lang } from '../../core/i18n.ts'
import { Badge } from '../../ui/parts.tsx'
import { words } from './messages.ts'
import type { Block, Line } from './shown.ts'

export const Blocks = ({ blocks, lang }: { blocks: readonly Block[]; lang: Lang }) => (
  <>
    {blocks.map((block) => (
      <section class="panel report-block" id={`b-${block.name}`}>
        <header>
          <h2>{block.title}</h2>
          {block.changed && <Badge tone="act">{words(lang).changed}</Badge>}
        </header>
        <ul>
          {block.lines.map((line) => (
            <li>
              <LineView line={line} lang={lang} />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
)

function LineView({ line, lang }: { line: Line; lang: Lang }) {
  const text = line.href ? <a href={line.href}>{line.text}</a> : line.text
  return (
    <>
      {line.mark && <Badge tone="act">{words(lang)[line.mark]}</Badge>} {line.was && <del>{line.was}</del>}
      {line.was && ' → '}
      {line.mark === 'removed' ? <del>{line.text}</del> : text}
    </>
  )
}
