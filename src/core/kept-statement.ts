/** What every request asks and seldom changes: asked again only when something was written. */
import { statement, type Preparable, type Reader, type Result } from './store.ts'
import { versionOf } from './version.ts'

const AT_MOST = 5000
let epoch = 0
/** Forgets all that is kept: for measuring what it costs to read it anew. */
export const forgetReads = () => void epoch++

/**
 * As `statement`, for reading outside of a write. Whoever gets the rows shares them with others and leaves them as they
 * are. Where the engine cannot tell whether something was written it is a plain statement.
 */
export function keptStatement<Q extends Preparable>(build: (db: Reader) => Q) {
  const ask = statement(build)
  const kept = new WeakMap<object, { version: string; answers: Map<string, Promise<Result<Q>>> }>()

  function answersOf(db: Reader, version: string) {
    const known = kept.get(db)
    if (known?.version === version && known.answers.size < AT_MOST) return known.answers
    const answers = new Map<string, Promise<Result<Q>>>()
    kept.set(db, { version, answers })
    return answers
  }

  return (db: Reader, values: Record<string, string | number> = {}): Promise<Result<Q>> => {
    const version = versionOf(db)
    if (version === undefined) return ask(db, values)
    const answers = answersOf(db, `${epoch} ${version}`)
    const key = Object.values(values).join('\n')
    const known = answers.get(key)
    if (known) return known
    const answer = ask(db, values)
    answers.set(key, answer)
    answer.then(Object.freeze, () => answers.delete(key))
    return answer
  }
}
