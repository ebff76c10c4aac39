/** npm start: config → store → migrations → app → jobs → listen; stops gracefully. */
import { run } from './run.ts'
import { readConfig } from './core/config.ts'

await run(readConfig())
