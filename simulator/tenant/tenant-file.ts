import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { type ConfigProblem, checkConfig } from './check-config.ts'
import type { TenantConfig } from './config.ts'
import { defaultCoordinates } from './coordinates.ts'
import type { PresetName } from './presets/presets.ts'
import { mergeTenant } from './resolve.ts'

/** A tenant file that cannot be used: one line a problem, each with file, line and field. */
export class TenantFileError extends Error {
  override readonly name = 'TenantFileError'
}

/** What a tenant file says: the preset it starts from, and what differs. */
export type TenantFile = { preset?: PresetName } & Partial<Omit<TenantConfig, 'customerId'>> & { customerId?: number }

/**
 * Reads a tenant's configuration from YAML or JSON. A part that is given takes the whole place of the preset's; of `lists`,
 * each list does.
 *
 * @throws TenantFileError naming file, line and field of every problem.
 */
export async function readTenantFile(file: string): Promise<TenantFile> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new TenantFileError(`cannot read the tenant file ${file}: ${(error as NodeJS.ErrnoException).code ?? error}.`)
  }
  // YAML holds JSON, and its parser knows the line of everything.
  const { LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [error] = document.errors
  if (error !== undefined) throw new TenantFileError(`${file}: ${error.message.split('\n')[0]}`)
  const lineOf = (path: readonly (string | number)[]): number => {
    // What is missing has no line: its parent's is told.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined
      if (node?.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const { tenantFileSchema } = await import('./schema.ts')
  const result = tenantFileSchema.safeParse(document.toJS() ?? {})
  const problems = result.success
    ? await contradictions(result.data as TenantFile)
    : result.error.issues.flatMap(problemsOf)
  if (result.success && problems.length === 0) return result.data as TenantFile
  throw new TenantFileError(
    problems.map(({ path, message }) => `${file}:${lineOf(path)}: ${nameOf(path)}${message}`).join('\n'),
  )
}

async function contradictions({
  preset = 'default',
  users,
  customerId,
  ...overrides
}: TenantFile): Promise<ConfigProblem[]> {
  const coordinates = { ...defaultCoordinates, ...(users && { users }) }
  return checkConfig((await mergeTenant(preset, overrides, coordinates)).config)
}

function problemsOf(issue: z.core.$ZodIssue): ConfigProblem[] {
  const path = issue.path as (string | number)[]
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
  return issue.keys.map((key) => ({ path: [...path, key], message: 'there is no such setting' }))
}

function nameOf(path: readonly (string | number)[]): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')}: `
}
