import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A tiny vendor of assessments, as a process of its own that knows the unified API and HTTP, and nothing else. It registers its
 * one package, takes orders by webhook, asks each candidate one question, and reports the score.
 *
 * Environment: API (`http://…/v1`), API_KEY, INTEGRATION, WEBHOOK_SECRET. It prints its address when it is up.
 */
const { API, API_KEY, INTEGRATION, WEBHOOK_SECRET } = process.env as Record<string, string>

type Order = { id: string; candidate: { first_name: string; email: string }; job: { name: string } }

const offered = {
  id: 'careful-reading',
  type: 'SKILLS_TEST',
  name: 'Careful Reading',
  description: 'One question, read carefully.',
}

const orders = new Map<string, Order>()
/** Mail that went out to candidates whom a recruiter sent here. */
const mails: { to: string; link: string }[] = []
/** Webhooks in the order they came. */
const webhooks: string[] = []

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(error.message)
  })
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const url = new URL(request.url!, origin())
  const body = await read(request)
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /register':
      return json(response, await call('PUT', '/assessment/packages', { packages: [offered] }))
    case 'POST /webhook':
      return takeWebhook(request, response, body)
    case 'GET /mails':
      return json(response, mails)
    case 'GET /webhooks':
      return json(response, webhooks)
    case 'GET /start':
      return showQuestion(response, url.searchParams.get('order') ?? '', url.searchParams.get('back') ?? '')
    case 'POST /finish':
      return finish(response, new URLSearchParams(body))
    default:
      return page(response, 404, 'Nothing here', '')
  }
}

function takeWebhook({ headers }: IncomingMessage, response: ServerResponse, body: string): void {
  const expected = createHmac('sha256', WEBHOOK_SECRET!).update(body).digest()
  const given = Buffer.from(String(headers['x-kombo-signature']), 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return void response.writeHead(401).end()
  const { type, data } = JSON.parse(body) as { type: string; data: Order }
  webhooks.push(type)
  if (type.endsWith(':order-received')) orders.set(data.id, data)
  if (type === 'assessment:order-received') {
    mails.push({ to: data.candidate.email, link: `${origin()}/start?order=${data.id}` })
  }
  response.writeHead(200).end()
}

async function showQuestion(response: ServerResponse, id: string, back: string): Promise<void> {
  const order = await findOrder(id)
  if (order === undefined) return page(response, 404, 'No such assessment', '')
  await report(id, { status: 'OPEN' })
  page(
    response,
    200,
    `Assessment for ${order.job.name}`,
    `<p>Hello ${escaped(order.candidate.first_name)}.</p><form method="post" action="/finish">
<input type="hidden" name="order" value="${escaped(id)}"><input type="hidden" name="back" value="${escaped(back)}">
<label for="answer">How many legs have two cats?</label><input id="answer" name="answer"><button>Finish</button></form>`,
  )
}

async function finish(response: ServerResponse, form: URLSearchParams): Promise<void> {
  const [id, back] = [form.get('order') ?? '', form.get('back') ?? '']
  const score = form.get('answer')?.trim() === '8' ? 100 : 0
  const attributes = [{ type: 'TEXT', label: 'Answer', value: form.get('answer') ?? '' }]
  const done = { status: 'COMPLETED', completed_at: new Date().toISOString(), score, max_score: 100, attributes }
  await report(id, done)
  if (back !== '') response.writeHead(303, { location: back }).end()
  else page(response, 200, 'Thank you', '<p>You are done.</p>')
}

/** The webhook may still be on its way when the candidate is here already. */
async function findOrder(id: string): Promise<Order | undefined> {
  if (orders.has(id)) return orders.get(id)
  const { data } = (await call('GET', '/assessment/orders/open')) as { data: { results: Order[] } }
  return data.results.find((order) => order.id === id)
}

function report(id: string, result: object): Promise<unknown> {
  return call('PUT', `/assessment/orders/${id}/result`, { result_url: `${origin()}/reports/${id}`, ...result })
}

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${API_KEY}`,
    'x-integration-id': INTEGRATION!,
    'content-type': 'application/json',
  }
  const answered = await fetch(`${API}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  const text = await answered.text()
  if (!answered.ok) throw new Error(`${method} ${path}: ${answered.status} ${text}`)
  return JSON.parse(text)
}

function page(response: ServerResponse, status: number, title: string, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><html lang="en"><title>${escaped(title)}</title><h1>${escaped(title)}</h1>${body}</html>`,
  )
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function origin(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ baseUrl: origin() })}\n`))
