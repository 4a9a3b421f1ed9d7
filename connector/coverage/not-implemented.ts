import type { Feature } from './coverage.ts'

/** Features that are not there yet. What is built goes from here and declares itself. */
export const featuresToCome: readonly Pick<Feature, 'id' | 'label'>[] = [
  { id: 'candidate_cutoff_filtering', label: 'Candidate cutoff filtering' },
]
