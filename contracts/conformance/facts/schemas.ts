import { type Fact, fact } from '../fact.ts'
import type { Json, Site } from '../site.ts'
import { NotTestableError, needed, short } from '../witness.ts'

const page = ['doc', 'D11, SCHM'] as const
const types = ['person', 'job', 'company', 'submittal', 'sourceworkflow', 'onboardworkflow'] as const

const text = { type: 'string' }
const node = { type: 'object', properties: { id: text, formattedvalue: text, value: text } }
const link = { type: 'object', properties: { profile: text, id: { type: 'integer' }, value: text } }

/** A field of each kind, and the schema that is printed for the kind (D11). */
const kinds: readonly (readonly [string, string, string, unknown])[] = [
  ['text', 'person', 'lastname', text],
  ['number', 'job', 'numberofpositions', { type: 'number' }],
  ['date', 'job', 'startdate', { format: 'date', type: 'string' }],
  ['node', 'job', 'department', node],
  ['folder', 'person', 'folder', node],
  ['nodes', 'job', 'assessmenttype', { type: 'array', items: node }],
  ['profile', 'job', 'recruiter', link],
  ['workflow-profile', 'submittal', 'baseprofile', link],
  [
    'currency',
    'job',
    'fee',
    { type: 'object', properties: { amountstring: text, amount: { type: 'number' }, currency: text } },
  ],
]

/** Keys under which a schema would say labels, required marks or lengths: none is printed (D11). */
const marks = /^(label|title|description|required|(max|min)(imum|length)?)$/i

/** Schemas of profiles: D11. */
export const schemaFacts: readonly Fact[] = [
  ...types.map((type) =>
    fact(`schemas.${type}`, page, `The schema of a ${type} is an object with properties`, async (site, see) => {
      const { status, body } = await site.get(`/profiledefinitions/v1/${type}/schema`)
      if (body?.errors?.[0]?.errorCode === 3) throw new NotTestableError(`this API user has no access to a ${type}`)
      see.equal(status, 200, 'the status')
      see.equal(body.type, 'object', 'type')
      see.that(Object.keys(body.properties ?? {}).length > 0, `properties are ${short(body.properties)}`)
    }),
  ),
  ...kinds.map(([kind, type, field, schema]) =>
    fact(`schemas.kind.${kind}`, page, `${field} of a ${type} has the schema of its kind`, async (site, see) => {
      see.holds(await fieldSchema(site, type, field), schema, `the schema of ${field}`)
    }),
  ),
  fact('schemas.collection', page, 'A collection is an array of objects with entry, an integer', async (site, see) => {
    const schema = await fieldSchema(site, 'person', 'addresses')
    see.equal([schema.type, schema.items?.type], ['array', 'object'], 'the types')
    see.holds(schema.items.properties.entry, { type: 'integer' }, 'entry')
  }),
  fact('schemas.boolean', ['doc', 'D7'], 'primary of an address is a boolean', async (site, see) => {
    const { items } = await fieldSchema(site, 'person', 'addresses')
    see.holds(items.properties.primary, { type: 'boolean' }, 'primary')
  }),
  fact('schemas.field', page, 'The schema of one field stands in the same wrapping', async (site, see) => {
    const whole = await fieldSchema(site, 'job', 'jobtitle')
    const { body } = await site.get('/profiledefinitions/v1/job/jobtitle/schema')
    see.equal(body.type, 'object', 'type')
    // The page says that it is this one field.
    see.equal(body.properties, { jobtitle: whole }, 'properties')
  }),
  fact(
    'schemas.field-unknown',
    ['infer', 'D11'],
    'The schema of a field that is not there is not found',
    async (site, see) => {
      see.equal((await site.get('/profiledefinitions/v1/job/nosuchfield/schema')).status, 404, 'the status')
    },
  ),
  fact('schemas.no-statuses', page, 'The schema of status lists no statuses', async (site, see) => {
    const { status, body } = await site.get('/profiledefinitions/v1/submittal/status/schema')
    if (status === 404) throw new NotTestableError('this API user does not see the status of workflows')
    see.holds(body, { type: 'object', properties: { status: node } }, 'the schema')
    const { options, enum: values } = body.properties.status
    see.equal([options, values], [undefined, undefined], 'what it lists')
  }),
  fact('schemas.bare', page, 'Schemas hold no labels, required marks or lengths', async (site, see) => {
    const { body } = await site.get('/profiledefinitions/v1/job/schema')
    needed(body.properties, 'there is no schema of jobs')
    see.equal(marksIn(body), [], 'what says more than a type')
  }),
]

async function fieldSchema(site: Site, type: string, field: string): Promise<Json> {
  const { body } = await site.get(`/profiledefinitions/v1/${type}/schema`)
  return needed(body.properties?.[field], `the schema of a ${type} shows no ${field}`)
}

/** Such keys of a schema, and of those within it. Names of fields are no keys of it. */
function marksIn(schema: Json): string[] {
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])]
  return [...Object.keys(schema).filter((key) => marks.test(key)), ...inner.flatMap(marksIn)]
}
