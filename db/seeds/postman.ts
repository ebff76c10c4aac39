/** The letters of the past leave as if a mail server and the chat platforms had been asked: nobody is, here or later. */
import { deliverOutbox, type Posted, type Sender } from '../../src/core/outbox.ts'
import { NotAccepted } from '../../src/core/outbox-rules.ts'
import { tellManagers } from '../../src/features/outbox/index.ts'
import type { Ledger } from './ledger.ts'

/** What a server answers to one letter; undefined: it takes it. */
export type Answer = { said: string; forGood: boolean } | undefined
export type Answers = (letter: Posted) => Answer

const inTurn = { alarm: tellManagers, atOnce: 1, dice: () => 0 }

/** Sends the mail that is due at this moment; `answers` tells of what was not taken. */
export const deliverMail = (ledger: Ledger, at: number, answers: Answers) =>
  deliverOutbox(ledger.clockAt(at), { mail: serverOf(answers, queued) }, inTurn)

/** What is due to robots; `platformOf` a robot by its id. */
export const deliverToRobots = (ledger: Ledger, at: number, platformOf: (robotId: string) => string) => {
  const robot = serverOf(
    () => undefined,
    ({ address }) => `${platformOf(address)} 0: ok`,
  )
  return deliverOutbox(ledger.clockAt(at), { robot }, inTurn)
}

const serverOf =
  (answers: Answers, taken: (letter: Posted) => string): Sender =>
  async (letter) => {
    const answer = answers(letter)
    if (answer) throw new NotAccepted(answer.said, { forGood: answer.forGood, server: false })
    return taken(letter)
  }

const queued = ({ messageId }: Pick<Posted, 'messageId'>) => `250 2.0.0 Ok: queued as ${messageId.replaceAll(/[^0-9a-f]/g, '').slice(-10).toUpperCase()}` // prettier-ignore
