import { createServer } from 'node:http'

/** A call that the broker got. */
export type BrokerCall = { method: string; path: string; authorization: string | undefined; body: string }

/** What it answers: 200 unless it says otherwise. */
export type BrokerAnswer = { status?: number; body: object }

/** A broker on a port of its own. */
export type StubBroker = { url: string; calls: BrokerCall[]; close(): void }

/** Starts as much of a broker as a test needs. */
export async function openStubBroker(answer: (call: BrokerCall, url: string) => BrokerAnswer): Promise<StubBroker> {
  const calls: BrokerCall[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method, url: path, headers } = request
    const { authorization } = headers
    const call = { method: method!, path: path!, authorization, body: Buffer.concat(chunks).toString('utf8') }
    calls.push(call)
    const { status = 200, body } = answer(call, url)
    response.writeHead(status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return { url, calls, close: () => void server.close().closeAllConnections() }
}
