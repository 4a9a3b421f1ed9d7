import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'icims-mutants-'))

/** A fault put in on purpose: what the line is, what it becomes, and the tests that must notice. */
type Mutant = { what: string; file: string; from: string; to: string; tests: string }

const mutants: readonly Mutant[] = [
  {
    what: 'anybody signs in',
    file: 'simulator/auth/basic.ts',
    from: "return byDigest.get(digest(Buffer.from(credentials, 'base64').toString('utf8')))",
    to: 'return users[0]',
    tests: 'test/simulator/auth.test.ts',
  },
  {
    what: 'a token never expires',
    file: 'simulator/auth/token.ts',
    from: 'clock.now() >= claims.exp * 1_000 || ',
    to: '',
    tests: 'test/simulator/auth.test.ts',
  },
  {
    what: 'one call too many a day',
    file: 'simulator/quota.ts',
    from: 'spent >= limitOf(user)',
    to: 'spent > limitOf(user)',
    tests: 'test/simulator/headers.test.ts',
  },
  {
    what: 'an empty body is JSON',
    file: 'simulator/render.ts',
    from: "headers['content-type'] = 'application/octet-stream'",
    to: "headers['content-type'] = json",
    tests: 'test/simulator/profiles.test.ts',
  },
  {
    what: 'a refused write leaves half of itself',
    file: 'simulator/store/connection.ts',
    from: 'ROLLBACK TO',
    to: 'RELEASE',
    tests: 'test/simulator/store.test.ts',
  },
  {
    what: 'a profile that was changed is still shown as it was',
    file: 'simulator/store/layer.ts',
    from: 'parsed.get(type)!.delete(id)',
    to: '',
    tests: 'test/simulator/profiles.test.ts',
  },
  {
    what: 'a status moves without a trace',
    file: 'simulator/profiles/workflow.ts',
    from: 'return { ...after, ...by, submittalstatuslog: log }',
    to: 'return { ...after, ...by }',
    tests: 'test/simulator/applicantworkflows.test.ts',
  },
  {
    what: 'a page in a browser steers the fake',
    file: 'simulator/control/guard.ts',
    from: 'if (page !== null && page !== origin)',
    to: 'if (page === null && page !== origin)',
    tests: 'test/simulator/control-access.test.ts',
  },
  {
    what: 'a search page repeats the last id of the one before',
    file: 'connector/icims/client.ts',
    from: "operator: '>' as const",
    to: "operator: '>=' as const",
    tests: 'test/scenarios/paging.test.ts',
  },
  {
    what: 'a full page ends the search',
    file: 'connector/icims/client.ts',
    from: 'export const icimsPageSize = 1_000',
    to: 'export const icimsPageSize = 1_001',
    tests: 'test/scenarios/paging.test.ts',
  },
  {
    what: 'changed_at moves without a change',
    file: 'connector/store/write.ts',
    from: 'return before !== undefined && before.hash === row.hash',
    to: 'return before !== undefined && false',
    tests: 'test/connector/store/store.test.ts',
  },
  {
    what: 'the rows of another integration are shown',
    file: 'connector/store/store.ts',
    from: ".selectAll().where('integration_id', '=', integrationId)",
    to: '.selectAll()',
    tests: 'test/connector/store/store.test.ts',
  },
  {
    what: 'an interaction without a test is let pass',
    file: 'contracts/provider/guards.ts',
    from: 'export function checkPactFile(',
    to: 'export function checkPactFile(...ignored: unknown[]): string[] { return [] }\nfunction unused(',
    tests: 'test/contracts/guards.test.ts',
  },
]

beforeAll(() => {
  for (const name of ['simulator', 'connector', 'contracts', 'openapi', 'test', 'package.json', 'vitest.config.ts']) {
    cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true }))

test('without a fault the tests that look for them pass', () => {
  expect(run([...new Set(mutants.map(({ tests }) => tests))])).toBe(0)
})

test.each(mutants)('noticed: $what', ({ file, from, to, tests }) => {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  expect(source.split(from)).toHaveLength(2)
  writeFileSync(
    path,
    source.replace(from, () => to),
  )
  const code = run([tests])
  writeFileSync(path, source)
  expect(code).toBe(1)
})

/** The exit code of a run of these tests in the copy. */
function run(tests: readonly string[]): number | null {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const env = { ...process.env, PROPERTY_RUNS: '20' }
  delete (env as { VITEST?: string }).VITEST
  return spawnSync(process.execPath, [vitest, 'run', ...tests], { cwd: copy, env, stdio: 'ignore' }).status
}
