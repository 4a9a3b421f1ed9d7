import { getCandidateAttachments } from '../actions/get-candidate-attachments.ts'
import { createdOnlyFeature } from '../actions/read-back.ts'
import { sourceFeature } from '../actions/source.ts'
import { writeActions } from '../actions/write-actions.ts'
import { guideFeature, prerequisitesFeature } from '../connect/guide.ts'
import { fixedFields } from '../models/fields.ts'
import type { Model, Origin } from '../models/model.ts'
import { models } from '../models/models.ts'
import { roleFeatures } from '../models/role.ts'
import { passthroughFeature } from '../passthrough.ts'
import type { ActionName } from '../settings.ts'
import { deltaFeature } from '../sync/window.ts'
import { featuresToCome } from './not-implemented.ts'

/**
 * `SUPPORTED`: there, and works. `UNSUPPORTED`: iCIMS has no such thing. `NOT_IMPLEMENTED`: iCIMS has it, the connector does
 * not yet.
 */
export type CoverageStatus = 'SUPPORTED' | 'UNSUPPORTED' | 'NOT_IMPLEMENTED'

/** An action that is built declares itself so, with its input fields (`candidate.first_name`). */
export type Action = { id: ActionName; label: string; fields: Readonly<Record<string, Origin>> }

/** A feature that is built declares itself so, beside what does it. */
export type Feature = { id: string; label: string; origin: Origin }

type CoverageField = { id: string; coverage_status: CoverageStatus } & Partial<Origin>

/** What the connector reads, writes and can do; generated from what it is made of. */
export type Coverage = Readonly<
  Record<'read_models' | 'write_actions', readonly (CoverageField & { label: string; fields: CoverageField[] })[]>
> & { readonly features: readonly (CoverageField & { label: string })[] }

/** Every action that is built. */
const actions: readonly Action[] = [...writeActions, getCandidateAttachments]

/** Every feature that is built. */
const features: readonly Feature[] = [
  ...roleFeatures,
  deltaFeature,
  sourceFeature,
  createdOnlyFeature,
  guideFeature,
  prerequisitesFeature,
  passthroughFeature,
]

export function describeCoverage(): Coverage {
  return {
    read_models: models.map((model) => ({
      id: model.name,
      label: model.label,
      coverage_status: 'SUPPORTED',
      fields: describeFields(model),
    })),
    write_actions: [...actions.map(({ id, label, fields }) => ({ ...supported(id), label, fields: toFields(fields) }))],
    features: [
      ...features.map(({ id, label, origin }) => ({ ...toField(id, origin), label })),
      ...featuresToCome.map(({ id, label }) => ({ ...toCome(id), label })),
    ],
  }
}

function describeFields({ hasRemoteId, fields, links }: Model): CoverageField[] {
  const fixed = fixedFields.filter((name) => name !== 'remote_id' || hasRemoteId)
  return [...fixed.map(supported), ...toFields({ ...links, ...fields })]
}

function toFields(fields: Readonly<Record<string, Origin>>): CoverageField[] {
  return Object.entries(fields).map(([id, origin]) => toField(id, origin))
}

function toField(id: string, origin: Origin): CoverageField {
  return origin.evidence === 'none' ? { id, coverage_status: 'UNSUPPORTED' } : { ...supported(id), ...origin }
}

function supported(id: string): CoverageField {
  return { id, coverage_status: 'SUPPORTED' }
}

function toCome(id: string): CoverageField {
  return { id, coverage_status: 'NOT_IMPLEMENTED' }
}
