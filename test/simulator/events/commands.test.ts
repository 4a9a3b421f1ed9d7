import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { moveCandidate } from '../../../simulator/profiles/arrange.ts'
import { listen } from '../../../simulator/server.ts'
import { createTenant } from '../../tenant.ts'

const cli = fileURLToPath(new URL('../../../simulator/cli.ts', import.meta.url))

test('from the command line somebody is subscribed, events are listed, shown and sent again', async () => {
  let status = 503
  const partner = createServer((_, response) => response.writeHead(status).end('{}'))
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(partner.address() as { port: number }).port}/events`
  await using simulator = await createTenant({ people: 24, strict: false })
  const listening = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const run = (...args: string[]): Promise<string> =>
    new Promise((resolve) => {
      const env = { ...process.env, ICIMS_SIMULATOR_URL: listening.baseUrl }
      execFile(process.execPath, [cli, 'events', ...args], { env }, (_, stdout, stderr) => resolve(stdout + stderr))
    })
  expect(await run('subscribe', 'WorkFlowStatusChangeEvent', url, '--status', 'D10110', '--hmac', 'ann:k')).toBe(
    `WorkFlowStatusChangeEvent goes to ${url} from now on: subscription 1.\n`,
  )
  expect(await run('subscriptions')).toBe(`1  WorkFlowStatusChangeEvent to ${url}, hmac, on D10110\n`)
  const [workflow] = [...simulator.tenant.store.each('applicantworkflow')]
  moveCandidate(simulator.tenant, workflow!.id, 'D10110')
  expect(await run('wait')).toBe('0 waiting, 0 delivered, 1 failed\n')
  expect(await run()).toContain(`WorkFlowStatusChangeEvent to ${url}: failed; The partner answered 503`)
  const shown = await run('show', '1')
  expect(shown).toContain(`> POST ${url}`)
  expect(shown).toContain(`/customers/1234/applicantworkflows/${workflow!.id}`)
  expect(shown).toContain('< 503')
  status = 200
  expect(await run('resend', 'failed')).toBe('1 events are sent again.\n')
  expect(await run('wait')).toBe('0 waiting, 1 delivered, 0 failed\n')
  expect(await run('resend', 'x')).toContain('"x" is no number of an event')
  expect(await run('unsubscribe', '1')).toBe('Nobody is told of anything.\n')
  await listening.close()
  partner.close()
})
