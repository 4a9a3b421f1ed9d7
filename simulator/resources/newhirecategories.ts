import type { Handlers } from '../exchange.ts'
import { fileHandlers } from './file-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'

const handlers = profileHandlers('newhirecategory')

/** `/customers/{customerId}/newhirecategories` */
export const newhirecategories: Handlers = {
  createNewHireCategory: handlers.create,
  getNewHireCategory: handlers.read,
  updateNewHireCategory: handlers.update,
  getNewHireCategoryField: handlers.readField,
  updateNewHireCategoryField: handlers.updateField,
  createNewHireCategoryEntry: handlers.createEntry,
  getNewHireCategoryEntry: handlers.readEntry,
  updateNewHireCategoryEntry: handlers.updateEntry,
  deleteNewHireCategoryEntry: handlers.removeEntry,
  ...fileHandlers('newhirecategory', 'NewHireCategory'),
}
