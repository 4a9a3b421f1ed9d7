import { expect, test } from 'vitest'
import { decodeIcimsJob } from '../../../connector/icims/job.ts'
import { decodeIcimsPerson } from '../../../connector/icims/person.ts'
import { toHiringTeamMembers } from '../../../connector/models/hiring-team-member.ts'
import { toJobRoleAssignments } from '../../../connector/models/job-role-assignment.ts'
import { jobRoles, toRole } from '../../../connector/models/role.ts'
import { defaultMapping } from '../../../connector/models/settings.ts'
import { toNamedUser, toUser } from '../../../connector/models/user.ts'

const named = (id: number, value: string) => ({ id, value, profile: `https://api.icims.com/customers/1/people/${id}` })

test('iCIMS has two roles, both of a job', () => {
  expect(jobRoles.map(toRole).map(({ remoteId, fields }) => [remoteId, fields.scope, fields.unified_type])).toEqual([
    ['hiringmanager', 'JOB', 'HIRING_MANAGER'],
    ['recruiter', 'JOB', 'RECRUITER'],
  ])
})

test('two people of a job are two members with a role each', () => {
  const job = decodeIcimsJob('12', { hiringmanager: named(5, 'Ann Lindqvist'), recruiter: named(6, 'Bo Ek') })
  expect(toHiringTeamMembers(job)).toEqual([
    { remoteId: 'job 12 user 5', links: { job_id: '12', user_id: '5' }, fields: { roles: ['HIRING_MANAGER'] } },
    { remoteId: 'job 12 user 6', links: { job_id: '12', user_id: '6' }, fields: { roles: ['RECRUITER'] } },
  ])
  expect(toJobRoleAssignments(job).map(({ links }) => links)).toEqual([
    { job_id: '12', job_user_id: 'job 12 user 5', role_id: 'hiringmanager' },
    { job_id: '12', job_user_id: 'job 12 user 6', role_id: 'recruiter' },
  ])
})

test('a person who is both is one member with two roles', () => {
  const job = decodeIcimsJob('12', { hiringmanager: named(5, 'Ann'), recruiter: named(5, 'Ann') })
  expect(toHiringTeamMembers(job)).toMatchObject([{ fields: { roles: ['HIRING_MANAGER', 'RECRUITER'] } }])
  expect(toJobRoleAssignments(job).map(({ remoteId }) => remoteId)).toEqual([
    'job 12 user 5 hiringmanager',
    'job 12 user 5 recruiter',
  ])
})

test.each([{}, { hiringmanager: null }, { recruiter: 'Ann' }, { recruiter: { value: 'Ann' } }])(
  'a job with %j has no team',
  (job) => {
    expect(toHiringTeamMembers(decodeIcimsJob('12', job))).toEqual([])
  },
)

test('a user is a person with a name and an address', () => {
  const person = { firstname: 'Ann', lastname: 'Lindqvist', email: 'ann@example.com' }
  expect(toUser(decodeIcimsPerson('5', person), defaultMapping)).toEqual({
    remoteId: '5',
    links: {},
    fields: {
      first_name: 'Ann',
      last_name: 'Lindqvist',
      email: 'ann@example.com',
      status: null,
      system_roles: [],
      remote_data: null,
    },
  })
  expect(toUser(decodeIcimsPerson('5', { email: 'none' }), defaultMapping).fields).toMatchObject({
    first_name: null,
    email: null,
  })
})

test.each([
  ['Ann Lindqvist', 'Ann', 'Lindqvist'],
  ['Ann Maria  Lindqvist ', 'Ann Maria', 'Lindqvist'],
  ['Lindqvist', null, 'Lindqvist'],
  [' ', null, null],
])('the user a job shows as %j is %j %j', (value, first_name, last_name) => {
  expect(toNamedUser({ id: '5', value }).fields).toMatchObject({ first_name, last_name, email: null })
})
