/** How a letter leaves to a chat robot: its address opened, its turn kept, its answer judged by the body. */
import type { Sender } from '../../core/outbox.ts'
import { NotAccepted } from '../../core/outbox-rules.ts'
import type { World } from '../../core/web.ts'
import { addressIn } from './address.ts'
import { judged, ownWords, type Verdict } from './answers.ts'
import { call } from './calling.ts'
import { fitted, waitBefore } from './rate.ts'
import { openedBy, type Secrets } from './secrets.ts'
import { callOf } from './signing.ts'
import { robotById, type Robot } from './store.ts'

type Settings = Pick<World, 'store' | 'seal' | 'clock' | 'robotOrigins'> & {
  /** ms from the first packet to the answer. */
  timeout?: number
}

const mended = (what: keyof typeof ownWords) => new NotAccepted(ownWords[what], { forGood: true, server: false })

/** Undefined where no secrets are kept: letters to robots wait. */
export function robotSender({ store, seal, clock, robotOrigins, timeout = 10_000 }: Settings): Sender | undefined {
  if (!seal) return undefined
  const turns = turnsBy(clock)
  return async (letter, signal) => {
    const robot = await robotById(store.read, letter.address)
    if (!robot || robot.shopId !== letter.shopId || robot.endedAt !== null) throw mended('removed')
    if (!robot.on) throw mended('off')
    const secrets = opened(() => openedBy(seal, robot))
    const address = addressIn(secrets.url, robotOrigins)
    if (address?.kind !== robot.kind) throw mended('sealed') // an address that was allowed once, and is not now
    turns.take(robot)
    const text = fitted(robot.kind, [{ text: letter.content.text, stands: 1 }], () => '…')
    const bound = AbortSignal.any([signal, AbortSignal.timeout(timeout)])
    const asked = callOf(robot.kind, { ...secrets, text, now: clock() })
    const answer = await call(asked, bound).catch((error: Error) => {
      throw new NotAccepted(`${ownWords.silent}: ${error.message}`, { forGood: false, server: true })
    })
    const verdict = judged(robot.kind, answer, hidden(secrets, address.token))
    if (verdict.ok) return verdict.said
    if (verdict.trouble === 'rate') turns.rest(robot, verdict.pause)
    throw notAccepted(verdict)
  }
}

const notAccepted = ({ said, forGood, pause }: Verdict & { ok: false }) =>
  new NotAccepted(said, { forGood, server: false, ...(pause && { pause }) })

const hidden = ({ url, secret }: Secrets, token: string) => [url, token, secret ?? '']

function opened(open: () => Secrets): Secrets {
  try {
    return open()
  } catch {
    throw mended('sealed')
  }
}

/** Counts the calls of this process; more than one letter at a time waits for a robot only when somebody sends many again. */
function turnsBy(clock: () => number) {
  const calls = new Map<string, number[]>()
  const resting = new Map<string, number>()
  return {
    /** Throws when it is not its turn: the letter comes back when it is. */
    take({ id, kind }: Robot) {
      const now = clock()
      const before = (calls.get(id) ?? []).slice(-100)
      const pause = Math.max(waitBefore(kind, before, now), (resting.get(id) ?? 0) - now)
      if (pause > 0) throw new NotAccepted(ownWords.turn, { forGood: false, server: false, pause })
      calls.set(id, [...before, now])
    },
    /** Shut up by its platform for so many ms. */
    rest({ id }: Robot, pause = 0) {
      resting.set(id, clock() + pause)
    },
  }
}
