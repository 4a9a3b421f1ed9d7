import type { SignInSheet } from '../sign-in.ts'
import type { Snapshot } from '../snapshots.ts'
import { callControl } from './remote.ts'
import type { SteerFlags } from './steering.ts'
import { UsageError } from './usage-error.ts'

/** A tenant as the control routes describe it. */
type Described = SignInSheet & { baseUrl: string; now: string; forkedFrom: number | null }

/** `icims-simulator reset`. */
export async function reset(flags: SteerFlags): Promise<void> {
  say(flags, await callControl(flags, 'POST', '/reset'), () => 'The tenant is as it was at its start.')
}

/** `icims-simulator advance 7d`, or to an instant. */
export async function advance(time: string, flags: SteerFlags & { still?: true }): Promise<void> {
  const until = /^\d{4}-/.test(time) ? { to: time } : { by: time }
  const body = { ...until, ...(flags.still && { still: true }) }
  const answer = (await callControl(flags, 'POST', '/clock/advance', body)) as { now: string }
  say(flags, answer, ({ now }) => `The tenant's time is now ${now}.`)
}

/** `icims-simulator snapshot before-import`. */
export async function snapshot(name: string | undefined, flags: SteerFlags): Promise<void> {
  const answer = (await callControl(flags, 'POST', '/snapshots', name === undefined ? {} : { name })) as Snapshot
  say(flags, answer, (kept) => `Kept as ${kept.name}, at ${kept.taken}.`)
}

/** `icims-simulator snapshots`. */
export async function snapshots(flags: SteerFlags): Promise<void> {
  const answer = (await callControl(flags, 'GET', '/snapshots')) as { snapshots: Snapshot[] }
  say(flags, answer, (found) => {
    if (found.snapshots.length === 0) return 'There are no snapshots.'
    return found.snapshots.map(({ name, taken }) => `${taken}  ${name}`).join('\n')
  })
}

/** `icims-simulator restore before-import`. */
export async function restore(name: string, flags: SteerFlags): Promise<void> {
  const answer = (await callControl(flags, 'POST', `/snapshots/${encodeURIComponent(name)}/restore`)) as Snapshot
  say(flags, answer, (restored) => `The tenant is as it was at ${restored.taken} (${restored.name}).`)
}

/** `icims-simulator fork`: of the simulator's own tenant, or of the one `--customer-id` names. */
export async function fork({ as, customerId, ...flags }: SteerFlags & { as?: number }): Promise<void> {
  const body = { ...(customerId !== undefined && { from: customerId }), ...(as !== undefined && { customerId: as }) }
  say(flags, (await callControl(flags, 'POST', '/tenants', body)) as Described, describe)
}

/** `icims-simulator tenants`. */
export async function tenants({ customerId, ...flags }: SteerFlags): Promise<void> {
  const answer = (await callControl(flags, 'GET', '/tenants')) as { tenants: Described[] }
  say(flags, answer, (found) => found.tenants.map(describe).join('\n'))
}

/** `icims-simulator remove --customer-id 1235`. */
export async function remove({ customerId, ...flags }: SteerFlags): Promise<void> {
  if (customerId === undefined) throw new UsageError('say which fork to remove with --customer-id.')
  const answer = await callControl(flags, 'DELETE', `/tenants/${customerId}`)
  say(flags, answer, () => `The tenant ${customerId} is gone.`)
}

function describe({ customerId, forkedFrom, baseUrl, now, basic }: Described): string {
  const origin = forkedFrom === null ? '' : `, forked from ${forkedFrom}`
  return `customer ${customerId} on ${baseUrl}${origin}, ${now}\n  Basic   ${basic.username} / ${basic.password}`
}

export function say<Answer>({ json }: SteerFlags, answer: Answer, inWords: (answer: Answer) => string): void {
  process.stdout.write(`${json ? JSON.stringify(answer) : inWords(answer)}\n`)
}
