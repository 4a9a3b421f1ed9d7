import type { Handlers } from '../exchange.ts'
import { applicantworkflows } from './applicantworkflows.ts'
import { companies } from './companies.ts'
import { customers } from './customers.ts'
import { jobs } from './jobs.ts'
import { people } from './people.ts'
import { search } from './search.ts'

/** Every handler behind the API host, by operationId. */
export const handlers: Handlers = {
  ...customers,
  ...people,
  ...jobs,
  ...companies,
  ...applicantworkflows,
  ...search,
}
