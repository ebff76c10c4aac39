/** Where a task leads: the order that it is about, the meeting that decided it. */
import { eq } from 'drizzle-orm'
import { meetings, orders } from '../../../db/schema.ts'
import type { Lang } from '../../core/i18n.ts'
import type { Reader } from '../../core/store.ts'
import { dayWord } from '../../core/time.ts'
import { words } from './messages.ts'
import type { Task } from './store.ts'

export async function linksOf(db: Reader, { orderId, meetingId, href }: Task, lang: Lang) {
  const links: { href: string; words: string }[] = []
  if (orderId) {
    const [order] = await db.select({ tid: orders.tid }).from(orders).where(eq(orders.id, orderId))
    if (order) links.push({ href: `/orders/${orderId}`, words: order.tid })
  }
  if (href) links.push({ href, words: words(lang).aboutThis })
  if (meetingId) {
    const [meeting] = await db.select().from(meetings).where(eq(meetings.id, meetingId))
    if (meeting) {
      const word = `${dayWord(meeting.day, lang)} ${words(lang).meetings[meeting.kind]}`
      links.push({ href: `/meeting/${meeting.day}/${meeting.kind}`, words: word })
    }
  }
  return links
}
