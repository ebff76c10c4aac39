/** What the database knows about the demo's visitors: whom they can be. */
import { inArray } from 'drizzle-orm'
import { people } from '../../../db/schema.ts'
import { faces } from '../../../db/seeds/people.ts'
import type { Reader } from '../../core/store.ts'

/** The people of the role picker with their ids, in its order. */
export async function facesHere(db: Reader) {
  const handles = faces.map((person) => person.handle)
  const rows = await db
    .select({ id: people.id, handle: people.handle })
    .from(people)
    .where(inArray(people.handle, handles))
  return faces.flatMap((person) => {
    const row = rows.find(({ handle }) => handle === person.handle)
    return row ? [{ ...person, id: row.id }] : []
  })
}
