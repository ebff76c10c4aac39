/** Two groups with a robot. Their addresses are sealed with a key that nobody keeps: they can never be called. */
import { randomBytes } from 'node:crypto'
import { sealWith } from '../../src/core/sealing.ts'
import { addRobot, routeTopics, testRobot } from '../../src/features/robots/actions.ts'
import { tellRobots } from '../../src/features/robots/telling.ts'
import type { Event } from './play.ts'
import { deliverToRobots } from './postman.ts'
import { actsOf, on, type Act, type Scene } from './scene.ts'
import { STORY_SHOP } from './shops.ts'

export function robotEvents(scene: Scene): Event[] {
  return scene.shop.code === STORY_SHOP ? [...actsOf(scene, groups), ...telling(scene)] : []
}

const adds = (ago: number, time: string, wish: { name: string; address: string; secret: string }): Act =>
  on(ago, time, '南星', async (ctx, { shop, keep }) => {
    keep(wish.name, await addRobot(ctx, { seal: sealWith(randomBytes(32)) }, shop.id, wish))
  })

const agents = '客服早晚班'
const packers = '仓库打单'

const groups: readonly Act[] = [
  adds(3, '10:24', {
    name: agents,
    address: 'https://oapi.dingtalk.com/robot/send?access_token=demo0000demo0000demo0000demo0000demo0000demo0000demo0000demo9c41',
    secret: 'SECdemo0000demo0000demo0000demo0000demo0000demo0000demo0000demo0000',
  }), // prettier-ignore
  on(3, '10:25', '南星', (ctx, { id }) => testRobot(ctx, id(agents))),
  adds(2, '14:20', {
    name: packers,
    address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=demo0000-0000-4000-8000-00000000e7d2',
    secret: '',
  }),
  on(2, '14:22', '南星', (ctx, { shop, id }) =>
    routeTopics(
      ctx,
      shop.id,
      new Map(
        [
          [packers, { batch: 'calm', claim: 'soon', handover: null, followup: null, followups: null, meeting: null, report: null, roster: null, task: null, campaign: 'soon' }], // prettier-ignore
        ].map(([name, choices]) => [id(name as string), choices as object]),
      ),
    ),
  ),
]

const rounds: [ago: number, time: string][] = [
  [3, '10:26'],
  [3, '16:01'],
  [2, '16:01'],
  [1, '16:01'],
  [0, '08:57'],
  [0, '13:42'],
]

/** What the groups hear, as the board's clock tells them. */
const telling = ({ ledger, when, id }: Scene): Event[] =>
  rounds.map(([ago, time]) => {
    return {
      at: when(ago, time),
      async happen(at) {
        await tellRobots(ledger.clockAt(at))
        await deliverToRobots(ledger, at, (robot) => (robot === id(agents) ? 'dingtalk' : 'wecom'))
      },
    }
  })
