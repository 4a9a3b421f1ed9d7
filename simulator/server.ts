import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { getRequestListener } from '@hono/node-server'
import type { HostRole } from './hosts.ts'
import type { Simulator } from './index.ts'
import { isLoopback } from './loopback.ts'
import { RefusedError } from './refused-error.ts'
import { AddressError, applyForwarded, readTarget } from './request-line.ts'

/** Where a simulator listens, and how. */
export type ListenOptions = {
  host: string
  /** 0 takes a free one. */
  port: number
  /** Gives the login host a port of its own; the other one then gives no tokens. */
  loginPort?: number
  /** Serves HTTPS with this certificate chain and key, both PEM. */
  tls?: { cert: string; key: string }
  /** Believes what a reverse proxy says of the address its client dialled. */
  trustProxy?: boolean
}

/** A simulator on its ports. The login host has the same address as the API unless it has a port of its own. */
export type Listening = { baseUrl: string; loginUrl: string; close(): Promise<void> }

/** How long answers under way may take once the server is told to stop, in milliseconds. */
const patience = 2_000
/** Answers that leave together. */
const groupSize = 8

/**
 * Puts a simulator on a port, or two. `close` waits a moment for the answers under way and drops idle connections.
 *
 * @throws the socket's own error, `EADDRINUSE` for a taken port. RefusedError for an address that others reach when no
 *   control token is set: anybody could then reset the tenant.
 */
export async function listen(simulator: Simulator, options: ListenOptions): Promise<Listening> {
  checkAddress(options.host, simulator.controlToken)
  const { port, loginPort } = options
  if (loginPort === undefined) {
    const { url, close } = await openPort(simulator, options, port, 'any')
    return { baseUrl: url, loginUrl: url, close }
  }
  const api = await openPort(simulator, options, port, 'api')
  const login = await openPort(simulator, options, loginPort, 'login').catch(async (error: unknown) => {
    await api.close()
    throw error
  })
  const close = async (): Promise<void> => {
    await Promise.all([api.close(), login.close()])
  }
  return { baseUrl: api.url, loginUrl: login.url, close }
}

async function openPort(
  simulator: Simulator,
  { host, tls, trustProxy = false }: ListenOptions,
  port: number,
  role: HostRole,
): Promise<{ url: string; close(): Promise<void> }> {
  const respond = createListener(simulator, role, trustProxy)
  // Node negotiates nothing but HTTP/1.1 unless told to, which is what iCIMS speaks (D1).
  const server = tls ? createSecureServer({ ...tls, minVersion: 'TLSv1.2' }, respond) : createServer(respond)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as { port: number }
  const name = host.includes(':') ? `[${host}]` : host
  return { url: `${tls ? 'https' : 'http'}://${name}:${address.port}`, close: () => closeServer(server) }
}

function checkAddress(host: string, controlToken: string | undefined): void {
  if (isLoopback(host) || controlToken !== undefined) return
  throw new RefusedError(
    400,
    `other machines reach ${host}, and /_sim steers the tenant: set a control token (--control-token), or listen on 127.0.0.1.`,
  )
}

function createListener(
  simulator: Simulator,
  role: HostRole,
  trustProxy: boolean,
): (incoming: IncomingMessage, response: ServerResponse) => void {
  const together = createBatch()
  const listener = getRequestListener((request, { incoming }) =>
    together(simulator.answer(request, readTarget(incoming as IncomingMessage), role)),
  )
  return (incoming, response) => {
    if (incoming.httpVersion !== '1.1') return refuse(response, 505, 'Only HTTP/1.1 is answered.')
    try {
      if (trustProxy) applyForwarded(incoming)
    } catch (error) {
      if (error instanceof AddressError) return refuse(response, 400, error.message)
      throw error
    }
    void listener(incoming, response)
  }
}

/** Answers what is no request iCIMS would see. The status 505 for other versions is documented (D1), its body is not. */
function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': reason.length, connection: 'close' })
  response.end(reason)
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), patience).unref()
  })
}

/**
 * Lets answers of the same turn of the loop go out in small groups. A client that has been woken by the first one finds
 * the others waiting: under load that saves more than anything the answer itself costs.
 */
function createBatch(): <T>(answer: T | Promise<T>) => Promise<T> {
  let waiting: (() => void)[] = []
  const flush = (): void => {
    const ready = waiting
    waiting = []
    for (const go of ready) go()
  }
  return (answer) => {
    // One that fails before its group goes is nobody's yet: without this it would end the process.
    if (answer instanceof Promise) answer.catch(() => undefined)
    return new Promise((resolve) => {
      waiting.push(() => resolve(answer))
      if (waiting.length === groupSize) flush()
      else if (waiting.length === 1) setImmediate(flush)
    })
  }
}
