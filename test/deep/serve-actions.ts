import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createConnector } from '../connector.ts'

/** A connector on a port that goes on with what was cut off. What was killed has ended: nothing is waited for long. */
const { database, baseUrl, customerId, username, password, port } = JSON.parse(process.argv[2]!)
const connector = await createConnector({
  apiKey: 'key',
  database,
  encryptionKey: Buffer.alloc(32, 1).toString('base64'),
  actions: { settleTime: 200 },
  integrations: [{ id: 'i', customerId: String(customerId), baseUrl, auth: { type: 'basic', username, password } }],
})
const listener = getRequestListener(connector.fetch)
const server = createServer((request, response) => void listener(request, response))
const stop = new AbortController()
server.listen(port, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.once('SIGTERM', () => {
  stop.abort()
  server.close()
  server.closeAllConnections()
})
await connector.run(stop.signal, [])
await connector.close()
