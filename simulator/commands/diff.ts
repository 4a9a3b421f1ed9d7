import { createAnswerCheck } from '../check.ts'
import { type Difference, diffShapes } from '../drift/diff.ts'
import { readShapes } from '../drift/shapes-file.ts'
import { createSimulator } from '../index.ts'
import { readTenantFile } from '../tenant/tenant-file.ts'
import type { TenantFlags } from './flags.ts'

/** What `diff` takes besides the file. */
export type DiffFlags = Pick<TenantFlags, 'preset' | 'tenant' | 'cache'> & { json?: true }

/** People of the tenant that is compared: enough that there is one of everything. */
const people = 24

/** `icims-simulator diff`: where the simulator differs from what was recorded, and which switch would bring it in line. */
export async function diff(file: string, flags: DiffFlags): Promise<void> {
  const { recordedOn, exchanges } = readShapes(file)
  const {
    preset,
    users: _users,
    customerId: _customerId,
    ...tenant
  } = flags.tenant ? await readTenantFile(flags.tenant) : {}
  const show = (done: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${exchanges.length} compared`)
  }
  const differences = await diffShapes(
    exchanges,
    (switches) =>
      createSimulator({
        preset: preset ?? flags.preset,
        tenant,
        people,
        switches: { ...tenant.switches, ...switches },
        ...(flags.cache !== undefined && { cache: flags.cache }),
      }),
    createAnswerCheck(),
    show,
  )
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  process.stdout.write(
    flags.json
      ? `${JSON.stringify({ recordedOn, compared: exchanges.length, differences })}\n`
      : table(recordedOn, exchanges.length, differences),
  )
  if (differences.length > 0) process.exitCode = 1
}

function table(recordedOn: string, compared: number, differences: readonly Difference[]): string {
  const head = `${compared} kinds of exchange, recorded on ${recordedOn}: `
  if (differences.length === 0) return `${head}no difference.\n`
  const rows = differences.map(({ operation, recorded, part, what, switch: repair }) => [
    operation,
    String(recorded),
    part,
    repair === undefined ? what : `${what} (switch ${repair})`,
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
  return `${head}${differences.length} difference${differences.length === 1 ? '' : 's'}.\n${lines.join('\n')}\n`
}
