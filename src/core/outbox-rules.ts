/** What leaves the board, when it is tried again, and what an answer makes of it. Pure. */
import { MINUTE } from './time.ts'

export type Channel = 'mail' | 'robot'
export type Role = 'to' | 'cc' | 'robot'
export type LetterState = 'pending' | 'sent' | 'bounced' | 'failed' | 'held'

export type Attachment = { name: string; type: string; base64: string }

/** A letter as it was when it was written. `from` and `replyTo` are what the reader sees, the address is the server's. */
export type Content = {
  subject: string
  /** The name of the sender: the shop's, not an address. */
  from: string
  replyTo?: string | undefined
  to: readonly string[]
  cc: readonly string[]
  html: string
  /** The same in plain text; all that a robot says. */
  text: string
  attachments: readonly Attachment[]
}

/** One recipient's part of what is to leave. */
export type Letter = {
  shopId: string
  channel: Channel
  /** What it tells of, version included: "report:<id>:v1". */
  about: string
  /** A mail address, or the id of a robot. */
  address: string
  role: Role
  content: Content
}

// --- after a try -----------------------------------------------------------------------------------

/** Minutes after the first try that failed, the second, …; the last of them again and again. */
const PAUSES = [1, 2, 4, 8, 16, 30] as const
/** Of the pause at most so much is added, so that what failed together does not come back together. */
const JITTER = 0.2

/** ms until the next try; `tries` so far (1 or more), `dice` of [0, 1). */
export const pauseAfter = (tries: number, dice: number): number =>
  Math.round((PAUSES[Math.min(tries, PAUSES.length) - 1] ?? PAUSES[0]) * MINUTE * (1 + JITTER * dice))

/** So many tries without an answer are half an hour: somebody should look at the server. */
const PATIENT_FOR = 5
export const isStuck = (tries: number): boolean => tries === PATIENT_FOR

/** Longer than any sending may take: a letter whose sender died is due again after it, and not before. */
export const LEASE = 3 * MINUTE
/** ms for one letter from the first packet to the server's answer. */
export const BOUND = 90_000

/**
 * Why a letter was not accepted, in the server's words. `forGood`: the server refused it (5xx), trying again is no use
 * until somebody mends something. `server`: it concerns all letters, not this one: nobody answers, TLS fails. `pause`: ms
 * until the next try, where the server wants a certain one.
 */
export class NotAccepted extends Error {
  readonly forGood: boolean
  readonly server: boolean
  readonly pause: number | undefined

  constructor(said: string, { forGood, server, pause }: { forGood: boolean; server: boolean; pause?: number }) {
    super(said)
    this.name = 'NotAccepted'
    this.forGood = forGood
    this.server = server
    this.pause = pause
  }
}

// --- what people do ----------------------------------------------------------------------------------

type Standing = { state: LetterState; leasedUntil: number | null }

/** Somebody sends it this minute. */
export const isOnItsWay = ({ leasedUntil }: Pick<Standing, 'leasedUntil'>, now: number): boolean =>
  leasedUntil !== null && leasedUntil > now

/** Kept back until somebody releases it; never one that is on its way this minute. */
export const mayHold = (letter: Standing, now: number): boolean =>
  letter.state === 'pending' && !isOnItsWay(letter, now)
export const mayRelease = ({ state }: Pick<Standing, 'state'>): boolean => state === 'held'
/** What was refused or came back, and what waits for its next try. */
export const maySendAgain = (letter: Standing, now: number): boolean =>
  letter.state === 'failed' || letter.state === 'bounced' || (letter.state === 'pending' && !isOnItsWay(letter, now))
/** The server took it, and the mailbox sent it back. */
export const mayBounce = ({ state }: Pick<Standing, 'state'>): boolean => state === 'sent'
