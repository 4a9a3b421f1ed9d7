import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { switches } from '../../openapi/document.ts'
import { readBehaviours } from '../../openapi/tables.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const areas = readBehaviours(readFileSync(join(root, 'openapi/behaviours.yaml'), 'utf8'))
const rows = areas.flatMap((area) => area.rows)

test('every behaviour names a test that there is', () => {
  const files = readdirSync(join(root, 'test/simulator'), { recursive: true, encoding: 'utf8' })
  const text = files
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, 'test/simulator', name), 'utf8').replaceAll("\\'", "'"))
    .join('\n')
  const missing = rows
    .map(([, , , title]) => title)
    .filter((title) => !text.includes(`'${title}'`) && !text.includes(`"${title}"`))
  expect(missing).toEqual([])
})

test('every switch is named by the behaviour it changes, and no other is', () => {
  const named = new Set(rows.map(([, , , , name]) => name).filter((name) => name !== undefined))
  expect([...named].sort()).toEqual(switches.map(({ name }) => name).sort())
})

test('each line says how sure we are and from where', () => {
  const known = readFileSync(join(root, 'openapi/README.md'), 'utf8')
  const keys = new Set([...known.matchAll(/^\| ([A-Z0-9, ]+) \| /gm)].flatMap(([, list]) => list!.split(', ')))
  for (const [what, level, source] of rows) {
    expect(['doc', 'client', 'infer'], what).toContain(level)
    for (const key of source.split(', ')) expect([...keys], `${what}: ${key}`).toContain(key)
  }
})
