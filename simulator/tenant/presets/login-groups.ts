import type { LoginGroup } from '../config.ts'

/**
 * Login groups of the tenant (KB). Who calls the API is in Integration User, the only one whose members may search (SRCH);
 * what the others may do over the API is inferred.
 */
export const loginGroups: readonly LoginGroup[] = [
  { id: 'C1001', name: 'User Admin', search: false },
  { id: 'C1002', name: 'Recruiter', search: false },
  { id: 'C1003', name: 'Onboarding', search: false },
  { id: 'C1004', name: 'Hiring Manager', search: false, hiddenFields: { person: ['salary', 'birthdate', 'usssn'] } },
  { id: 'C1005', name: 'Agency', webServices: false },
  { id: 'C1006', name: 'Integration User' },
]
