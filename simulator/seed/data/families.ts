import { clinicalSupport } from './families/clinical-support.ts'
import { facilities } from './families/facilities.ts'
import { finance } from './families/finance.ts'
import { nursing } from './families/nursing.ts'
import { patientAccess } from './families/patient-access.ts'
import { people } from './families/people.ts'
import { pharmacy } from './families/pharmacy.ts'
import { software } from './families/software.ts'
import { supplyChain } from './families/supply-chain.ts'
import type { Family } from './family.ts'

/** Every line of work. The seed picks among them by their place, so their order is part of its bytes. */
export const families: readonly Family[] = [
  nursing,
  clinicalSupport,
  pharmacy,
  software,
  finance,
  people,
  patientAccess,
  facilities,
  supplyChain,
]
