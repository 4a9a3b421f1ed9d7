import { RecordError } from '../icims/errors.ts'
import { readPortal } from '../icims/read-portal.ts'
import { toKnownStages } from '../models/application-stage.ts'
import { toJobPosting } from '../models/job-posting.ts'
import { toJobScreeningQuestions } from '../models/job-screening-question.ts'
import { jobRoles, toRole } from '../models/role.ts'
import { toScreeningQuestions } from '../models/screening-question.ts'
import type { Snapshot } from './stream.ts'

const roles: Snapshot = {
  name: 'roles',
  owns: ['ats_roles'],
  async *read() {
    yield { ats_roles: jobRoles.map(toRole) }
  },
}

/** Stages that the integration names. What is no longer named stays known, as everything seen on a workflow does. */
const stages: Snapshot = {
  name: 'stages',
  owns: [],
  async *read({ settings }) {
    yield { ats_application_stages: toKnownStages(settings) }
  },
}

/** What is posted to the portals that the integration names. */
const portals: Snapshot = {
  name: 'portals',
  owns: ['ats_job_postings'],
  calls: ({ portals }) => portals.length,
  async *read({ client, settings }) {
    for (const portal of settings.portals) {
      try {
        for await (const jobs of readPortal(client, portal.id)) {
          yield { ats_job_postings: jobs.map((job) => toJobPosting(job, portal, settings)) }
        }
      } catch (error) {
        if (!(error instanceof RecordError)) throw error
        yield { stream: 'portals', remoteId: portal.id, reason: error.message }
      }
    }
  },
}

/** The questions of the iForm that the integration names: a form belongs to the customer, not to a job (IFRM). */
const screening: Snapshot = {
  name: 'screening',
  owns: ['ats_screening_questions', 'ats_join_jobs_screening_questions'],
  calls: ({ screeningForm }) => (screeningForm === null ? 0 : 1),
  async *read({ client, settings: { screeningForm } }) {
    if (screeningForm === null) return
    try {
      const form = await client.getForm(screeningForm)
      yield {
        ats_screening_questions: toScreeningQuestions(form),
        ats_join_jobs_screening_questions: toJobScreeningQuestions(form),
      }
    } catch (error) {
      if (!(error instanceof RecordError)) throw error
      yield { stream: 'screening', remoteId: screeningForm, reason: error.message }
    }
  },
}

/** What every run reads whole, before the streams. */
export const snapshots: readonly Snapshot[] = [roles, stages, portals, screening]
