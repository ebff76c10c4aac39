/** The letters of the past leave as if a mail server and the chat platforms had been asked: nobody is, here or later. */
import { deliverOutbox, type Posted, type Sender } from '../../src/core/outbox.ts'
import { NotAccepted } from '../../src/core/outbox-rules.ts'
import { tellManagers } from '../../src/features/outbox/index.ts'
import type { Ledger } from './ledger.ts'

/** What a server answers to one letter; undefined: it takes it. */
export type Answer = { said: string; forGood: boolean } | undefined
export type Answers = (letter: Posted) => Answer

/** Sends what is due at this moment; `answers` tells of those that were not taken. */
export const deliver = (ledger: Ledger, at: number, answers: Answers = () => undefined) =>
  deliverOutbox(
    ledger.clockAt(at),
    { mail: serverOf(answers, queued), robot: serverOf(answers, () => 'dingtalk 0: ok') },
    { alarm: tellManagers, atOnce: 1, dice: () => 0 },
  )

const serverOf =
  (answers: Answers, taken: (letter: Posted) => string): Sender =>
  async (letter) => {
    const answer = answers(letter)
    if (answer) throw new NotAccepted(answer.said, { forGood: answer.forGood, server: false })
    return taken(letter)
  }

const queued = ({ messageId }: Pick<Posted, 'messageId'>) => `250 2.0.0 Ok: queued as ${messageId.replaceAll(/[^0-9a-f]/g, '').slice(-10).toUpperCase()}` // prettier-ignore
