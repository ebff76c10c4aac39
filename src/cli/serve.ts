/** Commands that stay: the board, the demo. */
import { readConfig } from '../core/config.ts'
import type { Call } from './call.ts'

export async function serve({ terminal, lang }: Call) {
  const { run } = await import('../run.ts')
  await run(readConfig(terminal.env), lang)
}

/** The demo shop alone, always on SQLite: the engine is chosen when the tables are first imported. */
export async function demo({ terminal, lang }: Call) {
  delete process.env.DATABASE_URL
  const { runDemo } = await import('../run.ts')
  await runDemo(readConfig({ ...terminal.env, DATABASE_URL: '' }), lang)
}
