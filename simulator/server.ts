import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Simulator } from './index.ts'

/** A simulator on a port. */
export type Listening = { baseUrl: string; close(): Promise<void> }

/** How long answers under way may take once the server is told to stop, in milliseconds. */
const patience = 2_000

/**
 * Puts a simulator on a port. `close` waits a moment for the answers under way and drops idle connections.
 *
 * @param port 0 takes a free one.
 * @throws the socket's own error, `EADDRINUSE` for a taken port.
 */
export async function listen(simulator: Simulator, { host, port }: { host: string; port: number }): Promise<Listening> {
  // Answers that are ready in the same turn of the loop are written one after the other at its end. A client that has been
  // woken by the first one finds the rest waiting: under load this saves more than anything the answer itself costs.
  const listener = getRequestListener((request) => {
    const answer = simulator.answer(request)
    return new Promise<Response>((resolve) => setImmediate(resolve, answer))
  })
  const server = createServer((request: IncomingMessage, response: ServerResponse) => void listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as { port: number }
  const name = host.includes(':') ? `[${host}]` : host
  return {
    baseUrl: `http://${name}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), patience).unref()
      }),
  }
}
