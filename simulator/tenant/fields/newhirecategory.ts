import type { Field } from './field.ts'

/** Standard fields of a new hire category, the base profile of onboarding: D19. */
export const newhirecategoryFields: readonly Field[] = [
  { name: 'title', kind: 'text', max: 192, required: true, byDefault: true },
  { name: 'externaltitle', kind: 'text', max: 192, byDefault: true },
  { name: 'folder', kind: 'node', list: 'lists.newhirecategory.folders', byDefault: true },
  { name: 'owner', kind: 'profile', target: 'person', byDefault: true },
  { name: 'overview', kind: 'html' },
  { name: 'createddate', kind: 'datetime', readonly: true },
  { name: 'updateddate', kind: 'datetime', readonly: true },
]
