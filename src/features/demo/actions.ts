/** Becoming one of the demo's people with a click, and moving its day on. */
import type { Face } from '../../../db/seeds/people.ts'
import { AppError } from '../../core/errors.ts'
import type { Context } from '../../core/context.ts'
import type { Store } from '../../core/store.ts'
import { asPerson, enter, personById, type Entry, type Here } from '../people/index.ts'
import { words } from './messages.ts'
import type { StationName } from './stations.ts'
import { facesHere, noteAllSeen } from './store.ts'

/** A session as the person behind the face, without a password: only ever called inside the demo. */
export const enterAs = (ctx: Context, face: Face, here: Here): Promise<Entry> =>
  ctx.write(async (tx) => {
    const chosen = (await facesHere(tx)).find((person) => person.face === face)
    const person = chosen && (await personById(tx, chosen.id))
    if (!person) throw new AppError('invalid', (lang) => words(lang).unknownFace)
    return enter(tx, asPerson(ctx, person), here)
  })

/** Nobody is locked out because the clock is moved until then, UTC ms. */
export const keepAwake = (store: Store, until: number): Promise<void> => store.write((tx) => noteAllSeen(tx, until))

/** The clock has been moved to a station: all open pages hear it. */
export const noteMoved = (ctx: Context, station: StationName): Promise<void> =>
  ctx.write(async (tx, record) => {
    await noteAllSeen(tx, ctx.now) // who entered on the way, too
    await record('demo.moved', `demo:${station}`)
  })
