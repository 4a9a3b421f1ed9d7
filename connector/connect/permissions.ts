import type { IcimsSearch } from '../icims/client.ts'

/** One thing that the API user of iCIMS must be allowed: the guide asks for it, and the check tries it out. */
export type Permission = {
  id: string
  /** What it is called, in the guide and in the report. */
  title: string
  /** What to ask iCIMS for. */
  ask: string
  /** What does not work without it. */
  neededFor: string
  /** `required`: no sync without it. `recommended`: a sync leaves out what it gives. `writes`: only for actions. */
  need: 'required' | 'recommended' | 'writes'
}

/** A type of profile that is searched and read. */
export type ProfileKind = 'job' | 'person' | 'applicantworkflow'
export const searchOf = {
  job: 'jobs',
  person: 'people',
  applicantworkflow: 'applicantworkflows',
} as const satisfies Record<ProfileKind, IcimsSearch>

export const signIn: Permission = {
  id: 'sign-in',
  title: 'Sign in to the API',
  ask: 'An integration account (API user) for your customer id, with rights for web services.',
  neededFor: 'Everything.',
  need: 'required',
}

/** What is needed of each type of profile: to search it, and to read it. */
export const profilePermissions: Record<ProfileKind, { search: Permission; read: Permission }> = {
  applicantworkflow: profile(
    'applicantworkflow',
    'recruiting workflows',
    'Applications, their stages, and when candidates applied.',
  ),
  job: profile('job', 'jobs', 'Jobs, their postings and hiring teams.'),
  person: profile('person', 'people', 'Candidates, users, and the names in hiring teams.'),
}

export const resumePermission: Permission = {
  id: 'resume-read',
  title: 'Read résumés',
  ask: 'View rights for the résumé of person profiles.',
  neededFor: 'The list of attachments of a candidate.',
  need: 'recommended',
}

export const addressPermission: Permission = {
  id: 'company-read',
  title: 'Read addresses of locations',
  ask: 'View rights for company (location) profiles and their addresses.',
  neededFor: 'City, state, postal code and country of a job.',
  need: 'recommended',
}

export const portalPermission: Permission = {
  id: 'portal-search',
  title: 'Search job portals',
  ask: 'The ids or names of your career portals, and the right to search them.',
  neededFor: 'Job postings, and the public address of a job.',
  need: 'recommended',
}

export const writePermissions: readonly Permission[] = [
  {
    id: 'person-write',
    title: 'Create and change people',
    ask: 'Create and edit rights for person profiles.',
    neededFor: 'Creating candidates and applications.',
    need: 'writes',
  },
  {
    id: 'resume-write',
    title: 'Upload résumés',
    ask: 'Edit rights for the résumé of person profiles.',
    neededFor: 'Adding a CV to a candidate or an application.',
    need: 'writes',
  },
  {
    id: 'applicantworkflow-write',
    title: 'Create workflows, change statuses',
    ask: 'Create and edit rights for recruiting workflows, the status and assessment results among them.',
    neededFor: 'Creating applications, moving them to another stage, and adding result links.',
    need: 'writes',
  },
]

/** Every permission, in the order that the guide asks for them. */
export const permissions: readonly Permission[] = [
  signIn,
  ...Object.values(profilePermissions).flatMap(({ search, read }) => [search, read]),
  addressPermission,
  portalPermission,
  resumePermission,
  ...writePermissions,
]

function profile(id: ProfileKind, name: string, neededFor: string): { search: Permission; read: Permission } {
  return {
    search: {
      id: `${id}-search`,
      title: `Search ${name}`,
      ask: `The Search API for ${name}. iCIMS allows it to its Integration User login group.`,
      neededFor: `Finding ${name}, and those that changed.`,
      need: 'required',
    },
    read: {
      id: `${id}-read`,
      title: `Read ${name}`,
      ask: `View rights for ${name}, with the fields that the report names; no search lock that leaves some out.`,
      neededFor,
      need: 'required',
    },
  }
}
