/** A terminal that remembers what was said to it. */
import { zaowan } from '../../src/cli/zaowan.ts'

export type Heard = { status: number; out: string; err: string }

/** Runs one command line on the test file's own database, in Chinese unless --lang says otherwise. */
export async function run(line: string, options: { input?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Heard> {
  const [out, err]: [string[], string[]] = [[], []]
  const argv = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
  const status = await zaowan(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    input: async () => options.input ?? '',
    env: { DATABASE_URL: process.env.DATABASE_URL, ...options.env },
  })
  return { status, out: out.join('\n'), err: err.join('\n') }
}
