import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Actions } from '../actions/actions.ts'
import { ActionError } from '../actions/errors.ts'
import type { Attachments } from '../actions/get-candidate-attachments.ts'
import type { Administration } from '../administration.ts'
import type { Clock } from '../clock.ts'
import type { ConnectLinks } from '../connect/open-connect.ts'
import type { IcimsClient } from '../icims/client.ts'
import type { FetchFile } from '../outgoing/fetch-file.ts'
import type { Passthrough } from '../passthrough.ts'
import { getIntegration, type Integration } from '../store/integration.ts'
import { countComplete } from '../store/run-history.ts'
import { hasCompleted, type SyncType } from '../store/runs.ts'
import type { Store, StoredRow } from '../store/store.ts'
import { addAction } from './action.ts'
import { actionEndpoints } from './actions.ts'
import { addAssessmentOrders } from './assessment-orders.ts'
import { addAssessmentPackages } from './assessment-packages.ts'
import { addAttachment } from './attachment.ts'
import { addAttachmentRestrictions } from './attachment-restrictions.ts'
import type { Authenticate } from './authenticate.ts'
import { addCheckApiKey } from './check-api-key.ts'
import { addConnect } from './connect.ts'
import { addCustomFields } from './custom-fields.ts'
import { addEmptyLists } from './empty-lists.ts'
import { ApiError, renderApiError } from './errors.ts'
import { addForceSync } from './force-sync.ts'
import { addGetCandidateAttachments } from './get-candidate-attachments.ts'
import { addIntegrationFields } from './integration-fields.ts'
import { addIntegrations } from './integrations.ts'
import { type ApiLimits, limitConcurrency, limitRate } from './limits.ts'
import { lists } from './lists.ts'
import { addPassthrough } from './passthrough.ts'
import type { Described } from './reference.ts'
import { addTools } from './tools.ts'
import { addUnavailableActions } from './unavailable-actions.ts'

/**
 * What a call to a list works on: the rows of one integration. What was loaded of them is remembered where it is looked at more
 * than once and nothing changes meanwhile.
 */
export type ApiScope = { store: Store; integration: Integration; loaded?: Map<string, StoredRow[]> }

/** A sync that was asked for. */
export type StartedSync = { already_queued: boolean; sync_id: string; type: SyncType }

/** What the routes find in their context. */
export type ApiEnvironment = {
  Variables: {
    /** What the key of the call opens. */
    environmentId: string
    /** The integration the call names. */
    integration(): Promise<Integration>
    /** The integration that a path names, if the key opens it. */
    integrationOf(named: string): Promise<Integration>
    /** Whether a sync of it was complete once. */
    isSetUp(integrationId: string): Promise<boolean>
    administration: UsedAdministration
    passthrough: Passthrough
    fetchFile: FetchFile
    connect: ConnectLinks
    /** The one the call names, once its first sync has finished. */
    scope(): Promise<ApiScope>
    forceSync(integrationId: string, type: SyncType): Promise<StartedSync>
    actions: Pick<Actions, 'perform'>
    attachments: Attachments
    store: Store
    clock: Clock
    /** A client of an integration's iCIMS. */
    client(integration: Integration): Promise<IcimsClient>
  }
}

/** What of the administration the API gives out. */
type UsedAdministration = Pick<Administration, 'setEnabled' | 'removeIntegration' | 'changeMapping'>

/** What the API is made with. */
export type ApiOptions = {
  store: Store
  authenticate: Authenticate
  administration: UsedAdministration
  passthrough: Passthrough
  fetchFile: FetchFile
  connect: ConnectLinks
  clock: Clock
  limits: ApiLimits
  forceSync(integrationId: string, type: SyncType): Promise<StartedSync>
  actions: Pick<Actions, 'perform'>
  attachments: Attachments
  client(integration: Integration): Promise<IcimsClient>
  onInternalError?: (error: unknown) => void
}

