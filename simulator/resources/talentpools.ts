import type { Handlers } from '../exchange.ts'
import { fileHandlers } from './file-handlers.ts'
import { profileHandlers } from './profile-handlers.ts'

const handlers = profileHandlers('talentpool')

/** `/customers/{customerId}/talentpools` */
export const talentpools: Handlers = {
  createTalentPool: handlers.create,
  getTalentPool: handlers.read,
  updateTalentPool: handlers.update,
  getTalentPoolField: handlers.readField,
  updateTalentPoolField: handlers.updateField,
  createTalentPoolEntry: handlers.createEntry,
  getTalentPoolEntry: handlers.readEntry,
  updateTalentPoolEntry: handlers.updateEntry,
  deleteTalentPoolEntry: handlers.removeEntry,
  ...fileHandlers('talentpool', 'TalentPool'),
}
