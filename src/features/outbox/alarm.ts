/** Who is told when letters do not leave. */
import { both } from '../../core/i18n.ts'
import type { Alarm } from '../../core/outbox.ts'
import type { Tx } from '../../core/store.ts'
import { dayOf } from '../../core/time.ts'
import { may } from '../../access.ts'
import { announce } from '../inbox/index.ts'
import { staffOf, type Staff } from '../people/index.ts'
import { findShop } from '../shops/index.ts'
import { answerOf } from './answers.ts'
import { words } from './messages.ts'
import type { Told } from './store.ts'

/** Those who can do something about it. */
export const tellable = (staff: readonly Staff[]) => staff.filter((person) => may(person, 'outbox.work'))

type Failed = Pick<Told, 'id' | 'shopId' | 'channel' | 'address' | 'subject' | 'state' | 'said'>

/** Each failure is told once, also the second one of the same letter. */
export const failedKey = ({ id, changedAt }: { id: string; changedAt: number }) => `letter.failed:${id}:${changedAt}`

/** Also of what came back after its server had taken it. */
export const tellManagers = async (tx: Tx, now: number, letter: Failed, what: Parameters<Alarm>[3]): Promise<void> => {
  const shop = (await findShop(tx, letter.shopId))!
  const isRobot = letter.channel === 'robot'
  // a robot with wrong settings refuses every message: that is told once a day
  const dailyKey = `outbox.${isRobot ? `robot:${letter.address}` : `stuck:${shop.id}`}:${dayOf(now, shop.timeZone)}`
  await announce(tx, now, {
    shopId: shop.id,
    to: tellable(await staffOf(tx, shop.id)).map(({ id }) => id),
    key: what === 'failed' && !isRobot ? failedKey({ id: letter.id, changedAt: now }) : dailyKey,
    tone: 'late',
    text: both((lang) => {
      const { told } = words(lang)
      const said = answerOf(letter)[lang]
      return isRobot ? told.robot[what](letter.subject, said) : told[what](letter.subject, letter.address, said)
    }),
    href: isRobot ? `/robot/${letter.address}` : what === 'failed' ? `/letter/${letter.id}` : '/outbox',
  })
}
