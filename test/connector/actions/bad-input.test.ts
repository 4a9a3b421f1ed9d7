import { expect, test } from 'vitest'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { candidate, createActing, cv } from './acting.ts'

const application = (change: object) => ({ candidate, attachments: [cv], ...change })
const text = (words: string) => Buffer.from(words).toString('base64')

/** What is wrong with a call that creates an application, and what its message says of it. */
const calls: readonly (readonly [what: string, body: unknown, says: RegExp])[] = [
  ['no body', '', /candidate/],
  ['a body that is no JSON', '{"candidate":', /not valid JSON/],
  ['a list', [1], /JSON object/],
  ['no name', application({ candidate: { ...candidate, first_name: '  ' } }), /candidate\.first_name/],
  ['a number for a name', application({ candidate: { ...candidate, last_name: 7 } }), /candidate\.last_name/],
  ['half a character', application({ candidate: { ...candidate, last_name: '\ud83d' } }), /candidate\.last_name/],
  ['an e-mail address that is none', application({ candidate: { ...candidate, email_address: 'mara' } }), /e-mail/],
  ['SQL for an e-mail address', application({ candidate: { ...candidate, email_address: "' OR 1=1; --" } }), /e-mail/],
  ['HTML for an e-mail address', application({ candidate: { ...candidate, email_address: '<b>x</b>' } }), /e-mail/],
  ['an unknown gender', application({ candidate: { ...candidate, gender: 'X' } }), /candidate\.gender/],
  [
    'a link that is no address of the web',
    application({ candidate: { ...candidate, social_links: [{ url: 'javascript:alert(1)' }] } }),
    /social_links\.0\.url/,
  ],
  ['an unknown stage', application({ stage_id: 'nowhere' }), /stage_id/],
  ['SQL for a stage', application({ stage_id: "'; DROP TABLE ats_jobs; --" }), /stage_id/],
  ['a source that is too long', application({ source: { name: 'x'.repeat(129) } }), /source\.name/],
  [
    'base64 that is none',
    application({ attachments: [{ ...cv, data: 'not base64!' }] }),
    /attachments\.0\.data: .*base64/,
  ],
  ['base64 that is cut', application({ attachments: [{ ...cv, data: `${cv.data}A` }] }), /base64/],
  ['no bytes', application({ attachments: [{ ...cv, data: '' }] }), /empty/],
  [
    'neither data nor data_url',
    application({ attachments: [{ ...cv, data: undefined }] }),
    /exactly one of data and data_url/,
  ],
  ['both', application({ attachments: [{ ...cv, data_url: 'https://example.com/cv.pdf' }] }), /exactly one/],
  [
    'data without a type',
    application({ attachments: [{ ...cv, content_type: undefined }] }),
    /content_type: .*required/,
  ],
  ['a type that is none', application({ attachments: [{ ...cv, content_type: 'pdf' }] }), /media type/],
  [
    'bytes of another type',
    application({ attachments: [{ ...cv, data: text('I am a text.') }] }),
    /says application\/pdf, and the file is text\/plain/,
  ],
  ['a type no CV has', application({ attachments: [{ ...cv, content_type: 'application/zip' }] }), /no type of a CV/],
  [
    'a program',
    application({
      attachments: [
        { ...cv, content_type: 'text/plain', data: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]).toString('base64') },
      ],
    }),
    /text\/plain, and the file is/,
  ],
  ['a cover letter', application({ attachments: [{ ...cv, type: 'COVER_LETTER' }] }), /CV only, not COVER_LETTER/],
  ['another file', application({ attachments: [{ ...cv, type: 'OTHER' }] }), /CV only, not OTHER/],
  ['two CVs', application({ attachments: [cv, cv] }), /one CV/],
  [
    'a file name with a path',
    application({ attachments: [{ ...cv, name: '../../etc/passwd' }] }),
    /attachments\.0\.name/,
  ],
  [
    'a file name with a line break',
    application({ attachments: [{ ...cv, name: 'a\r\nX: y' }] }),
    /attachments\.0\.name/,
  ],
  [
    'a file name that is too long',
    application({ attachments: [{ ...cv, name: 'x'.repeat(201) }] }),
    /attachments\.0\.name/,
  ],
  [
    'a file that is too large',
    application({ attachments: [{ ...cv, data: 'A'.repeat(14_000_000) }] }),
    /larger than 10 MB/,
  ],
  ['a hundred megabytes', `{"candidate":"${'x'.repeat(100_000_000)}"}`, /larger than 15 MB/],
  [
    'an address of this machine',
    application({ attachments: [{ ...cv, data: undefined, data_url: 'http://127.0.0.1/cv.pdf' }] }),
    /data_url: .*this machine/,
  ],
  [
    'the address of the metadata',
    application({ attachments: [{ ...cv, data: undefined, data_url: 'https://169.254.169.254/latest' }] }),
    /no public address/,
  ],
  [
    'a private address',
    application({ attachments: [{ ...cv, data: undefined, data_url: 'https://10.0.0.1/cv.pdf' }] }),
    /no public address/,
  ],
  [
    'an address without encryption',
    application({ attachments: [{ ...cv, data: undefined, data_url: 'http://example.com/cv.pdf' }] }),
    /https only/,
  ],
  [
    'a file of this machine',
    application({ attachments: [{ ...cv, data: undefined, data_url: 'file:///etc/passwd' }] }),
    /https only/,
  ],
  [
    'a password in an address',
    application({ attachments: [{ ...cv, data: undefined, data_url: 'https://a:b@example.com/' }] }),
    /user or a password/,
  ],
]

