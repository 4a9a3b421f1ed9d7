import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { mergePeople } from '../../simulator/profiles/merge.ts'
import { markForPurge, runPurge } from '../../simulator/profiles/purge.ts'
import type { FormDefinition } from '../../simulator/tenant/forms.ts'
import { forms as presetForms } from '../../simulator/tenant/presets/forms.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../tenant.ts'

const survey: FormDefinition = {
  id: 40,
  name: 'Survey',
  displayName: 'Survey',
  type: 'Person',
  standardizedLevel: 'CUSTOM',
  isPublicAnswers: true,
  questions: [
    { id: 'q1', label: 'A text', type: 'text', searchable: true, section: 'sample section' },
    { id: 'q2', label: 'A fixed text', type: 'textarea', required: true, prefill: { kind: 'text', text: 'sample' } },
    { id: 'q3', label: 'A column', type: 'text', prefill: { kind: 'column' } },
    { id: 'q4', label: 'A name', type: 'text', prefill: { kind: 'sync', field: 'firstname' } },
    {
      id: 'q5',
      label: 'A folder',
      type: 'dropdown',
      options: ['Cand: Active', 'Cand: Inactive'],
      prefill: { kind: 'copy', field: 'folder', from: { kind: 'text', text: 'Cand: Active' } },
    },
    { id: 'q6', label: 'A gender', type: 'text', prefill: { kind: 'copy', field: 'gender', from: { kind: 'column' } } },
    { id: 'q7', label: 'A number', type: 'number' },
    { id: 'q8', label: 'A day', type: 'dateonly' },
    { id: 'q9', label: 'A moment', type: 'datetime' },
    { id: 'q10', label: 'Pay', type: 'salary' },
    { id: 'q11', label: 'A fee', type: 'currency' },
    { id: 'q12', label: 'Some of', type: 'multiselect', options: ['a', 'b'] },
    { id: 'q13', label: 'Yes or no', type: 'checkbox' },
    { id: 'q14', label: 'One of', type: 'radiogroup', options: ['x', 'y'] },
    { id: 'q15', label: 'Not supported', type: 'radio' },
  ],
}

const paper: FormDefinition = { ...survey, id: 41, name: 'Paper', questions: [{ id: 'q 1', label: '', type: 'text' }] }

/** Two people, a job, a workflow between the second of them and the job; the preset's forms and two more. */
async function desk(): Promise<Simulator> {
  const simulator = await createTenant({ people: 0, tenant: { forms: [...presetForms, survey, paper] } })
  const { tenant } = simulator
  for (const [id, firstname] of [
    [1, 'Ann'],
    [15, 'Ben'],
  ] as const) {
    importProfile(tenant, 'person', id, { firstname, lastname: 'Lee', email: `p${id}@example.com` }, {})
  }
  importProfile(tenant, 'job', 11, { jobtitle: 'Nurse' }, {})
  importProfile(tenant, 'applicantworkflow', 101, { baseprofile: 11, associatedprofile: 15 }, {})
  return simulator
}

const application = { formname: 'Application_Questions', owner: 101, workauthorization: 'Yes', sponsorship: 'No' }
const submit = (simulator: Simulator, method: string, body: object) => callIcims(simulator, method, '/forms', body)
const refusal = async (answer: Response): Promise<[number, string, number]> => {
  const { errors } = (await answer.json()) as { errors: [{ errorMessage: string; errorCode: number }] }
  return [answer.status, errors[0].errorMessage, errors[0].errorCode]
}

test('the forms are listed at both addresses, without the disabled one', async () => {
  await using simulator = await createTenant({ people: 0 })
  const listed = await bodyOf(callIcims(simulator, 'GET', '/forms'))
  expect(listed.forms[0]).toEqual({
    id: 17,
    formname: 'Application_Questions',
    type: 'Recruiting Workflow',
    displayName: 'Application Questions',
    standardizedLevel: 'CUSTOM',
    isPublicAnswers: true,
  })
  expect(listed.forms.map(({ id }: { id: number }) => id)).toEqual([17, 21, 25])
  expect(await bodyOf(callIcims(simulator, 'GET', '/forms/list'))).toEqual(listed)
  const { properties } = await bodyOf(callIcims(simulator, 'GET', '/forms/list/schema'))
  expect(Object.keys(properties.forms.items.properties)).toContain('formName')
})

