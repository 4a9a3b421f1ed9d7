import { type Fact, fact } from '../fact.ts'
import type { Json } from '../site.ts'
import { NotTestableError, short } from '../witness.ts'

const text = { type: 'string' }
const number = { type: 'number' }
const date = { type: 'string', format: 'date' }
const node = { type: 'object', properties: { id: text, formattedvalue: text, value: text } }
const nodes = { type: 'array', items: node }
const link = { type: 'object', properties: { profile: text, id: { type: 'integer' }, value: text } }
const group = { type: 'array', items: { type: 'object' } }
const money = { type: 'object', properties: { amount: number, currency: text } }

/** Fields that iCIMS's data models list by type of profile, with the schema that their type of field has (D11). */
const models: readonly (readonly [string, string, Readonly<Record<string, object>>])[] = [
  [
    'job',
    'D15',
    {
      accountmanager: link,
      additionallocations: group,
      assessmenttype: nodes,
      bgcpackagetype: nodes,
      billingcode: nodes,
      billrate: money,
      bonus: text,
      commission: text,
      confidence: number,
      costcenter: text,
      department: node,
      drugscreenpackage: nodes,
      duedate: date,
      education: node,
      eeocategory: node,
      enddate: date,
    },
  ],
  ['company', 'D17', { addresses: group, email: text, externalid: text, externalsource: text, folder: node }],
  ['submittal', 'D18', { acceptdeclinedate: date, assessmentresults: group }],
  ['onboard', 'D19', { externaltitle: text, folder: node, overview: text, owner: link, title: text }],
  [
    'sourceworkflow',
    'D20',
    { associatedprofile: link, baseprofile: link, source: node, sourceorigin: node, sourceperson: link, status: node },
  ],
  ['onboardworkflow', 'OWDM', { associatedprofile: link, baseprofile: link, status: node }],
]

/** Children of groups, likewise (D17, D18). */
const children: readonly (readonly [string, string, string, Readonly<Record<string, object>>])[] = [
  [
    'company',
    'addresses',
    'D17',
    { addresscity: text, addresscounty: text, addressstreet1: text, addressstreet2: text, addresszip: text },
  ],
  [
    'submittal',
    'assessmentresults',
    'D18',
    {
      assessmentdate: text,
      assessmentname: node,
      assessmentnotes: text,
      assessmentresult: text,
      assessmentscore: number,
      assessmentstatus: node,
    },
  ],
]

/** The fields of the data models, as schemas show them: D15, D17, D18, D19, D20, OWDM. */
export const fieldFacts: readonly Fact[] = [
  ...models.flatMap(([type, source, fields]) =>
    Object.entries(fields).map(([name, schema]) =>
      ofSchema(type, name, source, (properties) => properties[name], schema),
    ),
  ),
  ...children.flatMap(([type, parent, source, fields]) =>
    Object.entries(fields).map(([name, schema]) =>
      ofSchema(type, `${parent}.${name}`, source, (one) => one[parent]?.items?.properties?.[name], schema),
    ),
  ),
]

function ofSchema(type: string, name: string, source: string, find: (properties: Json) => Json, schema: object): Fact {
  return fact(
    `fields.${type}.${name}`,
    ['doc', `${source}, D11`],
    `${name} of a ${type} is of its type`,
    async (site, see) => {
      const { status, body } = await site.get(`/profiledefinitions/v1/${type}/schema`)
      if (status === 404) throw new NotTestableError(`this API user has no access to a ${type}`)
      const found = find(body.properties)
      // A tenant leaves out what it does not use, and hides what the user may not see (D5).
      if (found === undefined) throw new NotTestableError(`the schema of a ${type} shows no ${name}`)
      see.holds(found, schema, `the schema ${short(found)} of ${name}`)
    },
  )
}
