/** Shop B full of things with a mark on them, which nobody of shop A may ever see or change. */
import { eq, ne, or, and, isNull } from 'drizzle-orm'
import { newId } from '../db/kit.ts'
import {
  activity,
  batches,
  buyerDetails,
  campaigns,
  claims,
  contacts,
  differences,
  entries,
  evidence,
  followups,
  giftProposals,
  giftRules,
  gifts,
  handoverItems,
  handoverLines,
  handovers,
  holds,
  importRejects,
  imports,
  leftBehind,
  messages,
  meetings,
  notices,
  orders,
  outbox,
  payouts,
  people,
  personShops,
  prints,
  prizes,
  refunds,
  remarks,
  reportRoutes,
  reports,
  reportVersions,
  robots,
  robotTopics,
  roster,
  shiftCodes,
  shipments,
  shopDays,
  shops,
  notebook,
  swaps,
  tasks,
  walls,
  wins,
} from '../db/schema.ts'
import { addOrder, at, TODAY, type TestWorld } from './world.ts'

/** Stands in every text of shop B, and nowhere else. */
export const MARK = '乙密'
/** An order number of shop B that nobody asks for. */
export const OTHER_TID = '7777000011112222444'

export type Foreign = Awaited<ReturnType<typeof furnish>>

/** One of everything in shop B; returns their ids. */
export async function furnish(w: TestWorld) {
  const shopId = w.shopB.id
  const personId = w.actors['外店']!.id!
  const marked = { buyer: `${MARK}买家`, summary: `${MARK}杯子`, search: MARK }
  const order = await addOrder(w, w.shopB, { ...marked, tid: '7777000011112222333' })
  const packed = await addOrder(w, w.shopB, { ...marked, tid: OTHER_TID })
  const holdId = newId()
  const swapId = newId()
  const shiftCode = 'own1'
  const followupId = newId()
  const entryId = newId()
  const campaignId = newId()
  const claimId = newId()
  const evidenceId = newId()
  const giftId = newId()
  const giftRuleId = newId()
  const giftProposalId = newId()
  const prizeId = newId()
  const differenceId = newId()
  const importId = newId()
  const batchId = newId()
  const shipmentId = newId()
  const handoverId = newId()
  const handoverItemId = newId()
  const messageId = newId()
  const noticeId = newId()
  const letterId = newId()
  const robotId = newId()
  const wallId = newId()
  const reportId = newId()
  const taskId = newId()
  const passId = newId()
  const refundId = newId()
  const payoutId = newId()
  const noteId = newId()
  const own = { shopId, orderId: order.id }
  await w.store.write(async (tx) => {
    await tx
      .update(shops)
      .set({ name: `${MARK}木作` })
      .where(eq(shops.id, shopId))
    await tx
      .update(people)
      .set({ handle: `${MARK}店员` })
      .where(eq(people.id, personId))
    await tx.insert(holds).values({
      ...own,
      id: holdId,
      reason: 'information',
      note: `${MARK}问尺码`,
      dueOn: TODAY,
      state: 'open',
      ownerId: personId,
      ownerShift: 'day',
      openedAt: at('12:00'),
      postponed: 0,
    })
    const clear = { buyer: MARK, receiver: MARK, phone: MARK, address: MARK, importedAt: 1 }
    await tx.insert(buyerDetails).values({ ...own, ...clear })
    const gift = { quantity: 1, promisedBy: personId, promisedAt: at('12:00') }
    await tx.insert(gifts).values({ ...own, ...gift, id: giftId, what: `${MARK}杯垫` })
    const rule = {
      name: `${MARK}送礼`,
      item: MARK,
      leastQuantity: 1,
      leastAmount: 0,
      gift: `${MARK}杯垫`,
      giftQuantity: 1,
    }
    await tx.insert(giftRules).values({ ...rule, id: giftRuleId, shopId, on: true, createdAt: 1, changedAt: 1 })
    const proposal = { ruleId: giftRuleId, gift: `${MARK}杯垫`, quantity: 1, why: MARK, at: at('12:00') }
    await tx.insert(giftProposals).values({ ...own, ...proposal, id: giftProposalId, state: 'open' })
    const remark = { kind: 'note' as const, author: MARK, at: at('12:00'), forPacking: true }
    await tx.insert(remarks).values({ ...own, ...remark, text: `${MARK}备注` })
    const difference = { field: 'flag' as const, board: 'red', file: 'purple', state: 'open' as const, seenAt: 1 }
    await tx.insert(differences).values({ ...own, ...difference, id: differenceId })
    await tx.insert(imports).values({
      id: importId,
      shopId,
      fileName: `${MARK}.csv`,
      bytes: 10,
      by: MARK,
      at: at('12:00'),
      state: 'ready',
      done: 1,
      total: 1,
      counts: null,
      movedAt: at('12:00'),
    })
    const reject = { line: 2, reason: 'tid_damaged', detail: MARK, cells: [MARK] }
    await tx.insert(importRejects).values({ importId, ...reject })
    const frozen = { day: TODAY, cutoffAt: at('14:00'), frozenAt: at('14:00'), lateBySeconds: 0, version: 1 }
    await tx.insert(batches).values({ ...frozen, id: batchId, shopId })
    const parcel = { stage: 'waiting' as const, urgent: false, addedInVersion: 1 }
    await tx.insert(shipments).values({ ...parcel, id: shipmentId, shopId, batchId, orderId: packed.id })
    await tx.insert(leftBehind).values({ batchId, orderId: order.id, shopId, why: [{ code: 'unpaid' }] })
    const print = { version: 1, nth: 1, at: 1, by: MARK }
    await tx.insert(prints).values({ ...print, shopId, batchId, sheet: 'picking' })
    const handed = { shopId, id: handoverId, day: TODAY, side: 'day' as const, state: 'given' as const }
    await tx.insert(handovers).values({ ...handed, startedAt: at('12:00'), givenAt: at('12:00'), givenBy: personId })
    const both = { zh: MARK, en: MARK }
    await tx.insert(handoverItems).values({
      id: handoverItemId,
      shopId,
      urgency: 'urgent',
      summary: both,
      search: MARK,
      writer: MARK,
      bornAt: at('12:00'),
      bornDay: TODAY,
      bornSide: 'day',
      state: 'open',
    })
    await tx.insert(handoverLines).values({ handoverId, itemId: handoverItemId, place: 0 })
    const hours = { from: '11:00', to: '20:00', side: 'day' as const }
    await tx.insert(shiftCodes).values({ ...hours, shopId, code: shiftCode, name: `${MARK}班` })
    const working = { personId, day: TODAY, code: shiftCode, published: shiftCode, note: MARK, changedAt: 1 }
    await tx.insert(roster).values({ ...working, shopId })
    const exchange = {
      kind: 'shift' as const,
      askedBy: personId,
      askedOf: personId,
      day: TODAY,
      code: shiftCode,
      askedAt: 1,
    }
    await tx.insert(swaps).values({ ...exchange, id: swapId, shopId, why: MARK, state: 'asked' })
    await tx.insert(shopDays).values({ shopId, day: '2026-12-12', works: null, cutoff: '20:00', why: MARK })
    const told = { zh: `${MARK}消息`, en: `${MARK} message` }
    const message = { tone: 'late' as const, text: told, href: '/holds', at: 1, deliveredAt: 1 }
    await tx.insert(messages).values({ ...message, id: messageId, personId, shopId, key: 'hold.alerted:foreign' })
    const notice = {
      title: `${MARK}公告`,
      body: MARK,
      author: MARK,
      authorId: personId,
      at: 1,
      expiresOn: '2026-12-31',
    }
    await tx.insert(notices).values({ ...notice, id: noticeId, shopId })
    const mail = { subject: `${MARK}日报`, from: MARK, to: [], cc: [], html: MARK, text: MARK, attachments: [] }
    await tx.insert(outbox).values({
      id: letterId,
      shopId,
      channel: 'mail',
      about: 'report:foreign:v1',
      address: `boss@${MARK}.example`,
      role: 'to',
      messageId: '<report.foreign.v1@zaowan.invalid>',
      subject: mail.subject,
      content: mail,
      state: 'failed',
      tries: 1,
      nextAt: 1,
      said: `550 ${MARK}`,
      at: 1,
      changedAt: 1,
    })
    const robot = {
      kind: 'dingtalk' as const,
      name: `${MARK}群`,
      sealedUrl: MARK,
      on: true,
      createdAt: 1,
      changedAt: 1,
    }
    await tx.insert(robots).values({ ...robot, id: robotId, shopId })
    await tx.insert(robotTopics).values({ shopId, robotId, topic: 'hold', least: 'late' })
    await tx.insert(walls).values({ id: wallId, shopId, name: `${MARK}墙`, tokenHash: MARK, createdAt: 1 })
    const figures = { enquiries: 1, orders: 1, sales: 1 }
    const written = { figures, sections: {}, none: [], own: `${MARK}日报` }
    const report = { shopId, personId, day: TODAY, side: 'day' as const, state: 'filed' as const, version: 1 }
    await tx.insert(reports).values({ ...report, id: reportId, draft: written, draftAt: 1, filedAt: 1, changedAt: 1 })
    const content = { shop: MARK, person: MARK, day: TODAY, side: 'day' as const, figures, sections: [], own: MARK }
    await tx
      .insert(reportVersions)
      .values({ shopId, reportId, id: newId(), version: 1, content, filedAt: 1, why: MARK })
    await tx.insert(reportRoutes).values({ shopId, to: [personId], cc: [], changedAt: 1 })
    const due = { ownerId: personId, ownerSide: 'day' as const, dueAt: at('12:00'), state: 'open' as const }
    await tx.insert(tasks).values({ ...due, id: taskId, shopId, kind: 'action', text: `${MARK}待办`, createdAt: 1 })
    const met = { day: TODAY, kind: 'morning' as const, state: 'open' as const, openedAt: at('09:00') }
    await tx.insert(meetings).values({ ...met, id: newId(), shopId, notes: `${MARK}记录` })
    const swap = { kind: 'task' as const, taskId, askedBy: personId, askedOf: personId, askedAt: 1 }
    await tx.insert(swaps).values({ ...swap, id: passId, shopId, why: MARK, state: 'asked' })
    const note = { authorId: personId, author: MARK, text: `${MARK}备忘`, at: at('12:00'), agendaDay: TODAY }
    await tx.insert(notebook).values({ ...note, id: noteId, shopId })
    await tx.insert(followups).values({
      ...own,
      id: followupId,
      kind: 'unpaid',
      buyer: `${MARK}买家`,
      reason: '',
      said: MARK,
      ownerId: personId,
      ownerSide: 'day',
      openedAt: at('12:00'),
      nextAt: at('14:00'),
      state: 'open',
    })
    await tx.insert(contacts).values({ shopId, followupId, at: at('12:00'), byId: personId, by: MARK, said: MARK })
    await tx.insert(entries).values({
      ...own,
      id: entryId,
      kind: 'quality',
      buyer: `${MARK}买家`,
      promised: `${MARK}补发`,
      promisedBy: MARK,
      state: 'open',
      since: at('12:00'),
      ownerId: personId,
      ownerSide: 'day',
      dueAt: at('14:00'),
      createdAt: at('12:00'),
      createdBy: personId,
      changedAt: at('12:00'),
    })
    await tx.insert(campaigns).values({
      id: campaignId,
      shopId,
      name: `${MARK}大促`,
      rules: MARK,
      coupons: MARK,
      answers: MARK,
      startsAt: at('10:00'),
      endsAt: at('22:00'),
      bigDay: true,
      createdAt: 1,
      changedAt: 1,
    })
    await tx.insert(refunds).values({
      ...own,
      id: refundId,
      why: `${MARK}重拍`,
      state: 'open',
      handlerId: personId,
      handlerSide: 'day',
      dueAt: at('14:00'),
      agreedAt: at('12:00'),
      agreedBy: personId,
      changedAt: at('12:00'),
    })
    const planned = { kind: 'physical' as const, name: `${MARK}奖品`, planned: 9, createdAt: 1, changedAt: 1 }
    await tx.insert(prizes).values({ ...planned, id: prizeId, shopId, campaignId })
    const won = { serialKey: MARK, serial: MARK, prize: MARK, buyer: MARK, wonAt: 1, importedAt: 1 }
    await tx.insert(wins).values({ ...won, shopId })
    await tx.insert(payouts).values({
      ...own,
      id: payoutId,
      buyer: `${MARK}买家`,
      what: `${MARK}返现`,
      amount: 500,
      state: 'prepared',
      preparedAt: at('12:00'),
      preparedBy: personId,
    })
    await tx.insert(claims).values({
      ...own,
      id: claimId,
      kind: 'physical',
      buyer: `${MARK}买家`,
      what: `${MARK}奖品`,
      quantity: 1,
      serial: `${MARK}001`,
      serialKey: `${MARK}001`,
      note: MARK,
      state: 'to_check',
      since: at('12:00'),
      claimedAt: at('12:00'),
      claimedBy: personId,
      claimedByHandle: MARK,
      day: TODAY,
      side: 'day',
    })
    const picture = { type: 'image/png' as const, content: Buffer.from(MARK), at: at('12:00') }
    await tx.insert(evidence).values({ ...picture, id: evidenceId, shopId, claimId })
    await tx.insert(activity).values({
      at: 1,
      shopId,
      actor: MARK,
      kind: 'order.flagged',
      subject: `order:${order.id}`,
      before: { flag: 'red', meaning: 'ship', urgent: false },
      after: { flag: 'grey', meaning: 'ship', urgent: false },
      why: MARK,
      deed: 'foreign',
    })
  })
  return {
    shopId,
    personId,
    orderId: order.id,
    tid: order.tid,
    holdId,
    swapId,
    shiftCode,
    followupId,
    entryId,
    campaignId,
    giftId,
    giftRuleId,
    giftProposalId,
    prizeId,
    differenceId,
    importId,
    batchId,
    shipmentId,
    handoverId,
    handoverItemId,
    messageId,
    noticeId,
    letterId,
    robotId,
    wallId,
    reportId,
    taskId,
    passId,
    refundId,
    payoutId,
    noteId,
    claimId,
    evidenceId,
  }
}

