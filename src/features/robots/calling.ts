/** One HTTPS call to a robot: no redirect is followed, no proxy asked, no private address reached, no long answer read. */
import { lookup, type LookupAddress } from 'node:dns'
import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIPv6, type LookupFunction } from 'node:net'
import { codeOf } from '../../core/crossed.ts'
import type { Call } from './signing.ts'

/** Bytes of an answer; a robot's has a hundred. */
const MOST_BYTES = 16 * 1024

/** What was answered. Throws with a bare reason, never with the address: it is a secret. */
export async function call({ url, body }: Call, signal: AbortSignal): Promise<{ status: number; text: string }> {
  try {
    return await posted(new URL(url), body, signal)
  } catch (error) {
    throw new Error(signal.aborted ? 'timeout' : (codeOf(error) ?? 'broken connection'), { cause: error })
  }
}

function posted(url: URL, body: string, signal: AbortSignal): Promise<{ status: number; text: string }> {
  const open = url.protocol === 'https:' ? overHttps : overHttp
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }
  return new Promise((done, fail) => {
    const asked = open(url, { method: 'POST', headers, signal, agent: false, lookup: publicOnly }, (answer) => {
      read(answer).then((text) => done({ status: answer.statusCode ?? 0, text }), fail)
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

async function read(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part)
    size += part.length
    if (size > MOST_BYTES) break // leaving the loop ends the connection
  }
  return Buffer.concat(parts).toString('utf8')
}

// --- only into the street -----------------------------------------------------------------------------

const house = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3],
] as const) house.addSubnet(net, bits) // prettier-ignore
for (const [net, bits] of [['::', 96], ['64:ff9b::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const)
  house.addSubnet(net, bits, 'ipv6') // prettier-ignore

/** Of this machine or of its own network. */
export const isPrivate = (address: string): boolean => house.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** A name that leads into the house, whoever made it do so, is not called. */
const publicOnly: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 0)
    const inside = found.length === 0 || found.some(({ address }) => isPrivate(address))
    if (inside) return done(Object.assign(new Error('private'), { code: 'PRIVATE_ADDRESS' }), '', 0)
    if (options.all) return done(null, found)
    return done(null, found[0]!.address, found[0]!.family)
  })
}
