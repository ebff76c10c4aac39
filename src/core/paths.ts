/** The project's own folder, whether the program runs from src/ or, built, from dist/src/. */
export const root = new URL(import.meta.url.includes('/dist/src/core/') ? '../../../' : '../../', import.meta.url)

/** The module beside the asking one, in the form that is running: `.ts` from src/, `.js` from dist/. */
export const beside = (asking: string, name: string) => new URL(name + asking.slice(asking.lastIndexOf('.')), asking)
