import type { Ask } from '../../core/web.ts'
import { get } from '../../feature.ts'
import { problemsOf } from './checks.ts'
import { words } from './messages.ts'

/** Alive: this process answers. Says nothing about the database; a supervisor that restarts on it stays calm. */
const alive = (c: Ask) => c.text('ok', 200, { 'cache-control': 'no-store' })

/** Ready: a load balancer sends people here. `{ ok, problems: [{ what, say }] }`, 503 when something is wrong. */
async function ready(c: Ask) {
  const say = words(c.var.ctx.lang)
  const problems = (await problemsOf(c.var.world)).map((what) => ({ what, say: say[what] }))
  return c.json({ ok: problems.length === 0, problems }, problems.length ? 503 : 200, { 'cache-control': 'no-store' })
}

export const routes = [get('/healthz', 'anyone', alive), get('/readyz', 'anyone', ready)]
