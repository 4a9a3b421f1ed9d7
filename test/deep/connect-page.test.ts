import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiKey, createPair } from '../pair.ts'
import { openBrowser } from './open-browser.ts'

const { resolve } = createRequire(import.meta.url)
const axe = readFileSync(resolve('axe-core/axe.min.js'), 'utf8')
const widget = readFileSync(resolve('@kombo-api/connect').replace(/index\.\w+$/, 'index.js'), 'utf8')

let browser: Browser

async function listen(listener: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** What axe finds wrong, in words. */
async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { html: string }[] }[] }
    const found = (await (globalThis as unknown as { axe: { run(): Promise<Found> } }).axe.run()) as Found
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}

/** An application with the widget in it, and a connector without an integration. */
async function createScene(isFramed: boolean) {
  const parent = await listen((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(
        `<!doctype html><html lang="en"><title>App</title><main><h1>App</h1></main><script>${widget}</script></html>`,
      ),
  )
  const connect = { origins: isFramed ? [parent.origin] : [] }
  const pair = await createPair({ simulator: { people: 24 }, connector: { connect } })
  await pair.connector.administration.removeIntegration(pair.integrationId)
  const own = await listen(getRequestListener(pair.connector.fetch))
  const body = JSON.stringify({
    end_user_email: 'admin@example.com',
    end_user_organization_name: 'Acme',
    integration_tool: 'icims',
  })
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const answer = await fetch(`${own.origin}/v1/connect/create-link`, { method: 'POST', headers, body })
  const { link } = ((await answer.json()) as { data: { link: string } }).data
  const page = await browser.newPage()
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  const dispose = async (): Promise<void> => {
    await page.close()
    parent.server.close()
    own.server.closeAllConnections()
    own.server.close()
    await pair[Symbol.asyncDispose]()
  }
  return { parent: parent.origin, own: own.origin, pair, link, page, hosts, headers, [Symbol.asyncDispose]: dispose }
}

type Result = { token?: string; error?: string }
type WithWidget = { KomboConnect: { showKomboConnect(link: string): Promise<string> }; result: Promise<Result> }

async function openWidget(page: Page, parent: string, link: string): Promise<void> {
  await page.goto(parent)
  await page.evaluate((link) => {
    const scope = globalThis as unknown as WithWidget
    scope.result = scope.KomboConnect.showKomboConnect(link).then(
      (token) => ({ token }),
      (error: Error) => ({ error: error.name }),
    )
  }, link)
}

const resultOf = (page: Page): Promise<Result> => page.evaluate(() => (globalThis as unknown as WithWidget).result)

async function frameOf(page: Page, own: string): Promise<Frame> {
  const element = await page.waitForSelector('iframe')
  const frame = (await element.contentFrame())!
  await frame.waitForURL((url) => url.origin === own)
  return frame
}

const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.SCREENSHOTS !== undefined) {
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })
  }
}

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('the widget shows the page, an administrator connects by keyboard alone, and it resolves', async () => {
  await using scene = await createScene(true)
  const { page, parent, own, link, pair, hosts, headers } = scene
  await openWidget(page, parent, link)
  const frame = await frameOf(page, own)
  await frame.waitForSelector('form')
  expect(await violations(frame)).toEqual([])
  await picture(page, 'form')
  // Fields of other ways to sign in are not in the way.
  expect(await frame.isVisible('#client_secret')).toBe(false)
  await frame.focus('#customer_id')
  await page.keyboard.type('1234')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await frame.evaluate('document.activeElement?.id')).toBe('method-basic')
  await page.keyboard.press('Tab')
  await page.keyboard.type('connector')
  await page.keyboard.press('Tab')
  await page.keyboard.type('connector-password')
  await page.keyboard.press('Enter')
  await frame.waitForSelector('text=Ready to connect Acme')
  expect(await violations(frame)).toEqual([])
  await picture(page, 'report')
  await frame.focus('button[type=submit]')
  await page.keyboard.press('Enter')
  const { token } = await resultOf(page)
  const found = await fetch(`${own}/v1/connect/integration-by-token/${token}`, { headers })
  const [integration] = await pair.connector.integrations()
  expect(await found.json()).toMatchObject({
    data: { id: `icims:${integration!.id}`, end_user_organization_name: 'Acme' },
  })
  expect([...hosts].toSorted()).toEqual([own, parent].toSorted())
  await pair.connector.sync(integration!.id)
})

test('closing the page cancels, and without a frame there is nothing to close', async () => {
  await using scene = await createScene(true)
  const { page, parent, own, link } = scene
  await openWidget(page, parent, link)
  const frame = await frameOf(page, own)
  await frame.click('#close')
  expect(await resultOf(page)).toEqual({ error: 'KomboConnectCancelledError' })
  await page.goto(link)
  expect(await page.isVisible('#close')).toBe(false)
})

test('an application that is not named cannot show the page', async () => {
  await using scene = await createScene(false)
  const { page, parent, link } = scene
  await openWidget(page, parent, link)
  const element = await page.waitForSelector('iframe')
  const frame = (await element.contentFrame())!
  await expect.poll(() => frame.url()).toMatch(/^chrome-error:/)
})

test('without scripts the whole way can be gone', async () => {
  await using scene = await createScene(false)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(scene.link)
  await page.fill('#customer_id', '1234')
  await page.fill('#username', 'connector')
  await page.fill('#password', 'connector-password')
  await page.click('button[type=submit]')
  await page.click('text=Connect >> nth=-1')
  await page.waitForSelector('text=Acme is connected')
  const [integration] = await scene.pair.connector.integrations()
  await scene.pair.connector.sync(integration!.id)
  await context.close()
})

test('the reference asks for nothing outside, and passes axe', async () => {
  await using scene = await createScene(false)
  const { page, own, hosts } = scene
  await page.goto(`${own}/v1/reference`)
  await page.click('summary >> nth=1')
  await picture(page, 'reference')
  expect(await violations(page)).toEqual([])
  await page.goto(`${own}/connect/guide`)
  expect(await violations(page)).toEqual([])
  await picture(page, 'guide')
  expect([...hosts]).toEqual([own])
})
