import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations } from '../openapi/document.ts'
import { evidenceOf, writeEvidence } from './evidence.ts'

const operation = (id: string) => operations.find(({ operationId }) => operationId === id)!

test('the evidence of an operation says what there is', () => {
  const lines = ['getJob connector 200', 'getJob anybody 404', 'getJob api-user 400', 'getPerson connector 200']
  expect(evidenceOf(operation('getJob'), lines, new Set(['getJob']))).toEqual({
    operationId: 'getJob',
    request: 'GET /customers/{customerId}/jobs/{id}',
    documented: { shown: 'Clients or captures: C1, C3' },
    driven: { shown: 'Called by the connector.' },
    contracted: { shown: 'contracts/pacts/icims-connector-icims-api.json' },
    fuzzed: { shown: 'test/simulator/requests.property.test.ts' },
    recorded: { missing: expect.stringContaining('No live tenant was recorded') },
    refused: { shown: 'Answered 400, 404 in tests.' },
  })
})

test('what an operation lacks carries its reason', () => {
  const { documented, driven, contracted, fuzzed, refused } = evidenceOf(operation('updateListNode'), [], new Set())
  expect(documented).toEqual({ missing: expect.stringMatching(/^Inferred from D12/) })
  expect([driven, contracted, fuzzed, refused].every((one) => 'missing' in one && one.missing !== '')).toBe(true)
})

test('each operation has a file of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-evidence-'))
  writeEvidence(folder, [], new Set())
  expect(readdirSync(folder)).toHaveLength(operations.length)
  expect(JSON.parse(readFileSync(join(folder, 'getPerson.json'), 'utf8')).operationId).toBe('getPerson')
  rmSync(folder, { recursive: true })
})
