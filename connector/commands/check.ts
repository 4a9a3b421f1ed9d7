import type { CheckStep } from '../index.ts'
import { chooseIntegration, openDescribed } from './open-connector.ts'
import type { ConnectionFlags } from './options.ts'
import { print } from './print.ts'
import { stopSignal } from './stop-signal.ts'

/** `icims-connector check`: what a sync needs, tried out. Fails when a sync would. */
export async function check(word: string | undefined, flags: ConnectionFlags): Promise<void> {
  const signal = stopSignal()
  const { connector, described } = await openDescribed(flags)
  await using _ = connector
  const { id, customerId, baseUrl, account } = await chooseIntegration(
    connector,
    word ?? flags.integrationId ?? described,
  )
  if (!flags.json) process.stdout.write(`Customer ${customerId} at ${baseUrl}, as ${account}\n`)
  const steps: CheckStep[] = []
  for await (const step of connector.check(id, signal)) {
    steps.push(step)
    if (!flags.json)
      process.stdout.write(`  ${step.state.toLowerCase().padEnd(8)}${step.name.padEnd(28)}${step.seen}\n`)
  }
  const isGood = steps.every(({ state }) => state !== 'FAILED')
  print(flags.json, { integrationId: `icims:${id}`, passed: isGood, steps }, () =>
    isGood ? 'A sync can be run.\n' : 'A sync would fail.\n',
  )
  if (!isGood) process.exitCode = 1
}
