import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Simulator } from './index.ts'

/** A simulator on a port. */
export type Listening = { baseUrl: string; close(): Promise<void> }

/** How long answers under way may take once the server is told to stop, in milliseconds. */
const patience = 2_000
/** Answers that leave together. */
const groupSize = 8

/**
 * Puts a simulator on a port. `close` waits a moment for the answers under way and drops idle connections.
 *
 * @param port 0 takes a free one.
 * @throws the socket's own error, `EADDRINUSE` for a taken port.
 */
export async function listen(simulator: Simulator, { host, port }: { host: string; port: number }): Promise<Listening> {
  const together = createBatch()
  const listener = getRequestListener((request, { incoming }) => together(simulator.answer(request, incoming.url)))
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
