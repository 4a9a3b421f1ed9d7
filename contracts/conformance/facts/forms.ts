import { type Fact, fact } from '../fact.ts'
import type { Answer, Json, Site } from '../site.ts'
import { needed, short } from '../witness.ts'

const page = ['doc', 'IFRM'] as const
const keys = ['id', 'formname', 'type', 'displayName', 'standardizedLevel', 'isPublicAnswers']
const levels = ['STANDARD', 'STANDARD_EDITED', 'CUSTOM', 'ACKNOWLEDGEMENT']
/** Renderings of a filled-out form (FORUM3, IFRM). */
const renderings: readonly (readonly [string, RegExp])[] = [
  ['txt', /^text\/plain/],
  ['pdf', /^application\/pdf/],
  ['doc', /^application\/msword/],
]

/** iForms: IFRM, SCHM, FORUM3. */
export const formFacts: readonly Fact[] = [
  fact(
    'forms.keys',
    page,
    'A form is listed with id, formname, type, displayName, standardizedLevel and isPublicAnswers',
    async (site, see) => {
      see.each(await forms(site), 'there are no forms', (form) => {
        see.has(form, keys, 'a form')
      })
    },
  ),
  fact('forms.types', page, 'id is a number and isPublicAnswers a boolean', async (site, see) => {
    see.each(await forms(site), 'there are no forms', ({ id, isPublicAnswers }) =>
      see.that(
        Number.isInteger(id) && typeof isPublicAnswers === 'boolean',
        `they are ${short([id, isPublicAnswers])}`,
      ),
    )
  }),
  fact('forms.level', ['doc', 'SCHM'], 'The level of a form is one of four', async (site, see) => {
    see.each(await forms(site), 'there are no forms', ({ standardizedLevel }) =>
      see.that(levels.includes(standardizedLevel), `it is ${short(standardizedLevel)}`),
    )
  }),
  fact('forms.list', page, 'The forms are listed at /forms/list too', async (site, see) => {
    see.equal((await site.get('/forms/list')).body.forms, needed(await forms(site), 'there are no forms'), 'the list')
  }),
  fact('forms.list-schema', ['doc', 'SCHM'], 'The schema of the list spells formName', async (site, see) => {
    const { properties } = (await site.get('/forms/list/schema')).body
    see.that('formName' in properties.forms.items.properties, `it is ${short(properties.forms.items.properties)}`)
  }),
  fact('forms.meta', page, 'The questions of a form say type, required and searchable', async (site, see) => {
    const [form] = await forms(site)
    const { body } = await site.get(`/forms/${needed(form, 'there are no forms').formname}/meta`)
    see.each(Object.values(body) as Json[], 'the form has no questions', ({ type, required, searchable }) => {
      see.that(typeof type === 'string', `type is ${short(type)}`)
      see.that(
        typeof required === 'boolean' && typeof searchable === 'boolean',
        `they are ${short([required, searchable])}`,
      )
    })
  }),
  fact(
    'forms.data-schema',
    ['doc', 'SCHM'],
    'The schema of a filled-out form has its envelope and its questions',
    async (site, see) => {
      const name = needed((await forms(site))[0], 'there are no forms').formname
      const { properties } = (await site.get(`/forms/${name}/meta/data_schema`)).body
      const questions = Object.keys((await site.get(`/forms/${name}/meta`)).body)
      see.has(properties, ['formname', 'status', 'owner', 'signature', ...questions], 'the schema')
    },
  ),
  fact('forms.unknown', page, 'A form that is not there is answered 404', async (site, see) => {
    see.equal((await site.get('/forms/No_Such_Form_At_All/meta')).status, 404, 'the status')
  }),
  fact('forms.found', ['doc', 'FORUM3'], 'A filled-out form is found under /forms and its id', async (site, see) => {
    const { self, id } = await filledOut(site)
    see.equal(site.pathOf(self), `/forms/${id}`, 'self')
  }),
  fact(
    'forms.envelope',
    ['doc', 'IFRM, SCHM'],
    'A filled-out form has its name, status, owner and dates',
    async (site, see) => {
      const { body } = await formOf(site)
      see.has(body, ['formname', 'status', 'owner', 'updateddate'], 'the form')
      see.that(typeof body.signature === 'boolean', `signature is ${short(body.signature)}`)
    },
  ),
  fact('forms.owner', page, 'Links of a filled-out form are profile, id and value', async (site, see) => {
    const { owner } = (await formOf(site)).body
    see.has(owner, ['id', 'profile', 'value'], 'owner')
  }),
  ...renderings.map(([as, type]) =>
    fact(`forms.as-${as}`, ['doc', 'FORUM3, IFRM'], `A filled-out form is read as .${as}`, async (site, see) => {
      const { id } = await filledOut(site)
      const { status, headers, bytes } = await site.get(`/forms/${id}.${as}`)
      see.equal(status, 200, 'the status')
      see.fits(headers.get('content-type'), type, 'Content-Type')
      see.that(bytes.length > 0, 'it is empty')
    }),
  ),
  fact('forms.by-form', ['doc', 'SRCH, FORUM3'], 'Filled-out forms are found by their form', async (site, see) => {
    const { id } = await filledOut(site)
    const { formname } = (await formOf(site)).body
    const form = needed(
      (await forms(site)).find((one) => one.formname === formname),
      'its form is not listed',
    )
    const search = {
      filters: [
        { name: 'formdata.formid', value: [String(form.id)] },
        { name: 'formdata.id', value: [String(id)], operator: '<=' },
      ],
    }
    see.that((await site.ids('forms', search)).includes(id), `${id} is not found`)
  }),
]

async function forms(site: Site): Promise<Json[]> {
  return (await site.get('/forms')).body.forms
}

/** A form that somebody filled out. */
async function filledOut(site: Site): Promise<Json> {
  const { body } = await site.search('forms', { filters: [{ name: 'formdata.id', value: ['0'], operator: '>' }] })
  return needed(body.searchResults?.[0], 'nobody has filled out a form')
}

async function formOf(site: Site): Promise<Answer> {
  return site.get(`/forms/${(await filledOut(site)).id}`)
}
