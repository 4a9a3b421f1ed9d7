import type { Permission } from './permissions.ts'

/**
 * What is known of a permission. iCIMS leaves out what the API user may not see instead of refusing it: `empty` is what is
 * allowed and has nothing in it, `unknown` what may be either.
 */
export type Verdict = 'allowed' | 'not-allowed' | 'empty' | 'unknown'

/** One field that the mapping reads: whether it may be read, how that is known, and what it fills. */
export type FieldFinding = { field: string; verdict: Verdict; how: string; fills: readonly string[] }

/**
 * One permission, tried out. FAILED stops a sync; WARNING leaves rows without what was not seen, or an action undone.
 *
 * `seen` says what came back, `how` what follows from it and why.
 */
export type CheckStep = {
  permission: string
  name: string
  state: 'PASSED' | 'WARNING' | 'FAILED' | 'SKIPPED'
  verdict: Verdict
  seen: string
  how: string
  neededFor: string
  fields: readonly FieldFinding[]
}

/** Whether a sync can be run by what was found. */
export function isGood(steps: readonly CheckStep[]): boolean {
  return steps.every(({ state }) => state !== 'FAILED')
}

/** What was found of a permission. */
export type Finding = Pick<CheckStep, 'state' | 'verdict' | 'seen' | 'how'> & { fields?: readonly FieldFinding[] }

export function toStep({ id, title, neededFor }: Permission, { fields = [], ...found }: Finding): CheckStep {
  return { permission: id, name: title, ...found, neededFor, fields }
}

export function allowed(seen: string, how: string): Finding {
  return { state: 'PASSED', verdict: 'allowed', seen, how }
}

export function skipped(seen: string): Finding {
  return { state: 'SKIPPED', verdict: 'unknown', seen, how: 'It was not tried.' }
}

/** Tries something out; what it throws is a refusal. */
export async function tried(
  permission: Permission,
  work: () => Promise<Finding>,
  isNeeded = permission.need === 'required',
): Promise<CheckStep> {
  try {
    return toStep(permission, await work())
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error)
    const isRefused = error instanceof Error && ['FatalError', 'RecordError', 'RefusedError'].includes(error.name)
    return toStep(permission, {
      state: isNeeded ? 'FAILED' : 'WARNING',
      verdict: isRefused ? 'not-allowed' : 'unknown',
      seen,
      how: isRefused ? 'iCIMS refused it in these words.' : 'No answer came that says whether it is allowed.',
    })
  }
}
