import type { LookupAddress } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { type Caller, checkAddress, createCheckedLookup } from './guard.ts'

/** A file that was fetched, with the type its server says it has. */
export type FetchedFile = { bytes: Uint8Array; type: string | undefined }

/** A file cannot be had from an address; the message says why. */
export class FetchFileError extends Error {
  override readonly name = 'FetchFileError'
}

/**
 * Fetches a file from an address that somebody else has chosen.
 *
 * @param limit largest file that is taken, in bytes.
 * @throws FetchFileError, ForbiddenTargetError
 */
export type FetchFile = (url: string, limit: number) => Promise<FetchedFile>

/** How files are fetched. */
export type FetchFileOptions = {
  /** Lets addresses of this machine through, over plain http too. */
  allowLoopback?: boolean
  /** Finds the addresses of a name. */
  resolve?: (host: string) => Promise<readonly LookupAddress[]>
  /** How long all of it may take, in milliseconds. */
  timeout?: number
}

const mostRedirects = 3

/**
 * Makes what fetches files. Each address is checked, redirects too: the name is looked up once, every address it has must be
 * public, and the connection goes to one of those. All of it takes no longer than the time given, whatever trickles in.
 */
export function createFetchFile(options: FetchFileOptions = {}): FetchFile {
  const { allowLoopback = false, resolve, timeout = 30_000 } = options
  const caller: Caller = {
    refusal: 'Files may not be fetched from',
    allowLoopback,
    loopbackFlag: '--allow-loopback-files',
  }
  const lookup = createCheckedLookup(caller, resolve)
  return async (first, limit) => {
    const stop = AbortSignal.timeout(timeout)
    let url = checkAddress(first, caller)
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const answer = await ask(url, { lookup, signal: stop }).catch((error: Error) => fail(error, stop, timeout))
      const { statusCode: status = 0, headers } = answer
      if (status >= 300 && status < 400 && headers.location !== undefined) {
        answer.destroy()
        if (!URL.canParse(headers.location, url.href)) throw new FetchFileError('it redirects to no address')
        url = checkAddress(new URL(headers.location, url).href, caller)
        continue
      }
      if (status !== 200) {
        answer.destroy()
        throw new FetchFileError(`it answered ${status}`)
      }
      const bytes = await readAll(answer, limit).catch((error: Error) => fail(error, stop, timeout))
      return { bytes, type: headers['content-type'] }
    }
    throw new FetchFileError(`it redirects more than ${mostRedirects} times`)
  }
}

function ask(
  url: URL,
  { lookup, signal }: { lookup: ReturnType<typeof createCheckedLookup>; signal: AbortSignal },
): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    // A connection of its own each time: one that was checked for another name is not used again.
    const headers = {
      accept: '*/*',
      'accept-encoding': 'identity',
      connection: 'close',
      'user-agent': 'icims-connector',
    }
    request(url, { agent: false, lookup, signal, headers }, resolve).on('error', reject).end()
  })
}

async function readAll(answer: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > limit) {
    answer.destroy()
    throw new FetchFileError(`the file is larger than ${limit / 2 ** 20} MB`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) {
      answer.destroy()
      throw new FetchFileError(`the file is larger than ${limit / 2 ** 20} MB`)
    }
    chunks.push(chunk)
  }
  if (!answer.complete) throw new FetchFileError('its answer broke off')
  return Buffer.concat(chunks)
}

function fail(error: Error, stop: AbortSignal, timeout: number): never {
  if (stop.aborted) throw new FetchFileError(`it did not end within ${timeout / 1_000} s`)
  if (error.name === 'ForbiddenTargetError' || error instanceof FetchFileError) throw error
  throw new FetchFileError(error.message, { cause: error })
}
