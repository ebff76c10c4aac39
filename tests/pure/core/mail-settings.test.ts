import { expect, test } from 'vitest'
import { asLine, isAddress, readMailSettings } from '../../../src/core/mail-settings.ts'

const read = (SMTP_URL: string, MAIL_FROM = '') => readMailSettings({ SMTP_URL, MAIL_FROM })!

test('without SMTP_URL mail is not set up', () => {
  expect(readMailSettings({})).toBeUndefined()
  expect(readMailSettings({ SMTP_URL: ' ', MAIL_FROM: 'board@example.com' })).toBeUndefined()
})

test('server, port and TLS come from the address; a password across the network wants TLS', () => {
  expect(read('smtp://mail.example.com')).toMatchObject({
    host: 'mail.example.com',
    port: 587,
    secure: false,
    requireTLS: false,
    auth: undefined,
  })
  expect(read('smtps://mail.example.com')).toMatchObject({ port: 465, secure: true })
  expect(read('smtp://mail.example.com:465')).toMatchObject({ port: 465, secure: true })
  expect(read('smtp://board:word@mail.example.com:25')).toMatchObject({ port: 25, requireTLS: true })
  expect(read('smtp://board:word@localhost:1025')).toMatchObject({ requireTLS: false })
  expect(read('smtp://[::1]:1025')).toMatchObject({ host: '::1' })
})

test('user and password may hold any character', () => {
  expect(read('smtp://board%40example.com:p%40ss%3A%25@mail.example.com').auth).toEqual({
    user: 'board@example.com',
    pass: 'p@ss:%',
  })
})

test('the sender is MAIL_FROM, else the user, else zaowan at the server', () => {
  const from = (url: string, text = '') => read(url, text).from
  expect(from('smtp://mail.example.com', '早晚 <board@example.com>')).toEqual({
    name: '早晚',
    address: 'board@example.com',
  })
  expect(from('smtp://mail.example.com', '"澄野 家居" <board@example.com>').name).toBe('澄野 家居')
  expect(from('smtp://mail.example.com', 'board@example.com')).toEqual({ name: '', address: 'board@example.com' })
  expect(from('smtp://a%40example.com:b@mail.example.com').address).toBe('a@example.com')
  expect(from('smtp://a:b@mail.example.com').address).toBe('zaowan@mail.example.com')
  expect(from('smtp://127.0.0.1:25').address).toBe('zaowan@localhost')
})

test('pooling can be set; certificates cannot be switched off', () => {
  expect(read('smtp://mail.example.com')).toMatchObject({ maxConnections: 4, maxMessages: 100 })
  expect(read('smtp://mail.example.com?pool=true&maxConnections=2&maxMessages=10')).toMatchObject({
    maxConnections: 2,
    maxMessages: 10,
  })
  expect(read('smtp://mail.example.com?pool=false').maxMessages).toBe(1)
  for (const option of ['tls.rejectUnauthorized=false', 'rejectUnauthorized=false', 'logger=true', 'secure=false'])
    expect(() => read(`smtp://mail.example.com?${option}`)).toThrow('unknown option')
  expect(() => read('smtp://mail.example.com?ignoreTLS=true')).toThrow('only for a server on this machine')
  expect(read('smtp://localhost:25?ignoreTLS=true').ignoreTLS).toBe(true)
})

test.each([
  'mail.example.com',
  'http://u:s3cret@mail.example.com',
  'smtp://',
  'smtp://u:s3cret@mail.example.com:99999',
])('what is no mail server is refused by the setting’s name, without what it holds: %s', (url) => {
  expect(() => read(url)).toThrow(/^Setting SMTP_URL: write it as/)
  expect(() => read(url)).not.toThrow('s3cret')
})

test('a broken password and a broken sender are refused without being repeated', () => {
  expect(() => read('smtp://u:s3cret%zz@mail.example.com')).toThrow(/^Setting SMTP_URL: a % in/)
  expect(() => read('smtp://mail.example.com', 'nobody')).toThrow(/^Setting MAIL_FROM/)
})

test.each([
  ['xiaoman@example.com', true],
  ['a.b+c_d@mail.example.com', true],
  ['root@localhost', true],
  ['lead@例子.cn', true],
  ['a@b\r\nBcc: c@example.com', false],
  ['a@example.com\n', false],
  ['a@example.com,b@example.com', false],
  ['a <a@example.com>', false],
  ['"a b"@example.com', false],
  ['a@b@example.com', false],
  ['a@-example.com', false],
  ['a@example.com ', false],
  ['@example.com', false],
  ['a@', false],
  [`${'a'.repeat(250)}@example.com`, false],
  ['a\u2028b@example.com', false],
])('REPORT-3 an address that a header can carry: %j %s', (text, is) => {
  expect(isAddress(text)).toBe(is)
})

test('a header is one line', () => {
  expect(asLine(' 日报\r\nBcc: x@example.com\u2028\0 完 ')).toBe('日报 Bcc: x@example.com  完')
})
