import { issueToken, tokenLifetime } from '../../simulator/auth/token.ts'
import { putFile } from '../../simulator/files/write-file.ts'
import type { Simulator } from '../../simulator/index.ts'
import { platformActor } from '../../simulator/profiles/context.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { postJob } from '../../simulator/profiles/job-posts.ts'
import type { ProviderStates, StateName } from '../states.ts'

/** Values a pact may name instead of its examples. */
export type GivenValues = Record<string, string | number>

/** Puts a tenant without rows into the condition a contract starts from. */
export type StateHandlers = {
  // biome-ignore lint/suspicious/noConfusingVoidType: most give nothing
  [Name in StateName]: (simulator: Simulator, parameters: ProviderStates[Name]) => GivenValues | void
}

/** A file that reads as a PDF. */
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

const address = {
  addressstreet1: '12 Oak Street',
  addresscity: 'Madison',
  addressstate: { abbrev: 'WI' },
  addresszip: '53703',
  addresscountry: { id: 'D41001' },
}

export const stateHandlers: StateHandlers = {
  'an empty tenant': () => {},
  'a person': ({ tenant }, { id }) => void importProfile(tenant, 'person', id, person(id), {}),
  'a person with a résumé': ({ tenant }, { id, file: filename }) => {
    importProfile(tenant, 'person', id, person(id), {})
    const upload = { filename, type: 'application/pdf', bytes: pdf }
    putFile(tenant, { type: 'person', id, field: 'resume' }, upload, platformActor)
  },
  'a job at a location': (simulator, { id, companyId, entry, managerId, recruiterId }) => {
    stateHandlers['a company with an address'](simulator, { companyId, entry })
    stateHandlers.people(simulator, { from: managerId, count: 1 })
    stateHandlers.people(simulator, { from: recruiterId, count: 1 })
    const links = { joblocation: { id: entry, companyid: companyId }, hiringmanager: managerId, recruiter: recruiterId }
    importProfile(simulator.tenant, 'job', id, { ...job, ...links }, {})
  },
  'a company with an address': ({ tenant }, { companyId, entry }) => {
    importProfile(tenant, 'company', companyId, { name: 'Madison Campus', addresses: [{ entry, ...address }] }, {})
  },
  'a person on a job': ({ tenant }, { id, personId, jobId }) => {
    importProfile(tenant, 'person', personId, person(personId), {})
    importProfile(tenant, 'job', jobId, job, {})
    importProfile(tenant, 'applicantworkflow', id, { baseprofile: jobId, associatedprofile: personId }, {})
  },
  'a person on a job with a result': ({ tenant }, { id, personId, jobId, entry, url }) => {
    importProfile(tenant, 'person', personId, person(personId), {})
    importProfile(tenant, 'job', jobId, job, {})
    const assessmentresults = [{ entry, assessmenturl: url, assessmentresult: 'Passed' }]
    const links = { baseprofile: jobId, associatedprofile: personId }
    importProfile(tenant, 'applicantworkflow', id, { ...links, assessmentresults }, {})
  },
  'a job on a portal': ({ tenant }, { id, portal }) => {
    importProfile(tenant, 'job', id, job, {})
    postJob(tenant, id, portal)
  },
  // Forms are part of what a tenant is made with.
  'an iForm': ({ tenant }, { name, question }) => {
    const form = tenant.config.forms.find((one) => one.name === name)
    if (form?.questions.some(({ id }) => id === question) !== true) throw new Error(`No form ${name} asks ${question}.`)
  },
  'a job with a package': ({ tenant }, { id, package: value }) => {
    importProfile(tenant, 'job', id, { ...job, assessmenttype: [{ value }] }, {})
  },
  // Lists, too.
  'a list with an entry': ({ tenant }, { list, entry, value }) => {
    const found = tenant.lists.node(entry)
    if (found?.value !== value || found.hidden === true) throw new Error(`No list ${list} has ${entry}, ${value}.`)
  },
  people: ({ tenant }, { from, count }) => {
    for (let id = from; id < from + count; id++) importProfile(tenant, 'person', id, person(id), {})
  },
  'people who sign in': ({ tenant }, { from, count, group }) => {
    for (let id = from; id < from + count; id++) {
      importProfile(tenant, 'person', id, { ...person(id), logingroup: { value: group } }, {})
    }
  },
  'the daily quota is used up': ({ tenant, coordinates }) => {
    const connector = connectorOf(coordinates)
    while (tenant.quota.state(connector).remaining > 0) tenant.quota.spend(connector, [])
  },
  'a token': ({ tenant, coordinates }) => ({ token: issueToken(tenant, connectorOf(coordinates)) }),
  'an expired token': (simulator) => {
    const token = issueToken(simulator.tenant, connectorOf(simulator.coordinates))
    simulator.advance(tokenLifetime * 1_000)
    return { token }
  },
  'a server that fails': ({ tenant }, { status }) => {
    if (!(status >= 500 && status < 600)) throw new Error(`status: ${status} is not 500 to 599.`)
    tenant.faults.add({ effect: { kind: 'status', status } })
  },
  'a server that asks to wait': ({ tenant }, { seconds }) => {
    tenant.faults.add({ effect: { kind: 'status', status: 429, retryAfter: seconds } })
  },
  'an answer cut in half': (simulator, { id }) => {
    stateHandlers['a person'](simulator, { id })
    simulator.tenant.faults.add({ effect: { kind: 'truncate' } })
  },
  'a proxy that answers instead': ({ tenant }, { status }) => {
    tenant.faults.add({ effect: { kind: 'html', status } })
  },
}

function connectorOf({ users }: Simulator['coordinates']) {
  return users.find(({ username }) => username === 'connector')!
}

const job = {
  jobtitle: 'Registered Nurse',
  folder: { id: 'D31001' },
  department: { value: 'Patient Care' },
  positioncategory: { value: 'Nursing' },
  positiontype: { value: 'Full-Time' },
  overview: '<p>Care for adults.</p>',
  minimumsalary: { amount: 34.5, currency: 'USD', timeframe: 'Hourly' },
  maximumsalary: { amount: 48, currency: 'USD', timeframe: 'Hourly' },
  duedate: '2026-03-01',
}

function person(id: number) {
  return {
    firstname: 'Ann',
    lastname: 'Lindqvist',
    email: `ann.lindqvist${id}@example.com`,
    folder: { id: 'D32007' },
    sourcename: 'Careers Page',
    phones: [{ phonetype: { id: 'D83004' }, phonenumber: '608-555-0141' }],
    addresses: [{ ...address, primary: true }],
    workexperience: [
      { workemployer: 'Maple Ridge Hospital', worktitle: 'Registered Nurse', workstartdate: '2021-03-01' },
    ],
  }
}
