import { UsageError } from './usage-error.ts'

/** Where a simulator that is running is reached, and what lets one steer it. */
export type RemoteFlags = { url: string; controlToken?: string; customerId?: number }

/**
 * Calls a control route of a running simulator: `GET /journal/7` of its own tenant, or of the customer named.
 *
 * @throws UsageError with the simulator's own words when it refuses, or when nothing answers there.
 */
export async function callControl(
  { url, controlToken, customerId }: RemoteFlags,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const tenant = customerId === undefined ? '' : `/tenants/${customerId}`
  const address = `${url.replace(/\/+$/, '')}/_sim${tenant}${path}`
  let response: Response
  try {
    response = await fetch(address, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(controlToken !== undefined && { authorization: `Bearer ${controlToken}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  } catch (error) {
    const reason = ((error as Error).cause as { code?: string } | undefined)?.code ?? (error as Error).message
    throw new UsageError(
      `no simulator answers at ${url} (${reason}). Start one with icims-simulator serve, or name it with --url.`,
    )
  }
  const answer = (await response.json().catch(() => ({ error: 'the answer is no JSON' }))) as { error?: string }
  if (!response.ok) throw new UsageError(`${answer.error ?? response.status}`)
  return answer
}
