import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { PartnerAnswer } from './attempts.ts'
import type { Outgoing } from './build.ts'

/** Sends one POST and gives back the answer, redirects included. It fails when there is none, and when it is told to stop. */
export type Transport = (outgoing: Outgoing, signal: AbortSignal) => Promise<PartnerAnswer>

/** Answers requests in the place of the network: `fetch` itself will do, and so will an application's. */
export type Deliver = (request: Request) => Promise<Response>

/** Most of an answer's body that is read, in bytes. */
export const answerLimit = 64 * 1024

/** Over the network, with the headers just as they are given; a certificate must be valid (EVB). */
export const overNetwork: Transport = ({ url, headers, body }, signal) =>
  new Promise((resolve, reject) => {
    const open = url.startsWith('https:') ? requestSecure : requestPlain
    const outgoing = open(url, { method: 'POST', headers: { ...headers }, signal, agent: false }, (incoming) => {
      readUpTo(incoming, answerLimit).then((read) => {
        const names = incoming.rawHeaders.filter((_, index) => index % 2 === 0)
        const values = incoming.rawHeaders.filter((_, index) => index % 2 === 1)
        const pairs = names.map((name, index) => [name, values[index]!] as const)
        resolve({ status: incoming.statusCode!, headers: pairs, body: read })
        incoming.destroy()
      }, reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** Through a function. What only a connection has, the length and its closing, is left out. */
export function through(deliver: Deliver): Transport {
  return async ({ url, headers, body }, signal) => {
    const { Connection: _, 'Content-Length': __, ...rest } = headers
    const request = new Request(url, {
      method: 'POST',
      headers: rest,
      body: Buffer.from(body),
      redirect: 'manual',
      signal,
    })
    const response = await Promise.race([deliver(request), aborted(signal)])
    const read = await readUpTo(response.body ?? [], answerLimit)
    return { status: response.status, headers: [...response.headers], body: read }
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

async function readUpTo(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const read: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    read.push(chunk)
    size += chunk.byteLength
    if (size >= limit) break
  }
  return Buffer.concat(read).subarray(0, limit)
}
