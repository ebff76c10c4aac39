/** Passwords: argon2id, worked out beside the event loop. */
import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice: 19 MiB, two passes. The default algorithm of the library is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Of random bytes that nobody kept, at the same cost: who is not there takes as long as who is. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$cDDQ6goRcJVCvqesXKH1Hw$Tm/+nsdEDyHGZ8s4FtmezoK1OeE/7vKMZAeL0+vGoXM'

/** Always exactly one verification: also when there is no such person, or no password yet (null). */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? NOBODY, password)
  return fits && passwordHash !== null
}
