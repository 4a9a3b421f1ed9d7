import type { WorkflowBin, WorkflowStatus } from '../config.ts'
import type { ListNode } from '../lists.ts'

/** Bins of the recruiting workflow, in order. The first is evidenced (KB), their ids are not. */
export const bins: readonly WorkflowBin[] = [
  { id: 'D10001', name: 'New Submissions' },
  { id: 'D10002', name: 'Review' },
  { id: 'D10003', name: 'Interview' },
  { id: 'D10004', name: 'Offer' },
  { id: 'D10005', name: 'Hired' },
  { id: 'D10006', name: 'Closed' },
]

/**
 * Statuses, in the order a candidate meets them. D10100, D10103, D10105 and D10108 are delivered ones seen in real clients
 * (C1, C2); the other D ids are inferred. What hires and declines is made by the customer, as at the tenant that was seen.
 */
export const statuses: readonly WorkflowStatus[] = [
  { id: 'D10100', bin: 'New Submissions', name: 'External Portal', meaning: 'new' },
  { id: 'D10103', bin: 'New Submissions', name: 'Internal Portal', meaning: 'new' },
  { id: 'D10105', bin: 'New Submissions', name: 'Recruiter Submitted', meaning: 'new' },
  { id: 'D10110', bin: 'Review', name: 'Under Review', meaning: 'review' },
  { id: 'C12295', bin: 'Review', name: 'Phone Screen', meaning: 'review' },
  { id: 'C12296', bin: 'Review', name: 'Sent to Hiring Manager', meaning: 'review' },
  { id: 'C22001', bin: 'Interview', name: 'First Interview', meaning: 'interview' },
  { id: 'C22002', bin: 'Interview', name: 'Second Interview', meaning: 'interview' },
  { id: 'C22003', bin: 'Interview', name: 'Reference Check', meaning: 'interview' },
  { id: 'C36950', bin: 'Offer', name: 'Offer Extended', meaning: 'offer' },
  { id: 'C36951', bin: 'Offer', name: 'Offer Accepted', meaning: 'offer' },
  { id: 'C2040', bin: 'Hired', name: 'Hired', meaning: 'hired' },
  { id: 'C14661', bin: 'Closed', name: 'Not Selected', meaning: 'rejected' },
  { id: 'C38469', bin: 'Closed', name: 'Not Qualified', meaning: 'rejected' },
  { id: 'C51162', bin: 'Closed', name: 'Position Filled', meaning: 'rejected' },
  { id: 'D10108', bin: 'Closed', name: 'Candidate Withdrew', meaning: 'withdrew' },
]

/** `lists.status`: each status labelled with its bin, as recorded (C1). */
export function statusNodes(all: readonly WorkflowStatus[]): ListNode[] {
  return all.map(({ id, bin, name }) => ({ id, value: `${bin} - ${name}` }))
}
