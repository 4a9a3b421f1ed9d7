import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Operation, operations } from '../openapi/document.ts'

/** What shows an operation to be as we have it, or the reason why that is missing. Never summed into a score. */
export type OperationEvidence = {
  operationId: string
  request: string
  /** Where it is documented, or seen. */
  documented: Shown
  /** Whether the connector drives it in a test. */
  driven: Shown
  /** Whether a pact replays it against the simulator. */
  contracted: Shown
  /** Whether generated requests were sent to it. */
  fuzzed: Shown
  /** Whether the shape of a live tenant's answer was recorded. */
  recorded: Shown
  /** Whether a test sees it refuse. */
  refused: Shown
}

/** What there is, or why there is nothing. */
export type Shown = { shown: string } | { missing: string }

/** Who sends the generated requests of `test/simulator/requests.property.test.ts`. */
const fuzzer = 'anybody'

/** The evidence of one operation, out of the calls of a whole test run: lines of `operation caller status`. */
export function evidenceOf(
  { operationId, method, path, evidence }: Operation,
  lines: readonly string[],
  contracted: ReadonlySet<string>,
): OperationEvidence {
  const calls = lines.map((line) => line.split(' ')).filter(([id]) => id === operationId)
  const by = (caller: string): boolean => calls.some(([, name]) => name === caller)
  const refusals = [...new Set(calls.map(([, , status]) => Number(status)).filter((status) => status >= 400))]
  const isDriven = by('connector')
  const isRouted = path.startsWith('/customers/')
  const { level, source, note } = evidence
  return {
    operationId,
    request: `${method} ${path}`,
    documented:
      level === 'infer'
        ? { missing: `Inferred from ${source}${note === undefined ? '' : `: ${note}`}.` }
        : { shown: `${level === 'doc' ? "iCIMS's own pages" : 'Clients or captures'}: ${source}` },
    driven: isDriven ? { shown: 'Called by the connector.' } : { missing: 'The connector has no use for it.' },
    contracted: contracted.has(operationId)
      ? { shown: 'contracts/pacts/icims-connector-icims-api.json' }
      : { missing: isDriven ? 'The connector calls it, no contract does.' : 'Nobody here consumes it.' },
    fuzzed: by(fuzzer)
      ? { shown: 'test/simulator/requests.property.test.ts' }
      : {
          missing: isRouted
            ? 'This run generated no request for it; a longer one may.'
            : 'It is answered on the login host, beside the routed operations.',
        },
    recorded: {
      missing: 'No live tenant was recorded: icims-simulator record does it, icims-contracts conform checks one.',
    },
    refused:
      refusals.length > 0
        ? { shown: `Answered ${refusals.sort((a, b) => a - b).join(', ')} in tests.` }
        : {
            missing: isRouted
              ? 'No test sees it refuse.'
              : 'Refusals of the login host are in test/simulator/auth.test.ts.',
          },
  }
}

/** Writes a file for each operation into a folder, which it empties. */
export function writeEvidence(folder: string, lines: readonly string[], contracted: ReadonlySet<string>): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const operation of operations) {
    const text = `${JSON.stringify(evidenceOf(operation, lines, contracted), null, 2)}\n`
    writeFileSync(join(folder, `${operation.operationId}.json`), text)
  }
}
