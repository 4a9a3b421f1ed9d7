import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Fetch } from '../contracts/mutants/bend.ts'

/** Puts what answers requests on a port. */
export async function serveFetch(fetch: Fetch): Promise<{ baseUrl: string; close(): Promise<void> }> {
  const server = createServer(getRequestListener((request) => fetch(request)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
