import type { Feature } from '../coverage/coverage.ts'
import { client } from '../models/model.ts'
import type { MappingSettings } from '../models/settings.ts'
import type { ApplicantBody } from './applicant.ts'

/** Sources are written. */
export const sourceFeature: Feature = {
  id: 'source_writing',
  label: 'Source writing',
  origin: client('source and sourcename of applicantworkflow and person (C1, M1)'),
}

/** Where an application comes from, in iCIMS's two fields: the kind of source, and its name (C1, M1). */
export type IcimsSource = { source?: string; sourcename?: string }

/**
 * The source of an application: the one its call names, or else the one the integration writes to all of them. `id` is the
 * text iCIMS knows the kind of source by, `name` its name; what a `unified_key` stands for is the integration's to say. That
 * `source` is the kind and `sourcename` the name is inferred.
 */
export function toSource(
  given: ApplicantBody['source'],
  { source, sources }: MappingSettings['actions'],
): { written: IcimsSource; warning?: string } {
  const { name, id, unified_key: key } = given ?? {}
  const isNamed = name != null || id != null || key != null
  if (!isNamed) return { written: withoutUndefined(source ?? {}) }
  const known = key == null || !Object.hasOwn(sources, key) ? undefined : sources[key]
  const written = withoutUndefined({ source: id ?? known?.source, sourcename: name ?? known?.sourcename })
  if (key == null || known !== undefined) return { written }
  return {
    written,
    warning: `source.unified_key: the settings of this integration do not say what ${JSON.stringify(key)} is in iCIMS (actions.sources).`,
  }
}

function withoutUndefined({ source, sourcename }: { source?: string | undefined; sourcename?: string | undefined }) {
  return { ...(source !== undefined && { source }), ...(sourcename !== undefined && { sourcename }) }
}
