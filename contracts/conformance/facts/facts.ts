import type { Fact } from '../fact.ts'
import { customerFacts } from './customer.ts'
import { groupFacts } from './groups.ts'
import { headerFacts } from './headers.ts'
import { missingFacts } from './missing.ts'
import { profileFacts } from './profiles.ts'
import { searchDateFacts } from './search-dates.ts'
import { searchErrorFacts } from './search-errors.ts'
import { searchGroupFacts } from './search-groups.ts'
import { searchNameFacts } from './search-names.ts'
import { operatorFacts } from './search-operators.ts'
import { relationFacts } from './search-relations.ts'
import { searchRuleFacts } from './search-rules.ts'
import { signInFacts } from './sign-in.ts'
import { valueFacts } from './values.ts'

/** Every fact, in the order they are checked: reading before writing. */
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
]
