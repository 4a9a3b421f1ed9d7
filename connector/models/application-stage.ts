import type { IcimsApplicantWorkflow } from '../icims/applicantworkflow.ts'
import { client, describeModel, none, type RecordOf } from './model.ts'
import type { MappingSettings } from './settings.ts'

export const applicationStageModel = describeModel({
  name: 'ats_application_stages',
  label: 'Application stages',
  hasRemoteId: true,
  fields: {
    name: client(
      'applicantworkflow status (C1)',
      'Gathered from the workflows read and from the integration: iCIMS lists none.',
    ),
    status: none,
    custom_fields: none,
    remote_data: none,
  },
  links: {},
})

type ApplicationStage = RecordOf<typeof applicationStageModel>

/**
 * The stage a workflow is in. iCIMS lists its statuses nowhere, so stages are gathered from the workflows that are read; one
 * that no workflow is in any more stays known. A name that the integration gives counts more than what iCIMS shows.
 */
export function toApplicationStage(
  { status }: IcimsApplicantWorkflow,
  { stages }: MappingSettings,
): ApplicationStage | undefined {
  if (status === undefined) return undefined
  const named = stages.find(({ id }) => id === status.id)
  return stageOf(status.id, named?.name ?? status.value)
}

/** The stages an integration knows of before any workflow is in them. */
export function toKnownStages({ stages }: MappingSettings): ApplicationStage[] {
  return stages.map(({ id, name }) => stageOf(id, name))
}

function stageOf(remoteId: string, name: string): ApplicationStage {
  const fields = { name: name === '' ? null : name, status: null, custom_fields: {}, remote_data: null }
  return { remoteId, links: {}, fields }
}
