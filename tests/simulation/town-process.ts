/** One town in a process of its own: towns.ts starts it and waits for its report. */
import { playOne, type Play } from './towns.ts'

const report = await playOne(JSON.parse(process.argv[2]!) as Play)
process.send!(report, () => process.exit(0))
