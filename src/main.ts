/** npm start: what `zaowan serve` does. */
import { zaowan } from './cli/zaowan.ts'
import { ownTerminal } from './cli/terminal.ts'

process.exitCode = await zaowan(['serve'], ownTerminal)
