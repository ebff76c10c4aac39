/** What was just done, said for ten seconds, with a button that takes it back. */
import type { Child, PropsWithChildren } from 'hono/jsx'
import { Act } from './parts.tsx'

export const UNDO_MS = 10_000

type UndoProps = PropsWithChildren<{
  /** Another one for another deed, so that its seconds begin anew. */
  id: string
  said: Child
  action: string
  words: { undo: string; seconds: string }
}>

/** `children`: the hidden fields that name what is taken back. */
export const UndoToast = ({ id, said, action, words, children }: UndoProps) => (
  <div id={id} class="toast" role="status" data-toast={UNDO_MS}>
    <span>{said}</span>
    <Act action={action}>
      {children}
      <button class="plain" data-key="z">
        {words.undo} <kbd>Z</kbd> <span data-seconds>{UNDO_MS / 1000}</span> {words.seconds}
      </button>
    </Act>
  </div>
)
