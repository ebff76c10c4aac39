import { expect, test } from 'vitest'
import { meaningOf } from '../../../src/features/outbox/answers.ts'

const meant = (said: string, more = {}) => meaningOf({ channel: 'mail', state: 'pending', said, ...more }, 'zh')

test.each([
  ['535 5.7.8 Error: authentication failed', '邮件服务器不认这个账号或密码，请管理员查 SMTP_URL'],
  ['550 5.1.1 <a@example.com>: Recipient address rejected', '没有这个邮箱，请查地址'],
  ['550 no such user', '没有这个邮箱，请查地址'],
  ['552 5.2.2 over quota', '对方邮箱满了'],
  ['452 4.2.2 mailbox full', '对方邮箱满了'],
  ['554 5.7.1 spam', '邮件服务器不收这封信'],
  ['451 4.3.0 try again later', '邮件服务器说过一会儿再来'],
  ['connect ECONNREFUSED 127.0.0.1:25', '连不上邮件服务器'],
  ['getaddrinfo ENOTFOUND mail.example.com', '连不上邮件服务器'],
  ['Greeting never received', '连不上邮件服务器'],
  ['no answer within 90 s', '连不上邮件服务器'],
  ['self-signed certificate', '和邮件服务器谈不成加密，证书不对'],
  ['Connection closed unexpectedly', '邮件服务器没答完就断了'],
  ['internal error', undefined],
])('%s: %s', (said, meaning) => {
  expect(meant(said)).toBe(meaning)
})

test('what was accepted, and what a robot answers, is not explained', () => {
  expect(meant('250 ok', { state: 'sent' })).toBeUndefined()
  expect(meant('550 no such user', { channel: 'robot' })).toBeUndefined()
})
