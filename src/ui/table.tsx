/** The heads of tables. */
import type { PropsWithChildren } from 'hono/jsx'

type HeadsProps = {
  names: readonly string[]
  /** What a reader of the screen hears of a column that shows no name. */
  unseen?: string
}

/** A name a column, behind what stands before them (`<PickAll>`). */
export const Heads = ({ names, unseen, children }: PropsWithChildren<HeadsProps>) => (
  <thead>
    <tr>
      {children}
      {names.map((name) => (
        <th scope="col">{name || (unseen && <span class="unseen">{unseen}</span>)}</th>
      ))}
    </tr>
  </thead>
)

/** The box above a column of boxes (`data-pick`): board.js picks them all with it. */
export const PickAll = ({ label }: { label: string }) => (
  <th scope="col">
    <label class="tick">
      <input type="checkbox" data-pick-all aria-label={label} />
    </label>
  </th>
)
