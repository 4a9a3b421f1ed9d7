import type { Handlers } from '../exchange.ts'
import { fileHandlers } from './file-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'

const handlers = profileHandlers('company')

/** `/customers/{customerId}/companies` */
export const companies: Handlers = {
  createCompany: handlers.create,
  getCompany: handlers.read,
  updateCompany: handlers.update,
  getCompanyField: handlers.readField,
  updateCompanyField: handlers.updateField,
  createCompanyEntry: handlers.createEntry,
  getCompanyEntry: handlers.readEntry,
  updateCompanyEntry: handlers.updateEntry,
  deleteCompanyEntry: handlers.removeEntry,
  ...fileHandlers('company', 'Company'),
}
