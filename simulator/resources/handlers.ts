import type { Handlers } from '../exchange.ts'
import { applicantworkflows } from './applicantworkflows.ts'
import { companies } from './companies.ts'
import { customers } from './customers.ts'
import { forms } from './forms.ts'
import { jobboardposts } from './jobboardposts.ts'
import { jobs } from './jobs.ts'
import { linkto } from './linkto.ts'
import { lists } from './lists.ts'
import { newhirecategories } from './newhirecategories.ts'
import { offers } from './offers.ts'
import { onboardworkflows } from './onboardworkflows.ts'
import { people } from './people.ts'
import { portals } from './portals.ts'
import { profiledefinitions } from './profiledefinitions.ts'
import { search } from './search.ts'
import { searchSchemas } from './search-schemas.ts'
import { sourceworkflows } from './sourceworkflows.ts'
import { talentpools } from './talentpools.ts'

/** Every handler behind the API host, by operationId. */
export const handlers: Handlers = {
  ...customers,
  ...people,
  ...jobs,
  ...companies,
  ...talentpools,
  ...newhirecategories,
  ...applicantworkflows,
  ...sourceworkflows,
  ...onboardworkflows,
  ...search,
  ...searchSchemas,
  ...profiledefinitions,
  ...lists,
  ...portals,
  ...jobboardposts,
  ...forms,
  ...offers,
  ...linkto,
}
