import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { TenantConfig } from './config.ts'
import type { PresetName } from './presets/presets.ts'

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
  const lineOf = (path: readonly PropertyKey[]): number => {
    // What is missing has no line: its parent's is told.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined
      if (node?.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const { tenantFileSchema } = await import('./schema.ts')
  const result = tenantFileSchema.safeParse(document.toJS() ?? {})
  if (result.success) return result.data as TenantFile
  throw new TenantFileError(
    result.error.issues
      .flatMap((issue) =>
        problemsOf(issue).map(({ path, message }) => `${file}:${lineOf(path)}: ${nameOf(path)}${message}`),
      )
      .join('\n'),
  )
}

function problemsOf(issue: z.core.$ZodIssue): { path: readonly PropertyKey[]; message: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }]
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'there is no such setting' }))
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')}: `
}
