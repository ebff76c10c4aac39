/** A screen listens as people do: under a name of its own, as long as it hangs. */
import type { Reader } from '../../core/store.ts'
import { hanging } from './store.ts'

const WALL = 'wall '

/** How a screen is named among those who listen. */
export const listenerName = (id: string) => WALL + id
export const isWall = (name: string) => name.startsWith(WALL)

/** What screens of these names may see, as core/live.ts asks; who was taken down is not in it. */
export async function wallStandings(db: Reader, names: readonly string[]): Promise<Map<string, string>> {
  const ids = await hanging(
    db,
    names.map((name) => name.slice(WALL.length)),
  )
  return new Map(ids.map((id) => [listenerName(id), WALL]))
}
