/** A location's address, as the states put it down. */
export type AddressState = { companyId: number; entry: number }

/**
 * The conditions contracts start from, with their parameters. Consumer and provider share these names and nothing else: a
 * misspelt one does not compile.
 */
export type ProviderStates = {
  /** An API user with Basic and OAuth credentials, and a tenant without rows. */
  'an empty tenant': Record<string, never>
  /** A person with a phone, an address and an earlier job. */
  'a person': { id: number }
  /** A person with a résumé, a PDF of this name. */
  'a person with a résumé': { id: number; file: string }
  /** A job with texts, a salary, a location, and the two people it names. */
  'a job at a location': { id: number; managerId: number; recruiterId: number } & AddressState
  /** A company with one address. */
  'a company with an address': AddressState
  /** A person's workflow on a job, newly submitted. */
  'a person on a job': { id: number; personId: number; jobId: number }
  /** The same with an assessment result that holds a link. */
  'a person on a job with a result': { id: number; personId: number; jobId: number; entry: number; url: string }
  /** A job that is posted to one of the tenant's portals. */
  'a job on a portal': { id: number; portal: string }
  /** An iForm with a question among others. */
  'an iForm': { name: string; question: string }
  /** A job that names the package of an assessment. */
  'a job with a package': { id: number; package: string }
  /** A list of the customer's own with an entry that is shown. */
  'a list with an entry': { list: string; entry: string; value: string }
  /** So many people, with consecutive ids. */
  people: { from: number; count: number }
  /** So many people of a login group. */
  'people who sign in': { from: number; count: number; group: string }
  /** The API user has no calls left today. */
  'the daily quota is used up': Record<string, never>
  /** A bearer token of the API user that is good for a day; it gives `token`. */
  'a token': Record<string, never>
  /** The same after that day; it gives `token`. */
  'an expired token': Record<string, never>
  /** Every call is answered with this status, 500 or above, in iCIMS's own shape. */
  'a server that fails': { status: number }
  /** Every call is answered with 429 and how many seconds to wait. */
  'a server that asks to wait': { seconds: number }
  /** A person, and a server whose every answer ends in the middle. */
  'an answer cut in half': { id: number }
  /** Every call is answered by a proxy in front, with a page of HTML. */
  'a proxy that answers instead': { status: number }
}

export type StateName = keyof ProviderStates

/** The credentials every contract signs in with. */
export const contractUser = {
  username: 'connector',
  password: 'connector-password',
  clientId: 'connector-client',
  clientSecret: 'connector-secret',
}

/** The customer every contract is about. */
export const contractCustomer = 1234