test('the questions of a form tell type, section and how they are filled beforehand', async () => {
  await using simulator = await desk()
  const meta = await bodyOf(callIcims(simulator, 'GET', '/forms/Survey/meta'))
  expect(meta.q1).toEqual({ type: 'TEXTFIELD', required: false, searchable: true, section: 'sample section' })
  expect(meta.q2).toEqual({
    type: 'TEXTAREA',
    required: true,
    searchable: false,
    data: { text: 'sample', type: { id: -1, text: 'Prepopulate with Custom Text' } },
  })
  expect(meta.q3.data).toEqual({ type: { id: 1, text: 'Prepopulate with Search Column Value' } })
  expect(meta.q4.data).toEqual({ field: 'firstname', type: { id: -2, text: 'Sync with Profile Field' } })
  expect(meta.q5.data).toEqual({
    field: 'folder',
    data: { data: 'Cand: Active', type: { id: -1, text: 'Prepopulate with Custom Text' } },
    type: { id: -3, text: 'Copy to Profile Field' },
  })
  const { properties } = await bodyOf(callIcims(simulator, 'GET', '/forms/Survey/meta/data_schema'))
  expect(properties).toMatchObject({
    owner: { properties: { profile: { type: 'string' }, id: { type: 'integer' } } },
    signature: { type: 'boolean' },
    q7: { type: 'number' },
    q8: { type: 'string', format: 'date' },
    q12: { type: 'array', items: { type: 'string' } },
    q13: { type: 'boolean' },
  })
})

