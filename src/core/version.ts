/** Whether anything was written since: told by an engine that knows it without asking much. */
const versions = new WeakMap<object, () => number>()

/** `version`: a number that every commit changes, of whichever process. */
export const tellsVersion = (db: object, version: () => number) => void versions.set(db, version)

/** Undefined where the engine cannot tell, and inside of a write. */
export const versionOf = (db: object): number | undefined => versions.get(db)?.()
