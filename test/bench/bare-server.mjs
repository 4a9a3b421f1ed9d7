import { createServer } from 'node:http'

/** The floor: a `node:http` server that answers the bytes in the variable ANSWER to everything. */
const { headers, body } = JSON.parse(process.env.ANSWER ?? '{"headers":{},"body":"{}"}')
const server = createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address()
  process.stdout.write(`${JSON.stringify({ baseUrl: `http://127.0.0.1:${port}` })}\n`)
})
