import { applicantworkflowFields } from '../icims/applicantworkflow.ts'
import type { IcimsFilter } from '../icims/client.ts'
import { jobFields } from '../icims/job.ts'
import { personFields } from '../icims/person.ts'
import { extraFields } from '../models/field-source.ts'
import { models } from '../models/models.ts'
import type { MappingSettings } from '../models/settings.ts'
import type { ProfileKind } from './permissions.ts'

/** A field that the mapping reads, and what it fills. */
export type NeededField = {
  field: string
  /** Fields of the unified API, such as `Jobs: department`. */
  fills: readonly string[]
  /** Whether every record of iCIMS has a value in it, so that one without shows that it is hidden. */
  isAlwaysFilled: boolean
  /** A documented filter by it (SRCH), which iCIMS refuses where the field is hidden. */
  filter: IcimsFilter | undefined
}

const mapped = { job: jobFields, person: personFields, applicantworkflow: applicantworkflowFields } as const

const alwaysFilled: Record<ProfileKind, readonly string[]> = {
  // Written or required by iCIMS itself (D24, D27).
  job: ['jobtitle', 'folder', 'createddate', 'updateddate'],
  person: ['folder', 'createddate'],
  applicantworkflow: ['baseprofile', 'associatedprofile', 'status', 'createddate'],
}

const texts = { value: ['x'] } as const
const nodes = { value: ['D0'] } as const
const dates = { value: ['2000-01-01 12:00 AM'], operator: '>' } as const

/** Documented filters that carry the name of their field, by the kind of value each takes. */
const filters: Record<ProfileKind, Readonly<Record<string, { value: readonly string[]; operator?: '>' }>>> = {
  job: {
    jobtitle: texts,
    folder: nodes,
    hiretype: nodes,
    positiontype: nodes,
    positioncategory: nodes,
    duedate: dates,
    createddate: dates,
    updateddate: dates,
  },
  person: { firstname: texts, lastname: texts, email: texts, folder: nodes, createddate: dates },
  applicantworkflow: { status: nodes },
}

/** The fields of a type of profile that are read for this integration. */
export function neededFields(kind: ProfileKind, settings: MappingSettings): NeededField[] {
  const names = new Set<string>([...mapped[kind], ...extraFields(settings)[kind]])
  return [...names].map((field) => {
    const filter = filters[kind][field]
    return {
      field,
      fills: filledBy(kind, field),
      isAlwaysFilled: alwaysFilled[kind].includes(field),
      filter: filter && { name: `${kind}.${field}`, ...filter, value: [...filter.value] },
    }
  })
}

/** What a field fills, as the models say where theirs come from. */
function filledBy(kind: ProfileKind, field: string): string[] {
  const profile = new RegExp(`\\b${kind}\\b`)
  const word = new RegExp(`\\b${field}\\b`)
  return models.flatMap(({ label, fields, links }) => {
    const found = Object.entries({ ...links, ...fields }).filter(
      ([, origin]) => origin.evidence !== 'none' && profile.test(origin.from) && word.test(origin.from),
    )
    return found.length === 0 ? [] : [`${label}: ${found.map(([name]) => name).join(', ')}`]
  })
}