test.each<[string, number, string, number]>([
  ['Nope', 404, 'A form with the formName of Nope does not exist.', 2],
  ['Emergency_Contact_2019', 403, 'This form has been disabled', 3],
  ['Paper', 403, "This form's set up is incompatible with web services.", 3],
])('the form %s is refused with a %d', async (name, status, message, code) => {
  await using simulator = await desk()
  const { changes } = simulator.tenant.store
  for (const path of [`/forms/${name}/meta`, `/forms/${name}/meta/data_schema`]) {
    expect(await refusal(await callIcims(simulator, 'GET', path))).toEqual([status, message, code])
  }
  for (const method of ['POST', 'PUT']) {
    expect(await refusal(await submit(simulator, method, { formname: name, owner: 1 }))).toEqual([
      status,
      message,
      code,
    ])
  }
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('a form is filled out, read with its envelope, and found by form and person', async () => {
  await using simulator = await desk()
  const sent = {
    ...application,
    yearsofexperience: 2.5,
    desiredpay: { currency: 'USD', amount: 40, timeframe: 'Hourly' },
  }
  const created = await submit(simulator, 'POST', { ...sent, signature: true, motivation: '' })
  expect(created.status).toBe(201)
  expect(created.headers.get('location')).toBe('https://api.icims.com/customers/1234/forms/5001')
  expect(await bodyOf(callIcims(simulator, 'GET', '/forms/5001'))).toEqual({
    formname: 'Application_Questions',
    status: 'Complete',
    owner: { profile: 'https://api.icims.com/customers/1234/applicantworkflows/101', id: 101, value: 'Ben Lee' },
    requesteddate: '2026-01-15 03:00 PM',
    completedby: { profile: 'https://api.icims.com/customers/1234/people/15', id: 15, value: 'Ben Lee' },
    completeddate: '2026-01-15 03:00 PM',
    updateddate: '2026-01-15 03:00 PM',
    signature: true,
    workauthorization: 'Yes',
    sponsorship: 'No',
    yearsofexperience: 2.5,
    desiredpay: { currency: 'USD', amount: 40, timeframe: 'Hourly' },
  })
  const filters = [
    { name: 'formdata.formid', value: ['17'] },
    { name: 'formdata.person.id', value: [15] },
  ]
  const found = { searchResults: [{ self: 'https://api.icims.com/customers/1234/forms/5001', id: 5001 }] }
  expect(await bodyOf(callIcims(simulator, 'POST', '/search/forms', { filters, operator: '&' }))).toEqual(found)
  const json = encodeURIComponent(JSON.stringify({ filters }))
  expect(await bodyOf(callIcims(simulator, 'GET', `/search/forms?searchJson=${json}`))).toEqual(found)
})

test.each<[string, string, unknown[], number[]]>([
  ['its name', 'formdata.formid', ['survey'], [2]],
  ['any of two', 'formdata.formid', [17, '40'], [1, 2]],
  ['the form it is', 'formdata.form.formname', ['application'], [1]],
  ['its status', 'formdata.formstatus', ['complete'], [1, 2]],
  ['the day it was completed', 'formdata.completeddate', ['2026-01-16'], []],
  ['the day it was changed', 'formdata.updateddate', ['2026-01-15'], [1, 2]],
  ['the person of a person form', 'formdata.personformpersonid', ['15'], [2]],
  ['its workflow', 'formdata.submittalformsubmittalid', ['101'], [1]],
  ['the person of its workflow', 'formdata.submittalformpersonid', ['15'], [1]],
  ['the job of its workflow', 'formdata.submittalformjobid', ['11'], [1]],
  ['a new hire', 'formdata.onboardworkflowformonboardworkflowid', ['1'], []],
  ['the name of the person', 'formdata.person.firstname', ['Ben'], [1, 2]],
])('a filled-out form is found by %s', async (_, name, value, expected) => {
  await using simulator = await desk()
  await submit(simulator, 'POST', application)
  await submit(simulator, 'PUT', { formname: 'Survey', owner: { id: 15 }, q2: 'x' })
  expect(await searchIds(simulator, 'forms', { filters: [{ name, value }] })).toEqual(expected.map((n) => 5_000 + n))
})

test('a search of forms refuses what is no filter of forms', async () => {
  await using simulator = await desk()
  const filters = [{ name: 'person.id', value: [1] }]
  expect((await callIcims(simulator, 'POST', '/search/forms', { filters })).status).toBe(400)
  expect((await callIcims(simulator, 'GET', '/search/forms')).status).toBe(400)
})

test('a filled-out form is read as text, PDF and a Word document', async () => {
  await using simulator = await desk()
  await submit(simulator, 'POST', {
    ...application,
    shifts: ['Days', 'Nights'],
    motivation: 'Größe {a} \\b',
    signature: true,
  })
  const as = async (suffix: string): Promise<[string | null, Buffer]> => {
    const answer = await callIcims(simulator, 'GET', `/forms/5001.${suffix}`)
    expect(answer.headers.get('content-disposition')).toContain(`Application_Questions_5001.${suffix.toLowerCase()}`)
    return [answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer())]
  }
  const [textType, text] = await as('txt')
  expect(textType).toBe('text/plain;charset=UTF-8')
  expect(text.toString('utf8')).toBe(
    [
      'Application Questions',
      '=====================',
      'Recruiting Workflow: Ben Lee',
      'Status: Complete',
      'Completed by: Ben Lee',
      'Completed on: 2026-01-15 03:00 PM UTC',
      'Signed: Yes',
      '',
      'ELIGIBILITY',
      'Are you authorized to work in this country?: Yes',
      'Will you need sponsorship for a visa, now or later?: No',
      '',
      'AVAILABILITY',
      'Which shifts could you work?: Days, Nights',
      'What draws you to this job?: Größe {a} \\b',
      '',
    ].join('\n'),
  )
  const [pdfType, pdf] = await as('PDF')
  expect(pdfType).toBe('application/pdf')
  const { text: pages } = await extractText(new Uint8Array(pdf), { mergePages: true })
  expect(pages).toContain('Which shifts could you work?')
  expect(pages).toContain('Days, Nights')
  expect((await as('pdf'))[1].equals(pdf)).toBe(true)
  const [docType, doc] = await as('doc')
  expect(docType).toBe('application/msword')
  expect(doc.toString('latin1')).toMatch(/^\{\\rtf1/)
  expect(doc.toString('latin1')).toContain('Gr\\u246?\\u223?e \\{a\\} \\\\b')
  expect((await callIcims(simulator, 'GET', '/forms/5001.docx')).status).toBe(404)
})

test('a second POST for one owner fails, a PUT fills the form out anew', async () => {
  await using simulator = await desk()
  await submit(simulator, 'POST', { ...application, shifts: ['Days'] })
  const { changes } = simulator.tenant.store
  expect(await refusal(await submit(simulator, 'POST', application))).toEqual([
    400,
    'owner: The owner has filled out this form already, as 5001.',
    5,
  ])
  expect(simulator.tenant.store.changes).toBe(changes)
  simulator.tenant.clock.advance(120_000)
  const link = { profile: 'https://api.icims.com/customers/1234/applicantworkflows/101' }
  const updated = await submit(simulator, 'PUT', { ...application, owner: link, sponsorship: 'Yes' })
  expect([updated.status, updated.headers.get('location')]).toEqual([
    204,
    'https://api.icims.com/customers/1234/forms/5001',
  ])
  const body = await bodyOf(callIcims(simulator, 'GET', '/forms/5001'))
  expect(body).toMatchObject({
    sponsorship: 'Yes',
    requesteddate: '2026-01-15 03:00 PM',
    updateddate: '2026-01-15 03:02 PM',
  })
  expect(body.shifts).toBeUndefined()
  expect((await submit(simulator, 'PUT', { formname: 'Survey', owner: 1, q2: 'x' })).status).toBe(201)
})

test('answers that are synced with a profile, or copied to it, are written there', async () => {
  await using simulator = await desk()
  const body = { formname: 'Survey', owner: 15, q2: 'x', q4: 'Benjamin', q5: 'Cand: Inactive', q6: 'Male' }
  expect((await submit(simulator, 'POST', body)).status).toBe(201)
  expect(await bodyOf(callIcims(simulator, 'GET', '/people/15?fields=firstname,folder,gender'))).toMatchObject({
    firstname: 'Benjamin',
    folder: { id: 'D32008' },
    gender: 'Male',
  })
})

test('what the profile refuses refuses the form', async () => {
  await using simulator = await desk()
  const { changes } = simulator.tenant.store
  const body = { formname: 'Survey', owner: 15, q2: 'x', q4: 'B'.repeat(65) }
  expect(await refusal(await submit(simulator, 'POST', body))).toEqual([
    400,
    'firstname: The value is longer than 64 characters.',
    5,
  ])
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('a question nobody asked, and what the platform sets, are warned about and skipped', async () => {
  await using simulator = await desk()
  const answer = await submit(simulator, 'POST', { ...application, shoesize: 9, status: 'Open' })
  expect([answer.status, answer.headers.get('x-warning')]).toEqual([
    201,
    '4:shoesize:There is no such question., 4:status:This field is set by the platform.',
  ])
  expect(await bodyOf(callIcims(simulator, 'GET', '/forms/5001'))).toMatchObject({ status: 'Complete' })
})

test.each<[string, object, string]>([
  ['no name', { owner: 15 }, 'formname: This field is required.'],
  ['no owner', { formname: 'Survey' }, 'owner: This field is required.'],
  ['an owner that is none', { owner: 'Ben' }, 'owner: The value must be the id of a profile.'],
  ['a missing answer', { q1: 'x', q2: '' }, 'q2: This field is required.'],
  ['a text that is none', { q1: 7 }, 'q1: The value must be a text.'],
  ['marks inside brackets', { q1: 'a </b> c' }, 'q1: The text holds characters that are not permitted inside < and >.'],
  ['doubled brackets', { q1: '<< a >>' }, 'q1: The text holds characters that are not permitted inside < and >.'],
  ['a number that is none', { q7: '7' }, 'q7: The value must be a number.'],
  ['a day that is none', { q8: '2026-02-30' }, 'q8: The value must be a date, yyyy-MM-dd.'],
  ['a moment without a time', { q9: '2026-02-03' }, 'q9: The value must be a date and time, yyyy-MM-dd hh:mm a.'],
  [
    'a frame in lower case',
    { q10: { currency: 'USD', amount: 1, timeframe: 'hourly' } },
    'q10: The timeframe must be one of Hourly, Daily, Weekly, Monthly, Yearly.',
  ],
  ['an amount without currency', { q11: { amount: 1 } }, 'q11: The currency must be a three-letter code such as USD.'],
  ['a choice that is none', { q5: 'Nowhere' }, 'q5: The value must be one of Cand: Active, Cand: Inactive.'],
  ['one of many that is none', { q12: ['a', 'z'] }, 'q12: The value must be one of a, b.'],
  ['many that are none', { q12: 'a' }, 'q12: The value must be an array of texts.'],
  ['a check mark that is none', { q13: 'on' }, 'q13: The value must be true or false.'],
  ['a date of the envelope that is none', { completeddate: 'now' }, 'completeddate: The value must be a date and time'],
])('%s is refused', async (_, part, message) => {
  await using simulator = await desk()
  const { changes } = simulator.tenant.store
  const isEnvelope = 'owner' in part || 'formname' in part
  const body = isEnvelope ? { q2: 'x', ...part } : { formname: 'Survey', owner: 15, q2: 'x', ...part }
  const sent = message.startsWith('owner: The value') ? { formname: 'Survey', ...body } : body
  const [status, text] = await refusal(await submit(simulator, 'PUT', sent))
  expect([status, text.slice(0, message.length)]).toEqual([400, message])
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('a month is a day, and brackets around plain words are text', async () => {
  await using simulator = await desk()
  const body = { formname: 'Survey', owner: 15, q2: 'a <b> c', q8: '2026-02', q15: true }
  expect((await submit(simulator, 'POST', body)).status).toBe(201)
  expect(await bodyOf(callIcims(simulator, 'GET', '/forms/5001'))).toMatchObject({ q2: 'a <b> c', q8: '2026-02' })
})

test('an owner, a completing person and a form that are not there are not found', async () => {
  await using simulator = await desk()
  const { changes } = simulator.tenant.store
  expect(await refusal(await submit(simulator, 'POST', { ...application, owner: 999 }))).toEqual([
    404,
    'Applicant Workflow not found.',
    2,
  ])
  expect(await refusal(await submit(simulator, 'POST', { ...application, completedby: 999 }))).toEqual([
    404,
    'Person not found.',
    2,
  ])
  for (const id of ['999', 'Survey']) {
    expect(await refusal(await callIcims(simulator, 'GET', `/forms/${id}`))).toEqual([404, 'Form not found.', 2])
  }
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('of a form that both filled out, the one of the discarded profile stays behind at a merge', async () => {
  await using simulator = await desk()
  for (const owner of [1, 15]) await submit(simulator, 'POST', { formname: 'Survey', owner, q2: `by ${owner}` })
  mergePeople(simulator.tenant, 1, 15)
  expect(await bodyOf(callIcims(simulator, 'GET', '/forms/5001'))).toMatchObject({ owner: { id: 1 }, q2: 'by 1' })
  expect(await bodyOf(callIcims(simulator, 'GET', '/forms/5002'))).toMatchObject({ owner: { id: 15 }, q2: 'by 15' })
})

test('a merge takes the forms along, a purge takes them away', async () => {
  await using simulator = await desk()
  const { tenant } = simulator
  await submit(simulator, 'POST', application)
  await submit(simulator, 'POST', { formname: 'Survey', owner: 15, q2: 'x' })
  mergePeople(tenant, 1, 15)
  const of = (person: number) =>
    searchIds(simulator, 'forms', { filters: [{ name: 'formdata.person.id', value: [person] }] })
  expect(await of(1)).toEqual([5001, 5002])
  markForPurge(tenant, 'job', [11])
  runPurge(tenant, 'job')
  expect(await of(1)).toEqual([5002])
  markForPurge(tenant, 'person', [1])
  runPurge(tenant, 'person')
  expect((await callIcims(simulator, 'GET', '/forms/5002')).status).toBe(404)
})

test('with a workflow that is deleted its forms go', async () => {
  await using simulator = await createTenant({ people: 60, switches: { deleteWorkflow: 'allow' } })
  const [first] = simulator.tenant.store.each('formdata')
  const { id } = first!.data.owner as { id: number }
  expect((await callIcims(simulator, 'DELETE', `/applicantworkflows/${id}`)).status).toBe(204)
  expect((await callIcims(simulator, 'GET', `/forms/${first!.id}`)).status).toBe(404)
})

test('a share of the seeded applicants have answered, and each form reads as it was asked', async () => {
  await using simulator = await createTenant()
  const filters = [{ name: 'formdata.id', value: [0], operator: '>' }]
  const ids = await searchIds(simulator, 'forms', { filters })
  expect(ids.length).toBeGreaterThan(120)
  const byForm = new Map<string, number>()
  for (const id of ids) {
    const body = await bodyOf(callIcims(simulator, 'GET', `/forms/${id}`))
    byForm.set(body.formname, (byForm.get(body.formname) ?? 0) + 1)
    const { questions } = presetForms.find(({ name }) => name === body.formname)!
    for (const { id: question, required } of questions) if (required) expect(body[question]).toBeDefined()
    // What was seeded could have been sent.
    const { status, updateddate, ...sent } = body
    expect((await submit(simulator, 'PUT', { ...sent, owner: body.owner.id })).status).toBe(204)
  }
  expect([...byForm.keys()].sort()).toEqual(['Application_Questions', 'Background_Check_Consent', 'I9_Acknowledgement'])
})
