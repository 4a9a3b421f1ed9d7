import type { CheckStep } from '../index.ts'
import { chooseIntegration, openDescribedOrExisting } from './open-connector.ts'
import type { ConnectionFlags } from './options.ts'
import { print } from './print.ts'
import { stopSignal } from './stop-signal.ts'

/** What `check` takes. */
type CheckFlags = ConnectionFlags & { writes?: true; writesJob?: number }

/** How a permission reads that is not simply allowed. */
const verdicts = {
  allowed: 'allowed',
  'not-allowed': 'not allowed',
  empty: 'empty',
  unknown: 'cannot be told',
} as const

/** `icims-connector check`: every permission a sync and the actions need, tried out. Fails when a sync would. */
export async function check(word: string | undefined, flags: CheckFlags): Promise<void> {
  const signal = stopSignal()
  const { connector, described } = await openDescribedOrExisting(flags)
  await using _ = connector
  const { id, customerId, baseUrl, account } = await chooseIntegration(
    connector,
    word ?? flags.integrationId ?? described,
  )
  if (!flags.json) process.stdout.write(`Customer ${customerId} at ${baseUrl}, as ${account}\n`)
  const steps: CheckStep[] = []
  for await (const step of connector.check(id, signal, writesOf(flags))) {
    steps.push(step)
    if (!flags.json) process.stdout.write(describeStep(step))
  }
  const isGood = steps.every(({ state }) => state !== 'FAILED')
  print(flags.json, { integrationId: `icims:${id}`, passed: isGood, steps }, () => `\n${summary(steps)}\n`)
  if (!isGood) process.exitCode = 1
}

function writesOf({ writes, writesJob }: CheckFlags): { job?: string } | undefined {
  if (writesJob !== undefined) return { job: String(writesJob) }
  return writes === true ? {} : undefined
}

function describeStep({ state, verdict, name, seen, how, neededFor, fields }: CheckStep): string {
  const word = state === 'PASSED' && verdict === 'empty' ? 'empty' : state.toLowerCase()
  const lines = [`  ${word.padEnd(9)}${name.padEnd(34)}${seen}`]
  if (state === 'FAILED' || state === 'WARNING') {
    if (fields.length === 0) lines.push(`${' '.repeat(11)}${verdicts[verdict]}: ${how}`)
    lines.push(`${' '.repeat(11)}needed for: ${neededFor}`)
  }
  const width = Math.max(0, ...fields.map(({ field }) => field.length))
  for (const { field, verdict, how, fills } of fields) {
    if (verdict === 'allowed') continue
    const filled = fills.length === 0 ? '' : ` Fills ${fills.join('; ')}.`
    lines.push(`${' '.repeat(13)}${field.padEnd(width)}  ${verdicts[verdict].padEnd(15)}${how}${filled}`)
  }
  return `${lines.join('\n')}\n`
}

function summary(steps: readonly CheckStep[]): string {
  const count = (state: CheckStep['state']): number => steps.filter((step) => step.state === state).length
  const hidden = steps.flatMap(({ fields }) => fields.filter(({ verdict }) => verdict === 'not-allowed')).length
  const counts = `${count('PASSED')} passed, ${count('WARNING')} with warnings, ${count('FAILED')} failed, ${count('SKIPPED')} not tried; ${hidden} fields not allowed.`
  return `${counts} ${count('FAILED') === 0 ? 'A sync can be run.' : 'A sync would fail.'}`
}
