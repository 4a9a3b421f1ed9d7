import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Where a simulator or a connector is made whose answers nobody holds against its document, and why. */
const unchecked: Readonly<Record<string, string>> = {
  'tenant.ts': 'makes the simulators that are checked',
  'connector.ts': 'makes the connectors that are checked',
  'fixture.ts': 'makes the fixtures that are checked',
  'simulator/seed/print-world.ts': 'a process that answers nothing',
  'simulator/strict.test.ts': 'simulators that are meant to answer what does not fit',
  'simulator/testing/vitest.test.ts': 'hands the check to each of its fixtures',
}

const root = fileURLToPath(new URL('.', import.meta.url))
/** Benchmarks measure what users have, without a check. */
const files = globSync('**/*.ts', { cwd: root, exclude: (name) => name === 'bench' }).filter(
  (name) => !name.startsWith('bench/'),
)

/** Values that a file takes from where simulators and connectors are made. */
function makersIn(file: string): string[] {
  const source = readFileSync(`${root}${file}`, 'utf8')
  const makers =
    /import \{([^}]*)\} from '[./]*\/(?:simulator\/index|simulator\/testing\/(?:index|vitest)|connector\/index)\.ts'/g
  const names = [...source.matchAll(makers)].flatMap(([, list]) => list!.split(',').map((name) => name.trim()))
  return names.filter((name) => /^create(Simulator|Connector|Tenant)\b/.test(name))
}

test('every simulator and connector of a test is one whose answers are held against its document', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((file) => makersIn(file).length > 0 && unchecked[file] === undefined)).toEqual([])
  expect(Object.keys(unchecked).filter((file) => makersIn(file).length === 0)).toEqual([])
})
