/** The button that prints: a row in the log first, then the sheet in a tab of its own. */
import type { Sheet } from './store-prints.ts'

type Props = { batchId: string; sheet: Sheet; words: string; part?: number; primary?: boolean }

export const PrintForm = ({ batchId, sheet, words, part = 1, primary }: Props) => (
  <form method="post" action={`/batch/${batchId}/print`} target="_blank">
    <input type="hidden" name="sheet" value={sheet} />
    {part > 1 && <input type="hidden" name="part" value={part} />}
    <button class={primary ? 'primary' : undefined} data-key={primary ? 'n' : undefined}>
      {words} {primary && <kbd>N</kbd>}
    </button>
  </form>
)
