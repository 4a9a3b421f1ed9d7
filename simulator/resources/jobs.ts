import type { Handlers } from '../exchange.ts'
import { fileHandlers } from './file-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'

const handlers = profileHandlers('job')

/** `/customers/{customerId}/jobs` */
export const jobs: Handlers = {
  createJob: handlers.create,
  getJob: handlers.read,
  updateJob: handlers.update,
  getJobField: handlers.readField,
  updateJobField: handlers.updateField,
  createJobEntry: handlers.createEntry,
  getJobEntry: handlers.readEntry,
  updateJobEntry: handlers.updateEntry,
  deleteJobEntry: handlers.removeEntry,
  ...fileHandlers('job', 'Job'),
}
