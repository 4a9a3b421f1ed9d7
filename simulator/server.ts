import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { SocketFault } from './faults/socket-fault.ts'
import type { HostRole } from './hosts.ts'
import type { Simulator } from './index.ts'
import { isLoopback } from './loopback.ts'
import { createProxy } from './proxy.ts'
import { RefusedError } from './refused-error.ts'
import { AddressError, applyForwarded, readTarget } from './request-line.ts'
import { explainHandshake } from './tls/explain-handshake.ts'
import type { KeyPair } from './tls/key-pair.ts'

/** Where a simulator listens, and how. */
export type ListenOptions = {
  host: string
  /** 0 takes a free one. */
  port: number
  /** Gives the login host a port of its own; the other one then gives no tokens. */
  loginPort?: number
  /** Opens a proxy that leads the names of iCIMS here. Needs `tls`. */
  proxyPort?: number
  /** Serves HTTPS with this. `ca` is the file of the authority clients must trust, where it is ours. */
  tls?: KeyPair & { ca?: string }
  /** Believes what a reverse proxy says of the address its client dialled. */
  trustProxy?: boolean
  /** Told of what never became a request: a handshake that failed, an address the proxy does not lead to. */
  onRefused?: (message: string) => void
}

/** A simulator on its ports. The login host has the same address as the API unless it has a port of its own. */
export type Listening = { baseUrl: string; loginUrl: string; proxyUrl?: string; close(): Promise<void> }

/** How long answers under way may take once the server is told to stop, in milliseconds. */
const patience = 2_000
/** Requests that are answered together. */
const groupSize = 8

/**
 * Puts a simulator on its ports. `close` waits a moment for the answers under way and drops idle connections.
 *
 * @throws the socket's own error, `EADDRINUSE` for a taken port. RefusedError for an address that others reach when no
 *   control token is set: anybody could then reset the tenant.
 */
export async function listen(simulator: Simulator, options: ListenOptions): Promise<Listening> {
  checkAddress(options.host, simulator.controlToken)
  const { host, port, loginPort, proxyPort, tls, onRefused = () => undefined } = options
  const closers: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    await Promise.all(closers.map((closeOne) => closeOne()))
  }
  const open = async (server: Server, wanted: number, scheme = tls ? 'https' : 'http'): Promise<string> => {
    const closeOne = createCloser(server)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, host, resolve)
    })
    closers.push(closeOne)
    const address = server.address() as { port: number }
    return `${scheme}://${dialled(host)}:${address.port}`
  }
  try {
    const role = loginPort === undefined ? 'any' : 'api'
    const baseUrl = await open(createHttpServer(simulator, options, role), port)
    simulator.ports.baseUrl = baseUrl
    const loginUrl =
      loginPort === undefined ? baseUrl : await open(createHttpServer(simulator, options, 'login'), loginPort)
    if (loginPort !== undefined) simulator.ports.login = Number(new URL(loginUrl).port)
    if (proxyPort === undefined) return { baseUrl, loginUrl, close }
    const proxyUrl = await open(createProxy(new URL(baseUrl), onRefused), proxyPort, 'http')
    return { baseUrl, loginUrl, proxyUrl, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What a client of this machine dials to reach an address that is listened on. */
function dialled(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function createHttpServer(simulator: Simulator, { tls, trustProxy, onRefused }: ListenOptions, role: HostRole): Server {
  const respond = createListener(simulator, role, trustProxy ?? false)
  if (tls === undefined) return createServer(respond)
  // Node negotiates nothing but HTTP/1.1 unless told to, which is what iCIMS speaks (D1).
  const server = createSecureServer({ cert: tls.cert, key: tls.key, minVersion: 'TLSv1.2' }, respond)
  return server.on('tlsClientError', (error) => onRefused?.(explainHandshake(error, tls.ca)))
}

function checkAddress(host: string, controlToken: string | undefined): void {
  if (isLoopback(host) || controlToken !== undefined) return
  throw new RefusedError(
    400,
    `other machines reach ${host}, and /_sim steers the tenant: set a control token (--control-token), or listen on 127.0.0.1.`,
  )
}

function createListener(simulator: Simulator, role: HostRole, trustProxy: boolean): RequestListener {
  const listener = getRequestListener((request, { incoming, outgoing }) => {
    const answered = simulator.answer(request, readTarget(incoming as IncomingMessage), role)
    // What is there at once is written at once: a promise would take the long way round.
    if (!(answered instanceof Promise)) return answered
    return answered.catch(async (error: unknown) => {
      if (!(error instanceof SocketFault)) throw error
      await breakConnection(error, outgoing as ServerResponse)
      return RESPONSE_ALREADY_SENT
    })
  })
  return createGroups((incoming, response) => {
    if (incoming.httpVersion !== '1.1') return refuse(response, 505, 'Only HTTP/1.1 is answered.')
    try {
      if (trustProxy) applyForwarded(incoming)
    } catch (error) {
      if (error instanceof AddressError) return refuse(response, 400, error.message)
      throw error
    }
    void listener(incoming, response)
  })
}

/** Resets the connection, after half of the answer where there is one. */
async function breakConnection({ response }: SocketFault, outgoing: ServerResponse): Promise<void> {
  if (response !== undefined) {
    const bytes = await response.bytes()
    const length = { 'content-length': bytes.length }
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...length })
    await new Promise((resolve) => outgoing.write(bytes.slice(0, Math.ceil(bytes.length / 2)), resolve))
  }
  outgoing.socket?.resetAndDestroy()
}

/** Answers what is no request iCIMS would see. The status 505 for other versions is documented (D1), its body is not. */
function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': reason.length, connection: 'close' })
  response.end(reason)
}

/** What closes the server. It knows of every connection, also of those that never became one of HTTP. */
function createCloser(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
      setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, patience).unref()
    })
}

/**
 * Answers the requests of one turn of the loop in small groups. A client that has been woken by the first answer finds the
 * others waiting: under load that saves more than anything the answer itself costs.
 */
function createGroups(answer: RequestListener): RequestListener {
  let waiting: Parameters<RequestListener>[] = []
  const flush = (): void => {
    const ready = waiting
    waiting = []
    for (const one of ready) answer(...one)
  }
  return (...one) => {
    waiting.push(one)
    if (waiting.length === groupSize) flush()
    else if (waiting.length === 1) setImmediate(flush)
  }
}
