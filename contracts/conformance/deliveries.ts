import { gunzipSync } from 'node:zlib'
import type { Json } from './site.ts'

/** An event as a partner got it: the names of its headers in lower case, its body unpacked. */
export type Delivery = {
  /** Undefined where the record does not say it. */
  method: string | undefined
  url: string
  headers: Readonly<Record<string, string>>
  /** What was sent. */
  bytes: Uint8Array
  /** The same, unpacked where it was compressed. */
  json: Uint8Array
  /** What it says, or undefined where it is no JSON. */
  body: Json
}

/** The record holds nothing that can be read as events. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
}

/**
 * Reads recorded events: HAR, as proxies write it; what `/_sim/events/{id}` of a simulator answers; or requests as
 * `{url, headers, body}`. One of them, an array, or one on each line.
 *
 * @throws DeliveryError for everything else.
 */
export function readDeliveries(text: string): Delivery[] {
  const requests = [readJson(text)]
    .flat()
    .flatMap(requestsIn)
    .filter((one) => one !== null)
  if (requests.length === 0) throw new DeliveryError('holds no recorded request')
  return requests.map(toDelivery)
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    if (lines.length < 2) throw new DeliveryError('is not JSON')
    return lines.flatMap(readJson)
  }
}

/** HAR keeps requests under `log.entries`, a simulator under `attempts`, of which the last one counts. */
function requestsIn(one: Json): Json[] {
  if (Array.isArray(one?.log?.entries)) return one.log.entries.map(({ request }: Json) => request)
  if (Array.isArray(one?.attempts)) return one.attempts.slice(-1).map(({ request }: Json) => request)
  return [one?.request ?? one]
}

function toDelivery(request: Json): Delivery {
  const { url, method, headers, body, postData } = request ?? {}
  if (typeof url !== 'string' || typeof headers !== 'object' || headers === null) {
    throw new DeliveryError('holds what is no recorded request: one has url, headers and body')
  }
  const pairs: [string, string][] = Array.isArray(headers)
    ? headers.map((one: Json) => (Array.isArray(one) ? [one[0], one[1]] : [one?.name, one?.value]))
    : Object.entries(headers as Record<string, string>)
  const named = Object.fromEntries(pairs.map(([name, value]) => [String(name).toLowerCase(), String(value)]))
  const bytes = bytesOf(body ?? postData ?? '')
  const json = unpack(bytes)
  return { method, url, headers: named, bytes, json, body: parse(json) }
}

function bytesOf(body: Json): Uint8Array {
  if (typeof body === 'string') return Buffer.from(body)
  if (typeof body.base64 === 'string') return Buffer.from(body.base64, 'base64')
  if (typeof body.text === 'string') return Buffer.from(body.text, body.encoding === 'base64' ? 'base64' : 'utf8')
  return Buffer.from(JSON.stringify(body))
}

/** Some recorders unpack what they keep, and keep the header that says it is packed. */
function unpack(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
}

function parse(bytes: Uint8Array): Json {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
