import type { Handlers } from '../exchange.ts'
import { fileHandlers } from './file-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'

const handlers = profileHandlers('sourceworkflow')

/** `/customers/{customerId}/sourceworkflows` */
export const sourceworkflows: Handlers = {
  createSourceWorkflow: handlers.create,
  getSourceWorkflow: handlers.read,
  updateSourceWorkflow: handlers.update,
  getSourceWorkflowField: handlers.readField,
  updateSourceWorkflowField: handlers.updateField,
  createSourceWorkflowEntry: handlers.createEntry,
  getSourceWorkflowEntry: handlers.readEntry,
  updateSourceWorkflowEntry: handlers.updateEntry,
  deleteSourceWorkflowEntry: handlers.removeEntry,
  ...fileHandlers('sourceworkflow', 'SourceWorkflow'),
}
