import type { Handlers } from '../exchange.ts'
import { fileHandlers } from './file-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'

const handlers = profileHandlers('onboardworkflow')

/** `/customers/{customerId}/onboardworkflows` */
export const onboardworkflows: Handlers = {
  createOnboardWorkflow: handlers.create,
  getOnboardWorkflow: handlers.read,
  updateOnboardWorkflow: handlers.update,
  getOnboardWorkflowField: handlers.readField,
  updateOnboardWorkflowField: handlers.updateField,
  createOnboardWorkflowEntry: handlers.createEntry,
  getOnboardWorkflowEntry: handlers.readEntry,
  updateOnboardWorkflowEntry: handlers.updateEntry,
  deleteOnboardWorkflowEntry: handlers.removeEntry,
  ...fileHandlers('onboardworkflow', 'OnboardWorkflow'),
}