test('what is wrong with an application is said, and nothing is written anywhere', async () => {
  await using acting = await createActing()
  const { store } = acting.simulator.tenant
  const before = store.changes
  acting.calls()
  for (const [what, body, says] of calls) {
    const answer = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, body)
    expect([what, answer.status, answer.body.error.code]).toEqual([what, 400, 'PLATFORM.INPUT_INVALID'])
    expect(answer.body.error.message, what).toMatch(says)
  }
  expect(acting.calls()).toEqual([])
  expect(store.changes).toBe(before)
  expect(await acting.connector.store.database.selectFrom('saga').selectAll().execute()).toEqual([])
})

test('ids that are none, or of another integration, are refused in every place', async () => {
  await using acting = await createActing()
  const { store } = acting.simulator.tenant
  const [workflow] = [...store.each('applicantworkflow')]
  const [person] = [...store.each('person')].filter(({ data }) => data.logingroup === undefined)
  const own = (id: number) => toUnifiedId(acting.integrationId, String(id))
  const foreign = (id: number) => toUnifiedId('another integration', String(id))
  const before = store.changes
  acting.calls()
  const stage_id = toUnifiedId(acting.integrationId, String(workflow!.data.status))
  const attachment = cv
  const link = { label: 'Passed', url: 'https://results.example.com/1' }
  for (const make of [
    foreign,
    () => "'; DROP TABLE ats_jobs; --",
    () => '<script>alert(1)</script>',
    () => 'remote:1',
    () => '%00',
  ]) {
    const application = encodeURIComponent(make(workflow!.id))
    const tries = [
      acting.send(
        'POST',
        `/ats/jobs/${encodeURIComponent(make === foreign ? make(acting.jobId) : 'remote:1; DROP')}/applications`,
        { candidate },
      ),
      acting.send('POST', '/ats/candidates', { candidate, application: { job_id: foreign(acting.jobId) } }),
      acting.send('PUT', `/ats/applications/${application}/stage`, { stage_id }),
      acting.send('PUT', `/ats/applications/${own(workflow!.id)}/stage`, { stage_id: foreign(1) }),
      acting.send('POST', `/ats/applications/${application}/attachments`, { attachment }),
      acting.send('POST', `/ats/applications/${application}/result-links`, link),
      acting.send('POST', `/ats/candidates/${encodeURIComponent(make(person!.id))}/attachments`, { attachment }),
      acting.api(`/ats/candidates/${encodeURIComponent(make(person!.id))}/attachments`),
    ]
    for (const answer of await Promise.all(tries)) {
      expect([answer.status, answer.body.error?.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
    }
  }
  expect(acting.calls()).toEqual([])
  expect(store.changes).toBe(before)
})

test('SQL, HTML and signs of all kinds in texts are written as they are', async () => {
  await using acting = await createActing()
  const odd = `Robert'); DROP TABLE "x";-- <b>&amp;</b> „ñ漢🎉“`
  const body = {
    candidate: { ...candidate, first_name: odd.slice(0, 60), last_name: "O'Brien <i>" },
    attachments: [{ ...cv, name: `CV "Ma'ra" <b>;x=1 ñ漢.pdf` }],
    source: { name: odd },
  }
  const answer = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, body)
  expect(answer).toMatchObject({
    status: 200,
    body: { data: { candidate: { last_name: "O'Brien <i>", source: odd } } },
  })
  const [person] = acting.people(candidate.email_address)
  expect(acting.simulator.tenant.store.get('person', person!)).toMatchObject({
    firstname: odd.slice(0, 60).trim(),
    resume: { filename: body.attachments[0]!.name },
  })
})

test('a job that iCIMS does not have is told, and nobody is made', async () => {
  await using acting = await createActing()
  const before = acting.simulator.tenant.store.changes
  const answer = await acting.send('POST', '/ats/jobs/remote:999999/applications', { candidate })
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'PLATFORM.INPUT_INVALID' } } })
  expect(answer.body.error.message).toContain('iCIMS has no job 999999')
  expect(acting.simulator.tenant.store.changes).toBe(before)
})
