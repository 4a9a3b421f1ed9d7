import { HTTPClient, Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { candidate, createActing, cv, pdf } from '../connector/actions/acting.ts'
import { apiKey, type Pair } from '../pair.ts'
import { bodyOf } from '../tenant.ts'

test('the official SDK creates a candidate, and its next read shows it', async () => {
  await using acting = await createActing()
  const kombo = sdkOf(acting)
  const { data: jobs } = (await kombo.ats.getJobs({ remote_ids: [String(acting.jobId)] })).result
  const job = jobs.results[0]!
  const created = await kombo.ats.createCandidate({
    candidate: { ...candidate, phone_number: '608-555-0141', gender: 'FEMALE' },
    application: { job_id: job.id, stage_id: job.stages[0]!.id },
    attachments: [{ ...cv, type: 'CV' }],
    source: { name: 'Example Job Board' },
  })
  expect(created.warnings).toEqual([])
  expect(created.data).toMatchObject({
    first_name: 'Mara',
    last_name: 'Lind',
    email_addresses: [{ email_address: 'mara.lind@example.com' }],
    phone_numbers: [{ phone_number: '608-555-0141' }],
    source: 'Example Job Board',
    applications: [{ job: { id: job.id }, current_stage: { id: job.stages[0]!.id } }],
  })
  const found = (await kombo.ats.getCandidates({ email: 'MARA.LIND@example.com' })).result.data.results
  expect(found).toMatchObject([{ id: created.data.id, applications: [{ id: created.data.applications[0]!.id }] }])
})

test('the official SDK creates applications by the id of a job and by its remote id', async () => {
  await using acting = await createActing()
  const kombo = sdkOf(acting)
  const jobs = (await kombo.ats.getJobs({ statuses: ['OPEN'] })).result.data.results
  const first = await kombo.ats.createApplication({
    job_id: jobs[0]!.id,
    body: { candidate, attachments: [{ ...cv, type: 'CV' }] },
  })
  expect(first.data).toMatchObject({ job: { id: jobs[0]!.id }, candidate: { first_name: 'Mara' }, outcome: 'PENDING' })
  const remote = `remote:${jobs[1]!.remote_id}`
  const second = await kombo.ats.createApplication({ job_id: remote, body: { candidate } })
  expect(second.data).toMatchObject({ job: { id: jobs[1]!.id }, candidate: { id: first.data.candidate!.id } })
  expect(second.warnings.map(({ message }) => message)).toEqual([expect.stringContaining('was there already')])
  const read = (await kombo.ats.getApplications({ ids: [first.data.id, second.data.id] })).result.data.results
  expect(read.map(({ candidate_id }) => candidate_id)).toEqual([first.data.candidate!.id, first.data.candidate!.id])
})

test('the official SDK meets the typed errors of actions', async () => {
  await using acting = await createActing()
  const kombo = sdkOf(acting)
  const job_id = `remote:${acting.jobId}`
  await kombo.ats.createApplication({ job_id, body: { candidate } })
  const again = { ...candidate, phone_number: '608-555-0142' }
  await expect(kombo.ats.createApplication({ job_id, body: { candidate: again } })).rejects.toMatchObject({
    error: { code: 'ATS.APPLICATION_ALREADY_EXISTS' },
  })
  await acting.icims('PATCH', `/jobs/${acting.jobId}`, { folder: { id: closedFolder(acting) } })
  const other = { ...candidate, email_address: 'other@example.com' }
  await expect(kombo.ats.createApplication({ job_id, body: { candidate: other } })).rejects.toMatchObject({
    error: { code: 'ATS.JOB_CLOSED' },
  })
})

test('the official SDK moves, attaches, lists and downloads, and links a result', async () => {
  await using acting = await createActing()
  const kombo = sdkOf(acting)
  const stages = (await kombo.ats.getApplicationStages({})).result.data.results
  const created = await kombo.ats.createApplication({ job_id: `remote:${acting.jobId}`, body: { candidate } })
  const application_id = created.data.id
  const candidate_id = created.data.candidate!.id
  const stage = stages.find(({ id }) => id !== created.data.current_stage!.id)!

  expect((await kombo.ats.moveApplicationToStage({ application_id, body: { stage_id: stage.id } })).warnings).toEqual(
    [],
  )
  const [moved] = (await kombo.ats.getApplications({ ids: [application_id] })).result.data.results
  expect(moved).toMatchObject({ current_stage: { id: stage.id, remote_id: stage.remote_id } })

  expect((await kombo.ats.getCandidateAttachments({ candidate_id })).data.results).toEqual([])
  const attachment = { ...cv, type: 'CV' } as const
  const toApplication = await kombo.ats.addApplicationAttachment({ application_id, body: { attachment } })
  expect(toApplication.warnings.map(({ message }) => message)).toEqual([expect.stringContaining('with the candidate')])
  const second = { ...attachment, name: 'Lebenslauf „Mara“.pdf' }
  expect((await kombo.ats.addCandidateAttachment({ candidate_id, body: { attachment: second } })).warnings).toEqual([])
  const listed = (await kombo.ats.getCandidateAttachments({ candidate_id })).data.results
  expect(listed).toMatchObject([
    { candidate_id, application_id: null, type: 'CV', file_name: second.name, content_type: 'application/pdf' },
  ])
  const file = await acting.connector.fetch(new Request(listed[0]!.data_url))
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(decodeURIComponent(file.headers.get('content-disposition')!)).toContain(second.name)
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf)

  const result = { label: 'Passed with 87 %', url: 'https://results.example.com/1' }
  const remote_fields = { icims: { assessment_package_id: 'Numerical Reasoning' } }
  await kombo.ats.addApplicationResultLink({ application_id, body: { ...result, remote_fields } })
  await kombo.ats.addApplicationResultLink({
    application_id,
    body: { ...result, label: 'Passed with 91 %', remote_fields },
  })
  const workflow = await acting.icims('GET', `/applicantworkflows/${created.data.remote_id}?fields=assessmentresults`)
  expect((await bodyOf(Promise.resolve(workflow))).assessmentresults).toMatchObject([
    {
      assessmentname: { value: 'Numerical Reasoning' },
      assessmenturl: result.url,
      assessmentresult: 'Passed with 91 %',
    },
  ])
})

/** A job folder that says that the job is closed. */
function closedFolder({ simulator }: Pair): string {
  return simulator.tenant.lists.nodes('lists.job.folders').find(({ value }) => /closed|filled/i.test(value))!.id
}

function sdkOf(pair: Pair): Kombo {
  const http_client = new HTTPClient({ fetcher: async (input, init) => pair.connector.fetch(new Request(input, init)) })
  return new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: apiKey,
    integration_id: `icims:${pair.integrationId}`,
    http_client,
  })
}
