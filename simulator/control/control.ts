import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { readText } from '../body.ts'
import { IcimsError } from '../errors.ts'
import type { Simulator } from '../index.ts'
import { RefusedError } from '../refused-error.ts'
import type { AddRoutes, ControlApp, ControlEnvironment } from './api.ts'
import { addArrange } from './arrange.ts'
import { addCleaning } from './cleaning.ts'
import { addClock } from './clock.ts'
import { describeControl } from './document.ts'
import { addEventSubscriptions } from './event-subscriptions.ts'
import { addEvents } from './events.ts'
import { addEventsFired } from './events-fired.ts'
import { addFaults } from './faults.ts'
import { refuseControl } from './guard.ts'
import { addHealth } from './health.ts'
import { addJournal } from './journal.ts'
import { addJournalProblems } from './journal-problems.ts'
import { addLife } from './life.ts'
import { addPostings } from './postings.ts'
import { addReset } from './reset.ts'
import { addSimulate } from './simulate.ts'
import { addSnapshots } from './snapshots.ts'
import { addTenants, findTenant } from './tenants.ts'

/** What can be read and done with each tenant, one file per concern, in the order of the document. */
const concerns: readonly AddRoutes[] = [
  addHealth,
  addJournalProblems,
  addJournal,
  addReset,
  addClock,
  addSnapshots,
  addArrange,
  addSimulate,
  addLife,
  addFaults,
  addPostings,
  addCleaning,
  addEventSubscriptions,
  addEvents,
  addEventsFired,
]

const apps = new WeakMap<Simulator, ControlApp>()

/**
 * `/_sim`: what steers the fake from outside, apart from iCIMS's own paths. `/_sim/reset` is about the simulator's own
 * tenant, `/_sim/tenants/1235/reset` about another one it holds.
 */
export async function answerControl(
  simulator: Simulator,
  request: Request,
  onInternalError?: (error: unknown) => void,
): Promise<Response> {
  const refused = refuseControl(request, simulator.controlToken)
  if (refused !== undefined) return refused
  let app = apps.get(simulator)
  if (app === undefined) {
    app = createControl(simulator, onInternalError)
    apps.set(simulator, app)
  }
  try {
    return await app.fetch(await withJson(request))
  } catch (error) {
    return explain(error, onInternalError)
  }
}

function createControl(simulator: Simulator, onInternalError?: (error: unknown) => void): ControlApp {
  const app: ControlApp = new OpenAPIHono<ControlEnvironment>()
  const routes = createRoutes(simulator, concerns)
  app.route('/_sim', createRoutes(simulator, [addTenants]))
  app.route('/_sim', routes)
  app.route('/_sim/tenants/:customerId', routes)
  app.get('/_sim/openapi.json', (context) => context.json(describeControl(app)))
  app.notFound((context) => context.json({ error: `There is no ${context.req.path}. See /_sim/openapi.json.` }, 404))
  app.onError((error) => explain(error, onInternalError))
  return app
}

function createRoutes(simulator: Simulator, added: readonly AddRoutes[]): ControlApp {
  const routes: ControlApp = new OpenAPIHono<ControlEnvironment>({
    defaultHook: (result) => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) =>
        [path.join('.'), message].filter(Boolean).join(': '),
      )
      throw new RefusedError(400, issues.join('; '))
    },
  })
  routes.use(async (context, next) => {
    const [, customerId] = /^\/_sim\/tenants\/([^/]+)/.exec(context.req.path) ?? []
    context.set('simulator', customerId === undefined ? simulator : findTenant(simulator, customerId))
    await next()
  })
  for (const addRoutes of added) addRoutes(routes)
  return routes
}

function explain(error: unknown, onInternalError?: (error: unknown) => void): Response {
  const isExpected = error instanceof RefusedError || error instanceof IcimsError || error instanceof HTTPException
  if (isExpected) return Response.json({ error: error.message }, { status: error.status })
  onInternalError?.(error)
  return Response.json({ error: `Internal error: ${(error as Error).message}` }, { status: 500 })
}

/** Command-line clients send a body without saying what it is, or none where an empty object would do. */
async function withJson(request: Request): Promise<Request> {
  const type = request.headers.get('content-type') ?? ''
  if (request.method !== 'POST' || /json|multipart|octet-stream/.test(type)) return request
  const body = (await readText(request)) || '{}'
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  return new Request(request.url, { method: 'POST', headers, body })
}
