import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runProcess } from '../command-line.ts'
import { openBrowser } from './open-browser.ts'

/** Two real processes, a vendor in a third that knows HTTP alone, and candidates in a real browser. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'icims-vendor-'))
const database = { ICIMS_CONNECTOR_DATABASE: join(folder, 'connector.db') }
const trigger = 'C12295'
const webhookSecret = 'a secret of this vendor'
const offered = 'Careful Reading'
const children: ChildProcess[] = []

let browser: Browser
let simulator: { baseUrl: string; customerId: number; portals: { name: string }[]; basic: Record<string, string> }
let api: { baseUrl: string; apiKey: string }
let vendor: { baseUrl: string }
let integration: string

beforeAll(async () => {
  browser = await openBrowser()
  simulator = await start('simulator/cli.ts', ['serve', '--json', '--port', '0', '--people', '24', '--no-life'])
  const settings = { assessment: { triggerStatuses: [trigger], jobList: 'C32', resultList: 'C31' } }
  const signIn = ['--username', 'connector', '--settings', JSON.stringify(settings)]
  const added = await connector(
    ['add', '--customer-id', String(simulator.customerId), '--base-url', simulator.baseUrl, ...signIn],
    { ICIMS_CONNECTOR_PASSWORD: 'connector-password' },
  )
  integration = added.id
  await connector(['sync', integration])
  api = await start('connector/cli.ts', ['serve', '--json', '--port', '0', '--allow-loopback-webhooks'], database)
  vendor = await start('test/deep/vendor.ts', [], {
    API: api.baseUrl,
    API_KEY: api.apiKey,
    INTEGRATION: `icims:${integration}`,
    WEBHOOK_SECRET: webhookSecret,
  })
  await setUpVendor(settings.assessment)
  await setUpEvents()
})
afterAll(async () => {
  await browser?.close()
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** What the connector's administrator does for a vendor. */
async function setUpVendor(assessment: object): Promise<void> {
  const candidateUrl = `${vendor.baseUrl}/start?order={order_id}&back={return_url}`
  const settings = JSON.stringify({ assessment: { ...assessment, candidateUrl } })
  await connector(['integrations', 'change', integration, '--settings', settings])
  await connector(['webhooks', 'add', `${vendor.baseUrl}/webhook`, '--allow-loopback-webhooks'], {
    ICIMS_CONNECTOR_WEBHOOK_SECRET: webhookSecret,
  })
  expect(await json(`${vendor.baseUrl}/register`, { method: 'POST' })).toMatchObject({ warnings: [] })
}

/** What the customer enters in iCIMS, under Event Notifications. */
async function setUpEvents(): Promise<void> {
  const { path, name, secret } = await connector(['events', 'accept', integration, '--type', 'hmac'])
  const common = { url: new URL(path, api.baseUrl).href, auth: { type: 'hmac', user: name, key: secret } }
  for (const subscription of [
    { ...common, eventType: 'AssessmentEvent' },
    { ...common, eventType: 'WorkFlowStatusChangeEvent', statuses: [trigger] },
  ]) {
    await json(`${simulator.baseUrl}/_sim/events/subscriptions`, post(subscription))
  }
}

