import { fileURLToPath } from 'node:url'
import { Pact, SpecificationVersion } from '@pact-foundation/pact'
import { createIcimsClient, type IcimsClient, type IcimsClientOptions } from '../../connector/icims/client.ts'
import { contractCustomer, contractUser, type ProviderStates, type StateName } from '../states.ts'

/** The contract between the connector and the iCIMS API. */
const pact = new Pact({
  consumer: 'icims-connector',
  provider: 'icims-api',
  dir: process.env.ICIMS_PACTS ?? fileURLToPath(new URL('../reports', import.meta.url)),
  spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
  logLevel: 'error',
})

const { username, password } = contractUser

/** What Basic credentials look like on the wire. */
export const basicHeader = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`

/** Starts an interaction from a state with its parameters. */
export function given<Name extends StateName>(state: Name, parameters: ProviderStates[Name]) {
  return pact.addInteraction().given(state, parameters)
}

/** The connector's real client against a mock; it never waits and tries once, so that each interaction is one call. */
export function clientOf(baseUrl: string, more: Partial<IcimsClientOptions> = {}): IcimsClient {
  return createIcimsClient({
    baseUrl,
    customerId: String(contractCustomer),
    auth: { type: 'basic', username, password },
    fetch: globalThis.fetch,
    clock: { now: () => new Date('2026-01-15T15:00:00Z'), sleep: async () => {} },
    tries: 1,
    ...more,
  })
}

/** `/customers/1234` and the rest of the path. */
export function customerPath(path: string): string {
  return `/customers/${contractCustomer}${path}`
}
