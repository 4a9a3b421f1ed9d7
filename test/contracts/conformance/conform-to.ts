import { type Conformance, type ConformOptions, conform } from '../../../contracts/conformance/conform.ts'
import type { Simulator } from '../../../simulator/index.ts'
import { asFetch, originOf } from '../../tenant.ts'

/** Sends requests to a simulator; the answers say the tenant's date, as a server's do. */
export function fetchOf(simulator: Simulator): typeof fetch {
  return asFetch(async (request) => {
    const response = await simulator.fetch(request)
    const headers = new Headers(response.headers)
    headers.set('date', new Date(simulator.tenant.clock.now()).toUTCString())
    const body = response.status === 204 ? null : await response.arrayBuffer()
    return new Response(body, { status: response.status, headers })
  })
}

/** Runs the suite against a simulated tenant, by Basic unless told otherwise. */
export function conformTo(simulator: Simulator, more: Partial<ConformOptions> = {}): Promise<Conformance> {
  const { customerId, users } = simulator.coordinates
  const { username, password, hmacKey, clientId, clientSecret } = users[0]!
  const isEu = simulator.tenant.config.region === 'eu'
  const tokenUrl = isEu ? 'https://login.icims.eu/oauth/token' : 'https://login.icims.com/oauth/token'
  return conform({
    baseUrl: originOf(simulator),
    customerId: String(customerId),
    scheme: 'basic',
    credentials: {
      basic: { username, password },
      hmac: { username, key: hmacKey },
      oauth: { clientId, clientSecret, tokenUrl },
    },
    fetch: fetchOf(simulator),
    now: () => new Date(simulator.tenant.wallClock()),
    wait: async (milliseconds) => simulator.advance(milliseconds),
    slow: true,
    ...more,
  })
}

/** Ids of the facts with a verdict. */
export function idsWith({ findings }: Conformance, verdict: Conformance['findings'][number]['verdict']): string[] {
  return findings.filter((finding) => finding.verdict === verdict).map(({ id }) => id)
}
