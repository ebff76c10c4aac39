/** Other ways than the inbox by which people are told: mail, chat robots. */
import type { Tx } from '../../core/store.ts'
import type { Message } from './store.ts'
import type { Recipient } from './store-delivery.ts'

/**
 * Called once for each delivered message (a digest is one), inside the transaction that delivers it: writes what is to
 * be sent into an outbox and sends nothing itself. May run again from the start together with its transaction.
 */
export type Channel = { name: string; send(tx: Tx, message: Message, person: Recipient): Promise<void> }
