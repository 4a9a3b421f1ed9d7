import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { loadDocument } from '../../../openapi/document.ts'
import { buildEvent } from '../../../simulator/events/build.ts'
import type { Occurrence } from '../../../simulator/events/occurrence.ts'
import type { EventType } from '../../../simulator/events/subscription.ts'

const returnUrl = 'https://a.icims.com/x'
const moved = { base: 2, person: 3, newStatus: 'C5' } as const
const occurrences: readonly [EventType, Occurrence][] = [
  [
    'WorkFlowStatusChangeEvent',
    { kind: 'status-change', workflow: { type: 'applicantworkflow', id: 1 }, user: 4, oldStatus: 'D4', ...moved },
  ],
  [
    'WorkFlowStatusChangeEvent',
    { kind: 'status-change', workflow: { type: 'onboardworkflow', id: 1 }, user: null, oldStatus: null, ...moved },
  ],
  ['AssessmentEvent', { kind: 'application-complete', workflow: 1, job: 2, person: 3, hasPackage: true, returnUrl }],
  [
    'ApplicationCompletedEvent',
    { kind: 'application-complete', workflow: 1, job: 2, person: 3, hasPackage: true, returnUrl },
  ],
  ['JobPostToWebEvent', { kind: 'job-post', job: 2, user: 4, portalUrl: returnUrl }],
  ['JobUnpostToWebEvent', { kind: 'job-unpost', job: 2, user: 4 }],
  ['ViewJobWebPostEvent', { kind: 'view-job-post', job: 2, user: null }],
  ['RemoteLoginEvent', { kind: 'remote-login', user: 4, returnUrl }],
  ['OnboardPortalTaskEvent', { kind: 'onboard-task', person: 3, user: 4, returnUrl, incompleteUrl: returnUrl }],
]

test.each(occurrences)('%s is what the document says', async (eventType, occurrence) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(await loadDocument(), 'icims')
  const subscription = { eventType, url: 'https://partner.example.com/', auth: { type: 'none' } } as const
  const { body } = buildEvent(subscription, occurrence, { customerId: 1234, base: 'https://api.icims.com', now: 0 })
  const name = eventType === 'ApplicationCompletedEvent' ? 'AssessmentEvent' : eventType
  const validate = ajv.compile({
    $ref: `icims#/webhooks/${name}/post/requestBody/content/application~1json/schema`,
  })
  validate(JSON.parse(Buffer.from(body).toString()))
  expect(validate.errors).toBeNull()
})
