import { fileURLToPath } from 'node:url'
import { type HTTPClient, Kombo } from '@kombo-api/sdk'
import { Pact, SpecificationVersion } from '@pact-foundation/pact'
import { contractApi, type UnifiedStateName, type UnifiedStates } from '../../unified-states.ts'

/** The contract between an app, which uses the official SDK, and the unified API. */
const pact = new Pact({
  consumer: 'app',
  provider: 'unified-api',
  dir: process.env.ICIMS_PACTS ?? fileURLToPath(new URL('../../reports', import.meta.url)),
  spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
  logLevel: 'error',
})

const { key, integrationId } = contractApi

/** The integration as the API names it. */
export const integration = `icims:${integrationId}`

/** What a call carries that names no integration. */
export const keyHeader = { authorization: `Bearer ${key}` }

/** What every call about one integration carries. */
export const callHeaders = { ...keyHeader, 'x-integration-id': integration }

/** What the SDK asks of a list when it is told nothing: its defaults. */
export const listDefaults = { ignore_unsupported_filters: 'false', include_deleted: 'false', page_size: '100' }

/** A state with its parameters. */
type Given = { [Name in UnifiedStateName]: readonly [Name, UnifiedStates[Name]] }[UnifiedStateName]

/** Starts an interaction from a state with its parameters, and from what becomes of it then. */
export function given<Name extends UnifiedStateName>(state: Name, parameters: UnifiedStates[Name], ...then: Given[]) {
  const interaction = pact.addInteraction().given(state, parameters)
  return then.reduce((started, [next, more]) => started.given(next, more), interaction)
}

/** The official SDK, unmodified, against a mock. It never retries, so that each interaction is one call. */
export function sdkOf(
  mockUrl: string,
  options: { api_key?: string; integration_id?: string; http_client?: HTTPClient } = {},
): Kombo {
  return new Kombo({ server_url: `${mockUrl}/v1`, api_key: key, integration_id: integration, ...options })
}
