import type { LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { createCheckedLookup } from '../outgoing/guard.ts'
import { checkTarget, webhookCaller } from './guard.ts'

/** What became of one try: the status that was answered, and why it was none or not the right one. */
export type SendOutcome = { status: number | null; error: string | null }

/** Sends a webhook once. Never throws. */
export type SendWebhook = (url: string, headers: Record<string, string>, body: string) => Promise<SendOutcome>

/** How webhooks are sent. */
export type SendWebhookOptions = {
  /** Lets targets on this machine through, over plain http too. */
  allowLoopback?: boolean
  /** Finds the addresses of a name. */
  resolve?: (host: string) => Promise<readonly LookupAddress[]>
  /** How long a try may take until its status is known, in milliseconds. */
  timeout?: number
}

/** As much of an answer is read, in bytes: to say why it was refused. */
const readLimit = 16_384

/**
 * Makes what sends webhooks to addresses that others have chosen. The name is looked up once, every address it has is
 * checked, and the connection goes to one of those, so that a name cannot change in between. A redirect is not followed.
 */
export function createSendWebhook(options: SendWebhookOptions = {}): SendWebhook {
  const { allowLoopback = false, resolve, timeout = 10_000 } = options
  const checkedLookup = createCheckedLookup(webhookCaller(allowLoopback), resolve)
  return async (target, headers, body) => {
    try {
      const url = checkTarget(target, allowLoopback)
      return await post(url, headers, body, checkedLookup, timeout)
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.message : String(error) }
    }
  }
}

function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  lookup: LookupFunction,
  timeout: number,
): Promise<SendOutcome> {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    // A connection of its own each time: one that was checked for another name is not used again.
    const options = { method: 'POST', agent: false, lookup, headers: { ...headers, connection: 'close' } } as const
    const sending = request(url, options, (answer) => {
      const status = answer.statusCode!
      let text = ''
      const done = (): void => {
        clearTimeout(late)
        answer.destroy()
        resolve({ status, error: errorOf(status, text) })
      }
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
        if (text.length >= readLimit) done()
      })
      answer.on('end', done)
      // The status is what counts; a body that breaks off or never ends takes nothing from it.
      answer.on('error', done)
      clearTimeout(late)
      late = setTimeout(done, timeout)
    })
    let late = setTimeout(() => sending.destroy(new Error(`no answer within ${timeout / 1_000} s`)), timeout)
    sending.on('error', (error) => {
      clearTimeout(late)
      reject(error)
    })
    sending.end(body)
  })
}

/** Kombo takes 200 for success; receivers that answer another 2xx mean the same. */
function errorOf(status: number, text: string): string | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return `it answered ${status}, and redirects are not followed`
  const excerpt = text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
  return excerpt === '' ? `it answered ${status}` : `it answered ${status}: ${excerpt}`
}
