import { describeEffect, type StandingFault } from '../faults/rule.ts'
import { isFaultSet } from '../faults/sets.ts'
import type { AddFaultFlags } from './fault-commands.ts'
import { callControl } from './remote.ts'
import { say } from './steer.ts'
import type { SteerFlags } from './steering.ts'
import { UsageError } from './usage-error.ts'

type Answer = { faults: StandingFault[] }

/** `icims-simulator faults list`. */
export async function listFaults(flags: SteerFlags): Promise<void> {
  say(flags, (await callControl(flags, 'GET', '/faults')) as Answer, describe)
}

/** `icims-simulator faults add flaky`, or `503 --operation getPerson --times 3`, or a rule in JSON. */
export async function addFault(what: string, flags: AddFaultFlags): Promise<void> {
  say(flags, (await callControl(flags, 'POST', '/faults', readFault(what, flags))) as Answer, describe)
}

/** `icims-simulator faults remove 3`, or all of them. */
export async function removeFault(id: number | 'all', flags: SteerFlags): Promise<void> {
  say(flags, (await callControl(flags, 'DELETE', id === 'all' ? '/faults' : `/faults/${id}`)) as Answer, describe)
}

/** @throws UsageError for what is neither a set, a status nor JSON, and for a set that is told which calls it is for. */
function readFault(
  what: string,
  { operation, caller, method, path, skip, times, every, until }: AddFaultFlags,
): object {
  const calls = Object.entries({ operation, caller, method, path, skip, times, every, until })
  const narrowed = Object.fromEntries(calls.filter(([, value]) => value !== undefined))
  if (isFaultSet(what)) {
    if (Object.keys(narrowed).length === 0) return { set: what }
    throw new UsageError(`${what} is a set whose rules say which calls they are for: leave out the other flags.`)
  }
  if (/^[45]\d\d$/.test(what)) return { ...narrowed, effect: { kind: 'status', status: Number(what) } }
  const rule = parseRule(what)
  return { ...('effect' in rule ? rule : { effect: rule }), ...narrowed }
}

function parseRule(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) return parsed
  } catch {
    // Said below, like what is JSON but no rule.
  }
  throw new UsageError(
    `"${text}" is no fault: name a set, a status such as 503, or write a rule or its effect as JSON.`,
  )
}

function describe({ faults }: Answer): string {
  return faults.length === 0 ? 'There are no faults.' : faults.map(describeFault).join('\n')
}

function describeFault({ id, matched, hits, effect, ...calls }: StandingFault): string {
  const which = Object.entries(calls).map(([name, value]) => `${name} ${value}`)
  return `${id}  ${which.join(', ') || 'every call'}: ${describeEffect(effect)} (${hits} of ${matched} calls hit)`
}
