import type { FaultRule } from '../faults/rule.ts'
import type { Simulator, Snapshot } from '../index.ts'
import { addProfile, findStatus, moveCandidate } from '../profiles/arrange.ts'
import { mergePeople } from '../profiles/merge.ts'
import { type Application, type Applied, advanceCandidate, applyToJob, publishJob } from '../profiles/simulate.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../tenant/profile-types.ts'

/** Fields by web-service id, in the form the API takes: `{ lastname: 'Smith', folder: { id: 'D32007' } }`. */
export type Fields = Readonly<Record<string, unknown>>

/** What a test does to a tenant, a line each. Ids are system ids; a field that is bad or unknown is thrown as an error. */
export type TestActions = {
  /** Adds a person: Test Person 301, reachable by nobody, unless fields say otherwise. */
  addPerson(fields?: Fields): number
  /** Adds an approved job. */
  addJob(fields?: Fields): number
  /** Puts a person on a job, in a status by id, name, or bin and name. */
  addWorkflow(workflow: { person: number; job: number; status?: string } & Fields): number
  /** Adds a profile of any type, named as in URLs: `companies`, `talentpools`. */
  add(type: string, fields?: Fields): number
  /** Moves a candidate to another status, as a recruiter does; the API shows it as a platform user's change. */
  moveCandidate(workflow: number, status: string): void
  /** Lets a candidate apply for a job: somebody new, unless a person is named. */
  apply(application: Application): Applied
  /** Moves a candidate one step on, as the job's recruiter does; what comes back is the status it is in now: its id. */
  advanceCandidate(workflow: number): string
  /** Posts a job to the first portal, or to the one named. */
  postJob(job: number, portal?: string): void
  /** Merges two people, as a platform user does: the second one waits in the Purge folder. */
  mergePeople(primary: number, discarded: number): void
  /** Moves the time on: `7d`, `1d12h`, milliseconds, or `{ to: '2026-02-01' }`. */
  advance(by: number | string | { to: string | number }): void
  /** Lets calls go wrong on purpose: a rule, or a named set such as `flaky`. */
  addFault(fault: FaultRule | string): void
  snapshot(name?: string): Snapshot
  restore(name: string): Snapshot
  /** Back to the start: rows, quota, journal, faults, time. */
  reset(): void
  /** Calls the API as its ordinary API user; `path` comes after the customer: `/people/1`. */
  call(method: string, path: string, body?: unknown): Promise<Response>
}

/** @param baseUrl what the addresses of the API start with. */
export function createActions(simulator: Simulator, baseUrl: string): TestActions {
  const { tenant } = simulator
  const add = (type: ProfileType, fields: Fields = {}): number => addProfile(tenant, type, fields)
  return {
    addPerson: (fields) => add('person', fields),
    addJob: (fields) => add('job', fields),
    addWorkflow({ person, job, status, ...fields }) {
      const entered = status === undefined ? {} : { status: { id: findStatus(tenant, status).id } }
      return add('applicantworkflow', { associatedprofile: person, baseprofile: job, ...entered, ...fields })
    },
    add: (type, fields) => add(typeOf(type), fields),
    moveCandidate: (workflow, status) => moveCandidate(tenant, workflow, status),
    apply: (application) => applyToJob(tenant, application),
    advanceCandidate: (workflow) => advanceCandidate(tenant, workflow).id,
    postJob: (job, portal) => publishJob(tenant, job, portal),
    mergePeople: (primary, discarded) => void mergePeople(tenant, primary, discarded),
    advance: (by) => simulator.advance(by),
    addFault: (fault) => void tenant.faults.add(fault),
    snapshot: (name) => simulator.snapshot(name),
    restore: (name) => simulator.restore(name),
    reset: () => simulator.reset(),
    call(method, path, body) {
      const { customerId, users } = simulator.coordinates
      const { username, password } = users[0]!
      const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
      const json = body === undefined ? {} : { 'content-type': 'application/json' }
      return simulator.fetch(
        new Request(`${baseUrl}/customers/${customerId}${path}`, {
          method,
          headers: { authorization, ...json },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      )
    },
  }
}

function typeOf(path: string): ProfileType {
  const found = profileTypeNames.find((name) => profileTypes[name].path === path)
  if (found !== undefined) return found
  throw new Error(
    `There is no type of profile ${path}. There are ${profileTypeNames.map((name) => profileTypes[name].path).join(', ')}.`,
  )
}
