import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/** Puts a `fetch` on a free port of this machine. */
export async function listenTo(
  answer: (request: Request) => Response | Promise<Response>,
): Promise<{ baseUrl: string; close(): Promise<void> }> {
  const server = createServer(getRequestListener(answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
