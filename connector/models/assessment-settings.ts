import { z } from 'zod'

const text = z.string().trim().min(1)

/** How assessments are ordered and shown, for one customer; everything has a default. */
export const assessmentSettings = z.strictObject({
  /** Statuses that order an assessment when a candidate enters them: those of the event in iCIMS, or some of them. */
  triggerStatuses: z.array(text).default([]),
  /**
   * Page on which a candidate who ends an application goes on: `{order_id}` and `{return_url}` in it are filled in. Without
   * one the application ends without an assessment.
   */
  candidateUrl: z
    .string()
    .regex(/^https?:\/\/[^\s{}]/i, 'it must be a web address')
    .nullable()
    .default(null),
  /** The two lists of iCIMS that hold the packages, by id or name: of the job's field and of the results'. */
  jobList: text.nullable().default(null),
  resultList: text.nullable().default(null),
})
