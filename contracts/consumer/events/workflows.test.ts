import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { about, given, links, offered, take } from './events.ts'

const id = 10071
const [personId, jobId] = [71, 1071]
const workflow = ['applicantWorkflow', `applicantworkflows/${id}`] as const
const job = ['job', `jobs/${jobId}`] as const
const person = ['person', `people/${personId}`] as const

test('a candidate was moved', async () => {
  await given('a candidate is moved', { id, personId, jobId, from: 'D10100', to: 'D10105' })
    .expectsToReceive('a status change of a candidate', (message) =>
      message.withJSONContent({
        ...about('WorkFlowStatusChangeEvent', id),
        personId: String(personId),
        jobId: String(jobId),
        newStatus: '10105',
        links: links(workflow, job, person),
      }),
    )
    .executeTest(async ({ contents }) => {
      const kept = [{ type: 'WorkFlowStatusChangeEvent', subject: `applicantworkflows/${id}` }]
      expect(await take(contents.content)).toEqual({ status: 200, location: null, kept })
    })
})

// The documentation has one name for it, a partner's client the other.
test.each(['AssessmentEvent', 'ApplicationCompletedEvent'] as const)(
  'a candidate came to the end of an application: %s',
  async (type) => {
    const returnUrl = 'https://jobs-demo.icims.com/jobs/1071/registered-nurse/assessment?i=1'
    await given('a candidate ends an application', { type, id, personId, jobId, package: offered })
      .expectsToReceive(`the end of an application as ${type}`, (message) =>
        message.withJSONContent({
          ...about(type, id),
          returnUrl: Matchers.regex(`^https?://.+/jobs/${jobId}/.+`, returnUrl),
          links: links(workflow, job, person),
        }),
      )
      .executeTest(async ({ contents }) => {
        const taken = await take(contents.content, {
          [`jobs/${jobId}`]: { jobtitle: 'Registered Nurse', assessmenttype: [{ value: offered }] },
          [`people/${personId}`]: { firstname: 'Ann', lastname: 'Lindqvist', email: 'ann@example.com' },
        })
        expect(taken).toEqual({
          status: 303,
          location: `https://vendor.example.com/start?back=${encodeURIComponent(returnUrl)}`,
          kept: [{ type, subject: `applicantworkflows/${id}` }],
        })
      })
  },
)
