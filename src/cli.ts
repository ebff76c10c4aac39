/** npm run zaowan -- <command>: the same actions as the pages, for a terminal and for scripts. */
import { ownTerminal } from './cli/terminal.ts'
import { zaowan } from './cli/zaowan.ts'

process.exitCode = await zaowan(process.argv.slice(2), ownTerminal)
