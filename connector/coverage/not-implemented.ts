import type { Action, Feature } from './coverage.ts'

/** Actions that iCIMS allows and the connector does not take yet. What is built goes from here and declares itself. */
export const actionsToCome: readonly Pick<Action, 'id' | 'label'>[] = [
  { id: 'ats_add_application_attachment', label: 'Add attachment to application' },
  { id: 'ats_move_application_to_stage', label: 'Move application to stage' },
  { id: 'ats_add_application_result_link', label: 'Add result link to application' },
  { id: 'ats_get_candidate_attachments', label: 'Get candidate attachments' },
  { id: 'ats_add_candidate_attachment', label: 'Add attachment to candidate' },
]

/** Features that are not there yet. What is built goes from here and declares itself. */
export const featuresToCome: readonly Pick<Feature, 'id' | 'label'>[] = [
  { id: 'sync_only_created_applications', label: 'Sync only created applications' },
  { id: 'connection_guide', label: 'Connection guide' },
  { id: 'prerequisites', label: 'Prerequisites' },
  { id: 'candidate_cutoff_filtering', label: 'Candidate cutoff filtering' },
  { id: 'api_passthrough', label: 'API passthrough' },
]
