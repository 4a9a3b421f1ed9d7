import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPactFiles } from '../contracts/provider/pact-file.ts'
import { operations } from '../openapi/document.ts'
import { matchRoute } from '../simulator/routes.ts'
import { writeEvidence } from './evidence.ts'

/** Where a whole run leaves a file for each operation. */
const evidenceFolder = fileURLToPath(new URL('../contracts/reports/operations', import.meta.url))

/** Operations without a test of their success, or that the connector calls without a contract, and why that is so. */
export const writtenGaps: Readonly<Record<string, string>> = {
  createToken: 'answered on the login host, beside the routed operations; test/simulator/auth.test.ts holds its tests',
}

/** What the workers' tenants answered: lines of `operation caller status`, as `test/tenant.ts` writes them. */
export function judgeCoverage(lines: readonly string[], contracted: ReadonlySet<string>): string[] {
  const calls = lines.filter((line) => line !== '').map((line) => line.split(' ') as [string, string, string])
  const succeeded = new Set(calls.filter(([, , status]) => Number(status) < 400).map(([operation]) => operation))
  const byConnector = new Set(calls.filter(([, caller]) => caller === 'connector').map(([operation]) => operation))
  const problems: string[] = []
  for (const { operationId } of operations) {
    if (operationId in writtenGaps) continue
    if (!succeeded.has(operationId)) problems.push(`${operationId}: no test calls it successfully.`)
    if (byConnector.has(operationId) && !contracted.has(operationId))
      problems.push(`${operationId}: the connector calls it, no contract does.`)
  }
  return problems
}

/** The operations the committed pact files contain. */
export function contractedOperations(): Set<string> {
  const files = readPactFiles(fileURLToPath(new URL('../contracts/pacts', import.meta.url)))
  const ids = files
    .filter(({ provider }) => provider === 'icims-api')
    .flatMap(({ path }) => {
      const { interactions } = JSON.parse(readFileSync(path, 'utf8')) as {
        interactions: { request: { method: string; path: string } }[]
      }
      return interactions.map(({ request }) => matchRoute(request.method, request.path)?.operation.operationId ?? '')
    })
  return new Set(ids)
}

/** Vitest's global set-up: gives the workers a file to note their calls in, and judges it, and writes the evidence of each operation, when a whole run ends. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'icims-coverage-'))
  const file = join(folder, 'calls.txt')
  writeFileSync(file, '')
  process.env.ICIMS_COVERAGE_FILE = file
  return () => {
    // Part of the suite says nothing about the whole.
    const isWhole = process.argv.slice(2).every((word) => word === 'run')
    const lines = [...new Set(readFileSync(file, 'utf8').split('\n'))]
    rmSync(folder, { recursive: true })
    if (!isWhole) return
    const contracted = contractedOperations()
    writeEvidence(evidenceFolder, lines, contracted)
    const problems = judgeCoverage(lines, contracted)
    for (const problem of problems) process.stderr.write(`✗ coverage: ${problem}\n`)
    if (problems.length > 0) process.exitCode = 1
  }
}
