import { formatDateTime } from '../dates.ts'
import { errorCodes, IcimsError } from '../errors.ts'
import type { Handlers } from '../exchange.ts'
import { readProfile } from '../profiles/read.ts'
import { renderNode, renderReference } from '../profiles/render-profile.ts'
import { findWorkflow, removeWorkflow, statusLog } from '../profiles/workflow.ts'
import { switchValue } from '../tenant/switches.ts'
import { fileHandlers } from './file-handlers.ts'
import { pathId, profileHandlers, readAs } from './profile-handlers.ts'

const handlers = profileHandlers('applicantworkflow')

/** `/customers/{customerId}/applicantworkflows` */
export const applicantworkflows: Handlers = {
  createApplicantWorkflow: handlers.create,
  getApplicantWorkflow: handlers.read,
  updateApplicantWorkflow: handlers.update,
  getApplicantWorkflowField: handlers.readField,
  updateApplicantWorkflowField: handlers.updateField,
  createApplicantWorkflowEntry: handlers.createEntry,
  getApplicantWorkflowEntry: handlers.readEntry,
  updateApplicantWorkflowEntry: handlers.updateEntry,
  deleteApplicantWorkflowEntry: handlers.removeEntry,
  ...fileHandlers('applicantworkflow', 'ApplicantWorkflow'),
  deleteApplicantWorkflow: ({ tenant, params, access }) => {
    if (switchValue(tenant.config, 'deleteWorkflow') === 'refuse') {
      const message = 'Applicant workflows cannot be deleted by this user.'
      throw new IcimsError(403, [{ code: errorCodes.forbidden, message }])
    }
    removeWorkflow(tenant, pathId({ params }, 'id', 'Applicant Workflow'), access)
    return { status: 204 }
  },
  getApplicantWorkflowByPair: (exchange) => {
    const person = pathId(exchange, 'personId', 'Person')
    const job = pathId(exchange, 'jobId', 'Job')
    return readAs(exchange, 'applicantworkflow', findWorkflow(exchange.tenant, person, job))
  },
  getApplicantWorkflowStatusLog: (exchange) => {
    const { tenant, base, access } = exchange
    const workflow = readProfile(tenant, 'applicantworkflow', pathId(exchange, 'id', 'Applicant Workflow'), access)
    const submittalstatuslog = statusLog(workflow).map((move) => ({
      status: renderNode(tenant, move.status),
      updatedDate: formatDateTime(move.updateddate),
      ...(move.updatedby === null ? {} : { updatedBy: renderReference(tenant, base, 'person', move.updatedby) }),
    }))
    return { status: 200, body: { submittalstatuslog } }
  },
}
