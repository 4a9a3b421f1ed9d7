import { expect, test } from 'vitest'
import { endSaga, insertSaga } from '../../../connector/store/sagas.ts'
import { createConnector } from '../../connector.ts'
import { runConnector } from './command-line.ts'
import { keepIntegration } from './kept-integration.ts'

const kept = keepIntegration()
const { database } = kept
const run = (...args: string[]) => runConnector(args, { ICIMS_CONNECTOR_DATABASE: database })
const at = '2026-01-15T12:00:00.000Z'

/** Writes down one action that is under way and one that could not be done. */
async function leaveActions(): Promise<void> {
  await using connector = await createConnector({ database })
  const move = { integrationId: kept.id, action: 'ats_move_application_to_stage', hash: 'h', owner: 'o', until: at }
  await insertSaga(connector.store, { ...move, key: 'open', input: { workflowId: '12', statusId: 'D10105' } }, at)
  const cv = { ...move, action: 'ats_add_candidate_attachment', key: 'reported', input: { personId: '71' } }
  const made = (await insertSaga(connector.store, cv, at))!
  made.journal.steps.resume = { since: at, result: true }
  made.journal.wrote.push('The CV of person 71 was put.')
  const message = 'iCIMS gives the API user no access to the person 71 (without a message).'
  const answer = { code: 'INTEGRATION.PERMISSION_MISSING', message }
  await endSaga(connector.store, made, { state: 'REPORTED', answer, message, at: '2026-01-15T12:01:00.000Z' })
}

test('actions shows what is not done, what is in iCIMS, why, and what to do', async () => {
  expect((await run('actions')).stdout).toBe('There is no action like that.\n')
  await leaveActions()
  const { code, stdout } = await run('actions')
  expect(code).toBe(0)
  const [reported, open] = stdout.split('\n\n')
  expect(reported).toMatch(/^2026-01-15 12:00 UTC {2}reported {2}Add attachment to candidate: person 71\n/)
  expect(reported).toContain(`\n  integration  ${kept.id}\n`)
  expect(reported).toMatch(/\n {2}step +resume, done\n {2}in iCIMS +The CV of person 71 was put\.\n/)
  expect(reported).toMatch(/\n {2}why +iCIMS gives the API user no access.*\n {2}to do +Mend what iCIMS refused/)
  expect(open).toMatch(/^2026-01-15 12:00 UTC {2}open {2}Move application to stage: application 12\n/)
  expect(open).toMatch(/\n {2}step +none yet\n {2}in iCIMS +nothing for sure\n {2}to do +Nothing: it is under way\.\n$/)
})

test('a state, an integration and a number choose among them, for people and for machines', async () => {
  const stateOf = async (...args: string[]): Promise<string[]> =>
    JSON.parse((await run('actions', '--json', ...args)).stdout).map(({ state }: { state: string }) => state)
  expect(await stateOf()).toEqual(['REPORTED', 'OPEN'])
  expect(await stateOf('--open')).toEqual(['OPEN'])
  expect(await stateOf('--reported', '1234')).toEqual(['REPORTED'])
  expect(await stateOf('--limit', '1')).toEqual(['REPORTED'])
  expect((await run('actions', '--open')).stdout).not.toContain('reported')
})

test.each([
  ['both states', ['--open', '--reported'], /cannot be used with/],
  ['an integration that is not there', ['9999'], /There is no integration 9999/],
  ['no number', ['--limit', '0'], /whole number above 0/],
])('%s is refused in one line', async (_, args, reason) => {
  const { code, stdout, stderr } = await run('actions', ...args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(reason)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