/** All that shop B has, as text: the same before and after, or somebody got in. Loading holidays concerns all shops. */
export async function everythingOf({ read }: TestWorld['store'], { shopId, personId }: Foreign): Promise<string> {
  const tables = [
    orders,
    buyerDetails,
    holds,
    gifts,
    giftRules,
    giftProposals,
    remarks,
    roster,
    shiftCodes,
    differences,
    imports,
    batches,
    shipments,
    leftBehind,
    prints,
    handovers,
    handoverItems,
    shopDays,
    messages,
    notices,
    outbox,
    robots,
    walls,
    robotTopics,
    tasks,
    meetings,
    swaps,
    notebook,
    followups,
    entries,
    contacts,
    campaigns,
    claims,
    evidence,
    prizes,
    wins,
    payouts,
    refunds,
  ]
  const rows: unknown[] = []
  for (const table of tables) rows.push(await read.select().from(table).where(eq(table.shopId, shopId)))
  rows.push(await read.select().from(shops).where(eq(shops.id, shopId)))
  rows.push(await read.select().from(people).where(eq(people.id, personId)))
  rows.push(await read.select().from(personShops).where(eq(personShops.shopId, shopId)))
  const theirs = and(eq(activity.shopId, shopId), or(ne(activity.kind, 'calendar.loaded'), isNull(activity.kind)))
  rows.push(await read.select().from(activity).where(theirs))
  return JSON.stringify(rows)
}