test('a candidate applies, is sent to the vendor, finishes and comes back, and iCIMS and the unified API have the result', async () => {
  const page = await browser.newPage()
  await page.goto(`${simulator.baseUrl}/careers/${simulator.portals[0]!.name}/jobs`)
  const link = page.locator('main a[href*="/jobs/"], a[href*="/job"]').first()
  const job = Number(/\/jobs\/(\d+)\//.exec((await link.getAttribute('href'))!)![1])
  await namePackage(job)
  await link.click()
  await page.locator('a[href$="/login"]').first().click()
  await page.fill('#firstname', 'Ann')
  await page.fill('#lastname', 'Lindqvist <b>')
  await page.fill('#email', 'ann.lindqvist@example.com')
  await page.setInputFiles('#resume', { name: 'ann.txt', mimeType: 'text/plain', buffer: Buffer.from('Ann, a nurse.') })
  await page.click('text=Send application')

  expect(new URL(page.url()).origin).toBe(vendor.baseUrl)
  await page.waitForSelector('text=Hello Ann.')
  const [order] = await unified('/assessment/orders/open')
  expect(order.candidate).toMatchObject({ first_name: 'Ann', email: 'ann.lindqvist@example.com' })
  const workflow = Number(order.application.remote_id)
  expect(await resultsOf(workflow)).toMatchObject([{ assessmentstatus: { value: 'Sent' } }])
  await page.fill('#answer', '8')
  await page.click('text=Finish')

  await page.waitForSelector('text=Your application was submitted')
  expect(new URL(page.url()).origin).toBe(simulator.baseUrl)
  await page.close()
  await expectResult(workflow, { assessmentscore: 100, assessmentresult: '100 / 100', assessmentnotes: 'Answer: 8' })
  await expect
    .poll(() => json(`${vendor.baseUrl}/webhooks`), { timeout: 30_000 })
    .toContain('inline-assessment:order-received')
})

test('a recruiter moves a candidate, who gets a mail of the vendor and does the assessment', async () => {
  const workflow = 10_001
  const { baseprofile } = await icims('GET', `/applicantworkflows/${workflow}?fields=baseprofile`)
  await namePackage(baseprofile.id ?? baseprofile)
  await json(`${simulator.baseUrl}/_sim/move-candidate`, post({ workflow, status: trigger }))
  const mails = (): Promise<{ to: string; link: string }[]> => json(`${vendor.baseUrl}/mails`)
  await expect.poll(mails, { timeout: 30_000 }).toHaveLength(1)
  const page = await browser.newPage()
  await page.goto((await mails())[0]!.link)
  await page.fill('#answer', '6')
  await page.click('text=Finish')
  await page.waitForSelector('text=You are done.')
  await page.close()
  await expectResult(workflow, { assessmentscore: 0, assessmentresult: '0 / 100', assessmentnotes: 'Answer: 6' })
  const applications = await unified(`/ats/applications?remote_ids=${workflow}`)
  expect(applications[0].current_stage.remote_id).toBe(trigger)
})

/** One entry on the workflow, complete, and the order in the unified API. */
async function expectResult(workflow: number, wanted: object): Promise<void> {
  const results = await resultsOf(workflow)
  const complete = { assessmentname: { value: offered }, assessmentstatus: { value: 'Complete' } }
  expect(results).toEqual([expect.objectContaining(wanted)])
  expect(results).toMatchObject([complete])
  expect(results[0].assessmenturl.startsWith(`${vendor.baseUrl}/reports/`)).toBe(true)
  const orders = await unified('/assessment/orders?statuses=COMPLETED')
  const own = orders.filter(({ application }: { application: { remote_id: string } }) => {
    return application.remote_id === String(workflow)
  })
  expect(own).toMatchObject([{ status: 'COMPLETED', package_id: 'careful-reading' }])
}

async function namePackage(job: number): Promise<void> {
  await icims('PATCH', `/jobs/${job}`, { assessmenttype: [{ value: offered }] })
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
async function resultsOf(workflow: number): Promise<any[]> {
  return (await icims('GET', `/applicantworkflows/${workflow}?fields=assessmentresults`)).assessmentresults ?? []
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function icims(method: string, path: string, body?: object): Promise<any> {
  const { username, password } = simulator.basic
  const headers = {
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const url = `${simulator.baseUrl}/customers/${simulator.customerId}${path}`
  return json(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function unified(path: string): Promise<any> {
  const headers = { authorization: `Bearer ${api.apiKey}`, 'x-integration-id': `icims:${integration}` }
  return (await json(`${api.baseUrl}${path}`, { headers })).data.results
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function json(url: string, init?: RequestInit): Promise<any> {
  const answer = await fetch(url, init)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${init?.method ?? 'GET'} ${url}: ${answer.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** Runs a command of the connector, and reads what it prints. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function connector(args: string[], variables: object = {}): Promise<any> {
  const { code, stdout, stderr } = await runProcess('connector/cli.ts', [...args, '--json'], {
    ...database,
    ...variables,
  })
  if (code !== 0) throw new Error(`icims-connector ${args.join(' ')}: ${stderr}`)
  return JSON.parse(stdout)
}

async function start<Coordinates>(file: string, args: string[], variables: object = {}): Promise<Coordinates> {
  const env = { ...process.env, ...variables }
  const child = spawn(process.execPath, [join(root, file), ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)))
  })
  return JSON.parse(line) as Coordinates
}
