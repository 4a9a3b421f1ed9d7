import { bodyOf, recordOf } from './answer.ts'
import type { IcimsFilter, IcimsSearch } from './client.ts'
import { decodeObject, isObject } from './decode.ts'
import { FatalError, RecordError } from './errors.ts'
import type { createRequests, Outgoing } from './request.ts'
import type { Incoming } from './send.ts'

/** What the Schema API calls the types of profile that the connector reads (D11). */
export const schemaWords = { job: 'job', person: 'person', applicantworkflow: 'submittal' } as const

/** The calls that try out what an API user may, beside those of a sync. */
export type IcimsProbes = {
  /** The fields that the schema of a type of profile names (D11, SCHM). That hidden ones are left out is inferred. */
  listProfileFields(type: keyof typeof schemaWords): Promise<ReadonlySet<string>>
  /** Whether iCIMS takes a search by a filter, or refuses it as not valid or hidden (D27, SRCH). */
  takesFilter(type: IcimsSearch, filter: IcimsFilter): Promise<boolean>
  /** The name of a person's résumé; undefined where the answer names none. */
  findResume(personId: string): Promise<string | undefined>
  /** Reads it. @throws RecordError when there is none, or none may be read. */
  readResume(personId: string): Promise<{ bytes: number }>
}

export function createProbes(
  customerId: string,
  { get, post }: ReturnType<typeof createRequests>,
  send: (request: Outgoing) => Promise<Incoming>,
): IcimsProbes {
  return {
    async listProfileFields(profile) {
      const type = schemaWords[profile]
      const request = get('/customers/{customerId}/profiledefinitions/v1/{type}/schema', { path: { customerId, type } })
      const schema = decodeObject(await recordOf(send(request), `schema of ${profile}`), `The schema of ${profile}`)
      return new Set(Object.keys(isObject(schema.properties) ? schema.properties : {}))
    },
    async takesFilter(type, filter) {
      const body = { filters: [filter], operator: '&' as const }
      const parameters = { path: { customerId }, query: { staleness: 0 } }
      const asked = send(post(`/customers/{customerId}/search/${type}`, parameters, body))
      try {
        await bodyOf(asked, `search of ${type} by ${filter.name}`)
        return true
      } catch (error) {
        if (error instanceof FatalError && /not valid or hidden/i.test(error.message)) return false
        throw error
      }
    },
    async findResume(id) {
      const parameters = { path: { customerId, id }, query: { fields: 'resume' } }
      const asked = send(get('/customers/{customerId}/people/{id}', parameters))
      const { resume } = decodeObject(await recordOf(asked, `person ${id}`), `Person ${id}`)
      if (!isObject(resume)) return undefined
      return typeof resume.filename === 'string' ? resume.filename : 'a file without a name'
    },
    async readResume(id) {
      const parameters = { path: { customerId, id, field: 'resume' as const } }
      const request = get('/customers/{customerId}/people/{id}/fields/{field}/binary', parameters)
      const { status, text } = await send(request)
      // Where there is no file there is JSON (C4).
      if (status === 200 && !/^\s*\{/.test(text)) return { bytes: text.length }
      throw new RecordError(`iCIMS answered ${status} to the résumé of person ${id}.`)
    },
  }
}
