import type { Handlers } from '../exchange.ts'
import { fileHandlers } from './file-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'

const handlers = profileHandlers('person')

/** `/customers/{customerId}/people` */
export const people: Handlers = {
  createPerson: handlers.create,
  getPerson: handlers.read,
  updatePerson: handlers.update,
  getPersonField: handlers.readField,
  updatePersonField: handlers.updateField,
  createPersonEntry: handlers.createEntry,
  getPersonEntry: handlers.readEntry,
  updatePersonEntry: handlers.updateEntry,
  deletePersonEntry: handlers.removeEntry,
  ...fileHandlers('person', 'Person'),
}
