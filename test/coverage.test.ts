import { expect, test } from 'vitest'
import { operations } from '../openapi/document.ts'
import { handlers } from '../simulator/resources/handlers.ts'
import { contractedOperations, judgeCoverage, writtenGaps } from './coverage.ts'

test('every operation has a handler, and every handler an operation', () => {
  const documented = operations.map(({ operationId }) => operationId).filter((id) => !(id in writtenGaps))
  expect(Object.keys(handlers).sort()).toEqual(documented.sort())
})

test('an operation no test called, and one the connector calls without a contract, are told of', () => {
  const lines = operations
    .map(({ operationId }) => `${operationId} api-user 200`)
    .filter((line) => !line.startsWith('getJob '))
  expect(judgeCoverage(lines, new Set())).toEqual(['getJob: no test calls it successfully.'])
  expect(judgeCoverage([...lines, 'getJob connector 200'], new Set())).toEqual([
    'getJob: the connector calls it, no contract does.',
  ])
  expect(judgeCoverage([...lines, 'getJob connector 404'], new Set(['getJob']))).toEqual([
    'getJob: no test calls it successfully.',
  ])
})

test('each call the connector makes has a contract', () => {
  expect([...contractedOperations()]).toEqual(
    expect.arrayContaining([
      'getPerson',
      'getJob',
      'getApplicantWorkflow',
      'getCompanyEntry',
      'searchPeople',
      'searchJobs',
      'searchApplicantWorkflows',
      'searchPortalByQuery',
      'searchPortal',
      'getFormMeta',
    ]),
  )
})
