import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Evidence, loadDocument, operations, switches } from '../../openapi/document.ts'

const readme = readFileSync(new URL('../../openapi/README.md', import.meta.url), 'utf8')
const keys = new Set(
  [...readme.matchAll(/^\| ([A-Z]+\d*(?:, [A-Z]+\d*)*) \|/gm)].flatMap(([, cell]) => cell!.split(', ')),
)

/** Every object of the document that carries evidence, and where it stands. */
function evidenceOf(value: unknown, path = '#'): { path: string; evidence: Evidence }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'x-evidence' in value ? [{ path, evidence: value['x-evidence'] as Evidence }] : []
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => evidenceOf(inner, `${path}/${key}`))]
}

test('the index holds every operation of the document, under a name of its own, with its evidence', async () => {
  type Written = { operationId: string; summary: string; 'x-evidence': Evidence }
  const { paths } = (await loadDocument()) as { paths: Record<string, Record<string, Written>> }
  const methods = ['get', 'post', 'put', 'patch', 'delete']
  const written = Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      .map((method) => {
        const { operationId, summary, 'x-evidence': evidence } = item[method]!
        return { method: method.toUpperCase(), path, operationId, summary, evidence }
      }),
  )
  const byName = <Named extends { operationId: string }>(list: readonly Named[]) =>
    list.toSorted((a, b) => a.operationId.localeCompare(b.operationId, 'en'))
  const indexed = operations.map(({ method, path, operationId, summary, evidence }) => ({
    method,
    path,
    operationId,
    summary,
    evidence,
  }))
  expect(byName(indexed)).toEqual(byName(written))
  expect(new Set(written.map(({ operationId }) => operationId)).size).toBe(written.length)
})

test('every source that evidence names stands in the table of the README', async () => {
  const found = evidenceOf(await loadDocument())
  expect(found.length).toBeGreaterThan(40)
  for (const { path, evidence } of found) {
    expect(['doc', 'client', 'infer'], path).toContain(evidence.level)
    for (const key of evidence.source.split(', ')) expect(keys, `${path} names ${key}`).toContain(key)
  }
})

test('every schema of a value says where it is from', async () => {
  const { components } = (await loadDocument()) as { components: { schemas: Record<string, object> } }
  const without = Object.entries(components.schemas).filter(([, schema]) => !('x-evidence' in schema))
  expect(without.map(([name]) => name)).toEqual([])
})

test('a switch has a default among its options, and a reason', () => {
  expect(switches.length).toBeGreaterThan(0)
  for (const { name, default: chosen, options, why } of switches) {
    expect(options, name).toContain(chosen)
    expect(why.length).toBeGreaterThan(20)
  }
})

test('the generated files are what the YAML make', () => {
  const generate = fileURLToPath(new URL('../../openapi/generate.ts', import.meta.url))
  execFileSync(process.execPath, [generate, '--check'], { stdio: 'pipe' })
})
