import { OpenAPIHono } from '@hono/zod-openapi'
import type { Actions } from '../actions/actions.ts'
import type { Administration } from '../administration.ts'
import { ApiError, renderApiError } from '../api/errors.ts'
import { isSame } from '../is-same.ts'
import { ForbiddenTargetError } from '../outgoing/guard.ts'
import { AdministrationError, type Integration } from '../store/integration.ts'
import { addActions } from './actions.ts'
import { addApiKeys } from './api-keys.ts'
import { addCredentials } from './credentials.ts'
import { addIntegrations } from './integrations.ts'
import { addWebhooks } from './webhooks.ts'

/** What the routes work with. */
export type AdminContext = {
  administration: Administration
  integrations(): Promise<Integration[]>
  unfinished: Actions['unfinished']
  /** @throws ApiError when there is none of that id, which may have `icims:` before it. */
  integration(named: string): Promise<Integration>
}

/** What the API is made with. */
export type AdminOptions = Pick<AdminContext, 'administration' | 'integrations' | 'unfinished'> & {
  /** The bearer that opens it. It opens every environment, and nothing of the unified API. */
  token: string
  onInternalError?: (error: unknown) => void
}

/**
 * Administration over HTTP, under `/admin/v1`: what the command line does with integrations, keys and webhooks. No answer holds
 * a secret, save a key or a webhook's secret that was made by the call itself.
 */
export function createAdminApi(options: AdminOptions): OpenAPIHono {
  const { administration, integrations, unfinished, token, onInternalError } = options
  const app = new OpenAPIHono().basePath('/admin/v1')
  app.onError((error, context) => {
    const { status, body } = renderApiError(toApiError(error, onInternalError))
    return context.json(body, status)
  })
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Administration of the connector', version: '1' },
    security: [{ adminToken: [] }],
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'adminToken', { type: 'http', scheme: 'bearer' })
  app.use(async (context, next) => {
    const given = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    if (given === undefined || !isSame(given, token)) {
      throw new ApiError('PLATFORM.AUTHENTICATION_INVALID', 'Send the admin token as `Authorization: Bearer <token>`.')
    }
    await next()
  })
  const admin: AdminContext = {
    administration,
    integrations,
    unfinished,
    async integration(named) {
      const id = named.replace(/^icims:/, '')
      const found = (await integrations()).find((one) => one.id === id)
      if (found !== undefined) return found
      throw new ApiError('PLATFORM.INTEGRATION_NOT_FOUND', `There is no integration ${JSON.stringify(named)}.`)
    },
  }
  addIntegrations(app, admin)
  addCredentials(app, admin)
  addApiKeys(app, admin)
  addWebhooks(app, admin)
  addActions(app, admin)
  app.notFound((context) => {
    const message = `There is no ${context.req.method} ${context.req.path}. See /admin/v1/openapi.json.`
    return context.json(renderApiError(new ApiError('PLATFORM.INPUT_INVALID', message)).body, 404)
  })
  return app
}

/** What administration refuses says why; whatever else was not foreseen is our mistake. */
function toApiError(error: unknown, onInternalError: AdminOptions['onInternalError']): ApiError {
  if (error instanceof ApiError) return error
  const isRefusal = error instanceof AdministrationError || error instanceof ForbiddenTargetError
  if (isRefusal) return new ApiError('PLATFORM.INPUT_INVALID', error.message)
  onInternalError?.(error)
  return new ApiError('PLATFORM.UNKNOWN_ERROR', 'An unexpected error occurred.')
}