/** The unified API, under `/v1`. */
export function createApi({
  store,
  authenticate,
  administration,
  forceSync,
  passthrough,
  fetchFile,
  connect,
  clock,
  limits,
  actions,
  attachments,
  client,
  onInternalError,
}: ApiOptions): OpenAPIHono<ApiEnvironment> {
  const app = new OpenAPIHono<ApiEnvironment>({
    defaultHook(result) {
      if (result.success) return
      const message = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
      throw new ApiError('PLATFORM.INPUT_INVALID', message)
    },
  }).basePath('/v1')
  app.onError((error, context) => {
    const refused = toApiError(error, onInternalError)
    const { status, body } = renderApiError(refused)
    return context.json(body, status)
  })
  const described = {
    openapi: '3.1.0',
    info: { title: 'Unified ATS API over iCIMS', version: '1' },
    security: [{ apiKey: [] }],
  }
  app.doc31('/openapi.json', described)
  // Loaded when somebody reads it.
  app.get('/reference', async (context) =>
    (await import('./reference.ts')).showReference(
      context,
      app.getOpenAPI31Document(described) as unknown as Described,
    ),
  )
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer' })
  addAttachment(app, attachments)
  app.use(async (context, next) => {
    const environmentId = await authenticate(context.req.header('authorization'))
    if (environmentId === undefined) {
      throw new ApiError('PLATFORM.AUTHENTICATION_INVALID', 'Send the API key as `Authorization: Bearer <key>`.')
    }
    context.set('environmentId', environmentId)
    const integrationOf = (named: string): Promise<Integration> => findIntegration(store, environmentId, named)
    const integration = async (): Promise<Integration> => integrationOf(namedByHeader(context))
    context.set('integrationOf', integrationOf)
    context.set('integration', integration)
    context.set('isSetUp', async (id) => (await countComplete(store, id)) > 0)
    context.set('administration', administration)
    context.set('passthrough', passthrough)
    context.set('fetchFile', fetchFile)
    context.set('connect', connect)
    context.set('scope', async () => syncedScope(store, await integration()))
    context.set('forceSync', forceSync)
    context.set('actions', actions)
    context.set('attachments', attachments)
    context.set('store', store)
    context.set('clock', clock)
    context.set('client', client)
    await next()
  })
  const { requestsPerMinute, concurrentActions } = limits
  if (requestsPerMinute !== null) app.use(limitRate(requestsPerMinute, clock))
  if (concurrentActions !== null) app.use('/ats/*', limitConcurrency(concurrentActions))
  addCheckApiKey(app)
  addForceSync(app)
  addIntegrations(app)
  addIntegrationFields(app)
  addCustomFields(app)
  addPassthrough(app)
  addConnect(app)
  for (const list of lists) list.add(app)
  addEmptyLists(app)
  addAttachmentRestrictions(app)
  addUnavailableActions(app)
  for (const endpoint of actionEndpoints) addAction(app, endpoint)
  addGetCandidateAttachments(app)
  addAssessmentPackages(app)
  addAssessmentOrders(app)
  addTools(app)
  app.notFound((context) => {
    const message = `There is no ${context.req.method} ${context.req.path}. See /v1/openapi.json.`
    const { body } = renderApiError(new ApiError('PLATFORM.INPUT_INVALID', message))
    return context.json(body, 404)
  })
  return app
}

function namedByHeader(context: Context): string {
  const header = context.req.header('x-integration-id')
  if (header !== undefined) return header
  throw new ApiError(
    'PLATFORM.INPUT_INVALID',
    'X-Integration-Id: the header is missing. Send `icims:<integration id>`.',
  )
}

async function findIntegration(store: Store, environmentId: string, named: string): Promise<Integration> {
  const [tool, id] = named.split(':')
  const found = tool === 'icims' && id !== undefined ? await getIntegration(store, id) : undefined
  // Another environment's is as unknown as one that is not there.
  if (found === undefined || found.environmentId !== environmentId)
    throw new ApiError('PLATFORM.INTEGRATION_NOT_FOUND', `There is no integration ${JSON.stringify(named)}.`)
  return found
}

async function syncedScope(store: Store, integration: Integration): Promise<ApiScope> {
  if (!integration.enabled) throw new ApiError('INTEGRATION.INACTIVE', 'The integration is paused. Enable it first.')
  if (await hasCompleted(store, integration.id)) return { store, integration }
  throw new ApiError(
    'INTEGRATION.SETUP_SYNC_PENDING',
    'The first sync of this integration has not finished. Start it with POST /v1/force-sync, or wait.',
  )
}

/** Whatever was not foreseen is our mistake. */
function toApiError(error: unknown, onInternalError: ApiOptions['onInternalError']): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof ActionError) return new ApiError(error.code, error.message)
  onInternalError?.(error)
  return new ApiError('PLATFORM.UNKNOWN_ERROR', 'An unexpected error occurred.')
}
