import type { Fact } from '../fact.ts'
import { customerFacts } from './customer.ts'
import { eventSignatureFacts } from './event-signatures.ts'
import { eventTypeFacts } from './event-types.ts'
import { eventFacts } from './events.ts'
import { fieldFacts } from './fields.ts'
import { fileFacts } from './files.ts'
import { formFacts } from './forms.ts'
import { groupFacts } from './groups.ts'
import { headerFacts } from './headers.ts'
import { listFacts } from './lists.ts'
import { missingFacts } from './missing.ts'
import { offerFacts } from './offers.ts'
import { portalFacts } from './portals.ts'
import { profileFacts } from './profiles.ts'
import { quotaFacts } from './quota.ts'
import { schemaFacts } from './schemas.ts'
import { searchDateFacts } from './search-dates.ts'
import { searchErrorFacts } from './search-errors.ts'
import { searchGroupFacts } from './search-groups.ts'
import { searchNameFacts } from './search-names.ts'
import { operatorFacts } from './search-operators.ts'
import { relationFacts } from './search-relations.ts'
import { searchRuleFacts } from './search-rules.ts'
import { searchSchemaFacts } from './search-schemas.ts'
import { secondUserFacts } from './second-user.ts'
import { signInFacts } from './sign-in.ts'
import { sourcingFacts } from './sourcing.ts'
import { unseenFacts } from './unseen.ts'
import { valueFacts } from './values.ts'
import { workflowFacts } from './workflows.ts'
import { writeFieldFacts } from './write-fields.ts'
import { writeFileFacts } from './write-files.ts'
import { writeFormFacts } from './write-forms.ts'
import { writeGroupFacts } from './write-groups.ts'
import { writeLateFacts } from './write-late.ts'
import { writeProfileFacts } from './write-profiles.ts'
import { writeRequiredFacts } from './write-required.ts'
import { writeResultFacts } from './write-results.ts'
import { writeWorkflowFacts } from './write-workflows.ts'

/** Every fact, in the order they are checked: reading before writing, and last what leaves no calls, or cannot be seen. */
export const facts: readonly Fact[] = [
  ...customerFacts,
  ...headerFacts,
  ...signInFacts,
  ...profileFacts,
  ...valueFacts,
  ...groupFacts,
  ...missingFacts,
  ...operatorFacts,
  ...searchRuleFacts,
  ...searchGroupFacts,
  ...searchDateFacts,
  ...searchErrorFacts,
  ...relationFacts,
  ...searchNameFacts,
  ...workflowFacts,
  ...listFacts,
  ...schemaFacts,
  ...fieldFacts,
  ...searchSchemaFacts,
  ...sourcingFacts,
  ...portalFacts,
  ...formFacts,
  ...fileFacts,
  ...offerFacts,
  ...eventFacts,
  ...eventTypeFacts,
  ...eventSignatureFacts,
  ...secondUserFacts,
  ...writeProfileFacts,
  ...writeFieldFacts,
  ...writeRequiredFacts,
  ...writeGroupFacts,
  ...writeWorkflowFacts,
  ...writeResultFacts,
  ...writeFileFacts,
  ...writeFormFacts,
  ...writeLateFacts,
  ...quotaFacts,
  ...unseenFacts,
]
