import type { ConfigProblem } from './check-config.ts'
import type { TenantConfig } from './config.ts'

/** Subscriptions that wait for a status the tenant does not have, or for one where there is none to enter. */
export function checkEvents({ events = [], lists }: TenantConfig): ConfigProblem[] {
  const known = new Set(
    ['lists.status', 'lists.onboarding_status'].flatMap((list) => (lists[list] ?? []).map(({ id }) => id)),
  )
  return events.flatMap(({ eventType, statuses = [] }, i): ConfigProblem[] => {
    if (statuses.length > 0 && eventType !== 'WorkFlowStatusChangeEvent') {
      return [{ path: ['events', i, 'statuses'], message: `no status sets off ${eventType}` }]
    }
    return statuses.flatMap((id, j): ConfigProblem[] =>
      known.has(id) ? [] : [{ path: ['events', i, 'statuses', j], message: `there is no status ${id}` }],
    )
  })
}
