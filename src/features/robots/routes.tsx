/** Robots of the shop that one looks at, and one of them. */
import { z } from 'zod'
import { activityOf } from '../../core/activity.ts'
import { readForm } from '../../core/forms.ts'
import { onTo, type Ask } from '../../core/web.ts'
import { get, post } from '../../feature.ts'
import { page } from '../../shell.tsx'
import { Saved, savedHref } from '../../ui/parts.tsx'
import { lettersTo } from '../outbox/index.ts'
import { shopHere } from '../shops/index.ts'
import {
  addRobot,
  readdressRobot,
  removeRobot,
  renameRobot,
  routeTopics,
  subjectOf,
  switchRobot,
  testRobot,
  type Choices,
} from './actions.ts'
import { choices, RobotsView, type Standing } from './list-view.tsx'
import { words } from './messages.ts'
import { RobotView } from './one-view.tsx'
import { pageWords } from './page-words.ts'
import { shownOf } from './secrets.ts'
import { findRobot, robotsOf, wantedBy, type Robot } from './store.ts'
import { topics, type Topic } from './topics.ts'

/** Letters of a robot that its page lists. */
const RECENT = 10

const id = (c: Ask) => c.req.param('id')!
const saved = (c: Ask) => (
  <Saved at={c.req.query('saved')} now={c.var.ctx.now}>
    {pageWords(c.var.ctx.lang).saved}
  </Saved>
)

async function list(c: Ask) {
  const { ctx, world } = c.var
  const shop = shopHere(c)
  const props = {
    lang: ctx.lang,
    now: ctx.now,
    shop,
    list: await standingOf(c, await robotsOf(ctx.read, shop.id)),
    isDemo: world.demo,
    hasLinks: world.publicUrl !== undefined,
  }
  return page(
    c,
    { title: words(ctx.lang).robots, active: '/robots' },
    <main id="main" class="page stack">
      <RobotsView {...props} />
      {saved(c)}
    </main>,
  )
}

async function standingOf(c: Ask, robots: readonly Robot[]): Promise<Standing[]> {
  const { read } = c.var.ctx
  const { seal, robotOrigins } = c.var.world
  const ids = robots.map((robot) => robot.id)
  const wanted = await wantedBy(read, ids)
  return Promise.all(
    robots.map(async (robot) => ({
      robot,
      shown: shownOf(seal, robot, robotOrigins),
      wanted: wanted.get(robot.id)!,
      last: (await lettersTo(read, robot.shopId, robot.id, 1))[0],
    })),
  )
}

async function show(c: Ask) {
  const { ctx, world } = c.var
  const robot = await findRobot(ctx.read, ctx.who, id(c))
  const props = {
    lang: ctx.lang,
    now: ctx.now,
    shop: shopHere(c, robot.shopId),
    robot,
    isDemo: world.demo,
    shown: shownOf(world.seal, robot, world.robotOrigins),
    letters: await lettersTo(ctx.read, robot.shopId, robot.id, RECENT),
    history: await activityOf(ctx.read, subjectOf(robot)),
  }
  return page(
    c,
    { title: robot.name, active: '/robots' },
    <main id="main" class="page stack">
      <RobotView {...props} />
      {saved(c)}
    </main>,
  )
}

const secrets = { address: z.string().max(2000).default(''), secret: z.string().max(2000).default('') }
const toOne = (c: Ask) => onTo(c, savedHref(`/robot/${id(c)}`, c.var.ctx.now))

async function add(c: Ask) {
  const form = await readForm(c, z.object({ name: z.string(), ...secrets }))
  const added = await addRobot(c.var.ctx, c.var.world, shopHere(c).id, form)
  return onTo(c, `/robot/${added}`, { leave: true })
}

async function rename(c: Ask) {
  await renameRobot(c.var.ctx, id(c), (await readForm(c, z.object({ name: z.string() }))).name)
  return toOne(c)
}

async function readdress(c: Ask) {
  await readdressRobot(c.var.ctx, c.var.world, id(c), await readForm(c, z.object(secrets)))
  return toOne(c)
}

const turn = (on: boolean) => async (c: Ask) => {
  await switchRobot(c.var.ctx, id(c), on)
  return toOne(c)
}

async function remove(c: Ask) {
  await removeRobot(c.var.ctx, id(c))
  return onTo(c, savedHref('/robots', c.var.ctx.now), { leave: true })
}

/** Leaves at once; its answer comes to the page while somebody looks. */
async function test(c: Ask) {
  await testRobot(c.var.ctx, id(c))
  void c.var.world.sweepNow?.()
  return onTo(c, `/robot/${id(c)}`)
}

async function route(c: Ask) {
  const form = await readForm(c, z.record(z.string(), z.unknown()))
  await routeTopics(c.var.ctx, shopHere(c).id, wishIn(form))
  return onTo(c, savedHref('/robots', c.var.ctx.now))
}

/** Fields are named "<topic>.<robot id>"; whatever else is sent counts for nothing. */
function wishIn(form: Record<string, unknown>): Map<string, Partial<Choices>> {
  const wish = new Map<string, Partial<Choices>>()
  for (const [field, value] of Object.entries(form)) {
    const [topic, robot = ''] = field.split('.')
    const choice = choices.find((one) => one === value)
    if (!choice || !(topics as readonly string[]).includes(topic!)) continue
    wish.set(robot, { ...wish.get(robot), [topic as Topic]: choice === 'none' ? null : choice })
  }
  return wish
}

export const routes = [
  get('/robots', 'robots.manage', list),
  post('/robots', 'robots.manage', add),
  post('/robots/topics', 'robots.manage', route),
  get('/robot/:id', 'robots.manage', show),
  post('/robot/:id/name', 'robots.manage', rename),
  post('/robot/:id/address', 'robots.manage', readdress),
  post('/robot/:id/on', 'robots.manage', turn(true)),
  post('/robot/:id/off', 'robots.manage', turn(false)),
  post('/robot/:id/test', 'robots.manage', test),
  post('/robot/:id/remove', 'robots.manage', remove),
]
