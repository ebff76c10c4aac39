/** Letters for tests, and what became of them. */
import { asc } from 'drizzle-orm'
import { outbox } from '../../db/schema.ts'
import { openMail } from '../../src/core/mail.ts'
import { readMailSettings } from '../../src/core/mail-settings.ts'
import { deliverOutbox, enqueue, type Alarm, type Posted } from '../../src/core/outbox.ts'
import type { Letter } from '../../src/core/outbox-rules.ts'
import type { TestWorld } from '../world.ts'

export const letterOf = (shopId: string, address: string, more: Partial<Letter> = {}): Letter => ({
  shopId,
  channel: 'mail',
  about: 'report:0198:v1',
  address,
  role: 'to',
  content: {
    subject: '日报 11-20 白班 小满',
    from: '澄野家居',
    to: [address],
    cc: ['manager@example.com'],
    html: '<p>咨询 <b>42</b></p>',
    text: '咨询 42',
    attachments: [],
  },
  ...more,
})

/** Writes them as the change of a report would, at the world's time. */
export const writeLetters = (w: TestWorld, letters: readonly Letter[]) =>
  w.store.write((tx) => enqueue(tx, w.clock.now, letters))

export const lettersIn = (w: Pick<TestWorld, 'store'>): Promise<Posted[]> =>
  w.store.read.select().from(outbox).orderBy(asc(outbox.at), asc(outbox.id))
export const emptyOutbox = (w: TestWorld) => w.store.write((tx) => tx.delete(outbox))

export type Sending = { url: string; bound?: number; times?: Parameters<typeof openMail>[1]; alarm?: Alarm }

/** One sweep at the world's time, with the shortest pauses. */
export async function sendFrom(w: TestWorld, { url, times, ...options }: Sending) {
  const mail = openMail(readMailSettings({ SMTP_URL: url, MAIL_FROM: 'board@example.com' })!, times)
  try {
    await deliverOutbox(w.clockContext(), { mail: mail.send }, { dice: () => 0, ...options })
  } finally {
    mail.close()
  }
}
