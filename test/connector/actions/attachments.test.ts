import { expect, test } from 'vitest'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { candidate, createActing, cv, pdf } from './acting.ts'

const text = Buffer.from('Mara Lind\nNurse\n')

test('a CV is fetched from its address, and its type taken from there', async () => {
  const fetchFile = async (url: string) => {
    expect(url).toBe('https://files.example.com/cv')
    return { bytes: pdf, type: 'application/octet-stream' }
  }
  await using acting = await createActing({ connector: { actions: { fetchFile } } })
  const attachment = { name: 'CV.pdf', type: 'CV', data_url: 'https://files.example.com/cv' }
  const body = { candidate, attachments: [attachment] }
  expect((await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, body)).status).toBe(200)
  const [person] = acting.people(candidate.email_address)
  const resume = await acting.icims('GET', `/people/${person}/fields/resume/binary`)
  expect([resume.headers.get('content-type'), Buffer.from(await resume.arrayBuffer())]).toEqual([
    'application/pdf',
    pdf,
  ])
})

test('an address that gives no file is told, and nothing is written', async () => {
  const fetchFile = async () => {
    throw new Error('it answered 404')
  }
  await using acting = await createActing({ connector: { actions: { fetchFile } } })
  const attachments = [{ name: 'CV.pdf', type: 'CV', data_url: 'https://files.example.com/cv' }]
  const before = acting.simulator.tenant.store.changes
  const answer = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, { candidate, attachments })
  expect(answer.body.error).toMatchObject({
    code: 'PLATFORM.INPUT_INVALID',
    message: 'attachments.0.data_url: the file cannot be fetched: it answered 404.',
  })
  expect(acting.simulator.tenant.store.changes).toBe(before)
})

test('a link leads to the file for an hour, to nobody who changed it, and not while the integration is paused', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  await using acting = await createActing({
    connector: { clock: { now: () => new Date(now), sleep: async () => {} } },
  })
  const [person] = [...acting.simulator.tenant.store.each('person')].filter(({ data }) => data.logingroup === undefined)
  const id = toUnifiedId(acting.integrationId, String(person!.id))
  const attachment = { ...cv, name: 'Mara.txt', content_type: 'text/plain', data: text.toString('base64') }
  expect((await acting.send('POST', `/ats/candidates/${id}/attachments`, { attachment })).status).toBe(200)
  const { body } = await acting.api(`/ats/candidates/${id}/attachments`)
  expect(body.data.results).toMatchObject([{ file_name: 'Mara.txt', content_type: 'text/plain', candidate_id: id }])
  const link: string = body.data.results[0].data_url
  const open = async (url = link) => acting.connector.fetch(new Request(url))

  const file = await open()
  expect([file.status, await file.text()]).toEqual([200, text.toString()])
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="Mara.txt"; filename*=UTF-8''Mara.txt`)
  for (const changed of [
    `${link}x`,
    link.replace(/attachments\/./, 'attachments/X'),
    link.slice(0, link.lastIndexOf('.')),
    link.slice(0, -1),
  ]) {
    expect((await open(changed)).status, changed).toBe(401)
  }
  await acting.connector.administration.setEnabled(acting.integrationId, false)
  expect((await open()).status).toBe(409)
  await acting.connector.administration.setEnabled(acting.integrationId, true)
  now += 3_599_999
  expect((await open()).status).toBe(200)
  now += 1
  const late = await open()
  expect([late.status, ((await late.json()) as { error: { code: string } }).error.code]).toEqual([
    401,
    'PLATFORM.AUTHENTICATION_INVALID',
  ])
})

test('a CV that is gone is told when its link is followed', async () => {
  await using acting = await createActing()
  const [person] = [...acting.simulator.tenant.store.each('person')].filter(({ data }) => data.logingroup === undefined)
  const id = toUnifiedId(acting.integrationId, String(person!.id))
  await acting.send('POST', `/ats/candidates/${id}/attachments`, { attachment: cv })
  const { data_url } = (await acting.api(`/ats/candidates/${id}/attachments`)).body.data.results[0]
  acting.intercept(({ url }) => (url.endsWith('/binary') ? Response.json({ errors: [] }, { status: 404 }) : undefined))
  const answer = await acting.connector.fetch(new Request(data_url))
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: 'REMOTE.INPUT_INVALID' } }])
})

test('a result link has the package of the integration, its attributes in fields, and one entry however often it comes', async () => {
  const settings = { actions: { assessmentPackage: 'Numerical Reasoning', resultFields: { 'Acme: Score': 'source' } } }
  await using acting = await createActing({ settings })
  const [workflow] = [...acting.simulator.tenant.store.each('applicantworkflow')]
  const path = `/ats/applications/${toUnifiedId(acting.integrationId, String(workflow!.id))}/result-links`
  const details = {
    custom_field_name_prefix: 'Acme:',
    attributes: [
      { key: 'Score', value: '87 %' },
      { key: 'Level', value: 'B' },
    ],
  }
  const link = { label: 'x'.repeat(130), url: 'https://results.example.com/1', details }
  const answers = await Promise.all([
    acting.send('POST', path, link),
    acting.send('POST', path, { ...link, label: 'Later' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers[0]!.body.warnings.map(({ message }: { message: string }) => message)).toEqual([
    'label: iCIMS takes 128 characters, so it was cut.',
    expect.stringContaining('"Acme:Level"'),
  ])
  const stored = acting.simulator.tenant.store.get('applicantworkflow', workflow!.id)!
  expect(stored.assessmentresults).toMatchObject([{ assessmentresult: 'Later', assessmenturl: link.url }])
  expect(stored.source).toBe('87 %')
  await acting.send('POST', path, { ...link, url: 'https://results.example.com/2' })
  expect(acting.simulator.tenant.store.get('applicantworkflow', workflow!.id)!.assessmentresults).toHaveLength(2)
})
