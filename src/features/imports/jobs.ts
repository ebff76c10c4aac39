/** Imports that nobody ends are ended: those of a process that died, previews of yesterday, refused lines of last month. */
import type { Context } from '../../core/context.ts'
import type { Job } from '../../core/due.ts'
import { HOUR, MINUTE } from '../../core/time.ts'
import { failImport } from './actions.ts'
import { dropStaged } from './reading.ts'
import { dropChunks, importsStill, importsWithLeftChunks, importsWithRejects, moveImport } from './store.ts'
import { threadOf } from './threads.ts'

/** SQLite has one server: what does not run in it runs nowhere. Another node of PostgreSQL may be busy. */
const patience = { sqlite: MINUTE, postgres: 10 * MINUTE }
const PREVIEW_KEPT = 24 * HOUR
const REJECTS_KEPT = 30 * 24 * HOUR

export const tidyImports: Job = {
  name: 'imports',
  async sweep(ctx) {
    await endInterrupted(ctx)
    await endForgotten(ctx)
    await dropLeftChunks(ctx)
    await dropOldRejects(ctx)
  },
}

async function endInterrupted(ctx: Context) {
  const before = ctx.now - patience[ctx.store.engine]
  for (const { id } of await importsStill(ctx.read, ['reading', 'applying'], before))
    if (!threadOf(id)) await failImport(ctx, id, 'interrupted')
}

/** A preview of yesterday tells nothing about today's board, and holds orders that nobody took in. */
async function endForgotten(ctx: Context) {
  for (const { id } of await importsStill(ctx.read, ['ready'], ctx.now - PREVIEW_KEPT)) {
    await ctx.store.write((tx) => moveImport(tx, id, ['ready'], { state: 'cancelled', movedAt: ctx.now }))
    await dropStaged(ctx, id)
  }
}

async function dropLeftChunks(ctx: Context) {
  for (const { id } of await importsWithLeftChunks(ctx.read)) await ctx.store.write((tx) => dropChunks(tx, id))
}

async function dropOldRejects(ctx: Context) {
  for (const { id } of await importsWithRejects(ctx.read, ctx.now - REJECTS_KEPT)) await dropStaged(ctx, id)
}
