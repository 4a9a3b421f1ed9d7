import { errorCodes, IcimsError, notFound } from '../errors.ts'
import type { Exchange, Handlers } from '../exchange.ts'
import { type JsonSchema, profileSchema } from '../profiles/profile-schema.ts'
import type { ProfileType } from '../tenant/profile-types.ts'

/**
 * What the Schema API calls the types of profile (D11). That `submittal` is a recruiting workflow is known (WFOAS, SCHM); that
 * `source` is a talent pool and `onboard` a new hire category is inferred. `room` and `connectevent` belong to a product this
 * tenant does not have.
 */
const types: Readonly<Record<string, ProfileType>> = {
  person: 'person',
  job: 'job',
  company: 'company',
  submittal: 'applicantworkflow',
  source: 'talentpool',
  sourceworkflow: 'sourceworkflow',
  onboard: 'newhirecategory',
  onboardworkflow: 'onboardworkflow',
}

/** `/customers/{customerId}/profiledefinitions/v1`: D11. */
export const profiledefinitions: Handlers = {
  getProfileSchema: (exchange) => ({ status: 200, body: schemaOf(exchange) }),
  getProfileFieldSchema: (exchange) => {
    const { field = '' } = exchange.params
    const schema = schemaOf(exchange, field)
    if (!Object.hasOwn(schema.properties!, field)) {
      throw new IcimsError(404, [{ code: errorCodes.notFound, field, message: 'There is no such field.' }])
    }
    return { status: 200, body: schema }
  },
}

function schemaOf({ tenant, access, params, notes }: Exchange, field?: string): JsonSchema {
  const word = params.type ?? ''
  const type = Object.hasOwn(types, word) ? types[word]! : undefined
  if (type === undefined) throw notFound('Profile type')
  const reason = access.hidesProfile(type)
  if (reason !== undefined) {
    notes.push({ kind: 'hidden-field', subject: word, reason })
    throw new IcimsError(404, [{ code: errorCodes.denied, message: 'Profile type not found.' }])
  }
  const { schema, hidden } = profileSchema(tenant, type, access, field)
  for (const one of hidden) notes.push({ kind: 'hidden-field', subject: one.field, reason: one.reason })
  return schema
}
