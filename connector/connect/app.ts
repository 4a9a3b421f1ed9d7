import { type Context, Hono } from 'hono'
import { defaultScopes } from '../settings.ts'
import type { ConnectLink } from '../store/connect-links.ts'
import { readEntered } from './entered.ts'
import type { ConnectFlow } from './flow.ts'
import { script, style } from './pages/assets.ts'
import { type FormPage, formPage } from './pages/form-page.ts'
import { guidePage } from './pages/guide-page.ts'
import type { Html } from './pages/layout.ts'
import { donePage, refusalPage } from './pages/message-pages.ts'
import { reportPage } from './pages/report-page.ts'
import type { Region } from './regions.ts'
import { isGood } from './report.ts'

/** What the pages are made with. */
export type ConnectAppOptions = {
  flow: ConnectFlow
  regions: readonly Region[]
  /** Origins that may show the pages in a frame, and are told how it ended. */
  origins: readonly string[]
  onInternalError?: (error: unknown) => void
}

/** A form as large as one of ours can be. */
const formLimit = 16_384

/** The pages under `/connect`: plain HTML that needs no script, for a customer's administrator. */
export function createConnectApp({ flow, regions, origins, onInternalError }: ConnectAppOptions): Hono {
  const app = new Hono().basePath('/connect')
  const show = (context: Context, page: Html, status: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 429 | 500 = 200) =>
    context.html(page, status)
  const refuse = (context: Context, { status, title, text }: Refusal) =>
    show(context, refusalPage(title, text, origins), status)
  app.use(async (context, next) => {
    await next()
    const frames = origins.length === 0 ? "'none'" : origins.join(' ')
    const policy = `default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${frames}`
    context.header('content-security-policy', policy)
    if (origins.length === 0) context.header('x-frame-options', 'DENY')
    context.header('referrer-policy', 'no-referrer')
    context.header('x-content-type-options', 'nosniff')
    context.header('cache-control', 'no-store')
    context.header('x-robots-tag', 'noindex')
  })
  app.onError((error, context) => {
    onInternalError?.(error)
    return refuse(context, { status: 500, title: 'Something went wrong', text: 'Nothing was connected. Try again.' })
  })
  app.notFound((context) => refuse(context, { status: 404, title: 'No such page', text: 'Open your link again.' }))
  app.get('/style.css', (context) => context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/connect.js', (context) => context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/guide', (context) => show(context, guidePage()))

  const pageOf = async (token: string, link: ConnectLink): Promise<FormPage> => {
    const integration = await flow.integrationOf(link)
    const region = regions.find(({ baseUrl }) => baseUrl === integration?.baseUrl)?.id
    return {
      origins,
      token,
      csrf: flow.sign(link),
      organizationName: link.endUser.organizationName,
      regions,
      scopes: integration?.scopes ?? defaultScopes,
      ...(integration && { fixed: { customerId: integration.customerId, region: region ?? integration.baseUrl } }),
      ...(link.region && { shown: { region: link.region, customerId: '', method: '', username: '', clientId: '' } }),
    }
  }

  app.get('/', async (context) => {
    const token = context.req.query('token') ?? ''
    const link = await flow.open(token)
    if ('refusal' in link) return refuse(context, link.refusal)
    return show(context, formPage(await pageOf(token, link)))
  })

  app.post('/check', async (context) => {
    const read = await readForm(context, flow)
    if ('refusal' in read) return refuse(context, read.refusal)
    const { form, link, token } = read
    const page = await pageOf(token, link)
    const { fixed } = page
    const given = fixed === undefined ? form : { ...form, customer_id: fixed.customerId, region: fixed.region }
    const found = readEntered(given, await flow.regionsOf(link))
    if ('mistakes' in found) return show(context, formPage({ ...page, ...found }), 400)
    const steps = await flow.check(link, found.entered)
    if (steps === undefined) return refuse(context, tooMany)
    const { csrf, organizationName } = page
    return show(context, reportPage({ origins, token, csrf, organizationName, steps }), isGood(steps) ? 200 : 400)
  })

  app.post('/activate', async (context) => {
    const read = await readForm(context, flow)
    if ('refusal' in read) return refuse(context, read.refusal)
    const activated = await flow.activate(read.link)
    if ('refusal' in activated) return refuse(context, activated.refusal)
    return show(context, donePage(read.link.endUser.organizationName, activated.token, origins))
  })
  return app
}

/** Why a page is not shown. */
export type Refusal = { status: 400 | 403 | 404 | 409 | 410 | 413 | 429 | 500; title: string; text: string }

const tooMany: Refusal = {
  status: 429,
  title: 'Too many tries',
  text: 'This link has been used to try out too many accounts. Ask for a new one.',
}

/** A form of one of our own pages, and the link it belongs to. */
async function readForm(
  context: Context,
  flow: ConnectFlow,
): Promise<{ refusal: Refusal } | { form: Record<string, string>; token: string; link: ConnectLink }> {
  const { req } = context
  const forged = { status: 403, title: 'That did not come from this page', text: 'Open your link again.' } as const
  // Where a browser tells, the form must come from a page of ours.
  const site = req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return { refusal: forged }
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.header('content-type') ?? '')) return { refusal: forged }
  const text = await req.text()
  if (text.length > formLimit)
    return { refusal: { status: 413, title: 'Too much', text: 'That is more than a form holds.' } }
  const form = Object.fromEntries(new URLSearchParams(text))
  const token = form.token ?? ''
  const link = await flow.open(token)
  if ('refusal' in link) return link
  return flow.isSigned(link, form.csrf ?? '') ? { form, token, link } : { refusal: forged }
}
