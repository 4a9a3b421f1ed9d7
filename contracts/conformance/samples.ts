import type { Filter, Json, Site } from './site.ts'
import { needed } from './witness.ts'

/** A profile of the sample, with the fields the checks compare by. */
export type Sampled = { id: number; body: Json }

/** Kinds of profile a sample is taken of, by the word in the URL. */
export type SampledType = 'people' | 'jobs' | 'companies' | 'applicantworkflows'

/** The prefix of each type's filters (SRCH). */
export const prefixes: Readonly<Record<SampledType, string>> = {
  people: 'person',
  jobs: 'job',
  companies: 'company',
  applicantworkflows: 'applicantworkflow',
}

/** Fields read of each, all of them evidenced names. */
export const sampleFields: Readonly<Record<SampledType, string>> = {
  people: 'firstname,middlename,lastname,email,folder,phones,addresses,createddate,updateddate,resume,startdate',
  jobs: 'jobtitle,jobid,folder,hiringmanager,recruiter,joblocation,numberofpositions,positiontype,positioncategory,createddate,updateddate,duedate,overview,minimumsalary,assessmenttype',
  companies: 'name,folder,addresses,createddate,updateddate',
  applicantworkflows: 'baseprofile,associatedprofile,status,source,sourcename,updateddate,createddate',
}

/** Profiles in a sample: enough to tell filters apart, few enough for a day's calls. */
const sampleSize = 20

/**
 * Profiles from the middle of a type's first page, with their fields: the oldest are often made by iCIMS itself. There is
 * none between them, so a search in their window must find exactly those of them that fit.
 */
export async function sampleOf(site: Site, type: SampledType): Promise<Sampled[]> {
  const name = `${prefixes[type]}.id`
  const ids = await site.ids(type, { filters: [{ name, value: ['0'], operator: '>' }] })
  const sample: Sampled[] = []
  const start = Math.max(0, Math.floor((ids.length - sampleSize) / 2))
  for (const id of ids.slice(start, start + sampleSize)) {
    const { status, body } = await site.get(`/${type}/${id}`, { fields: sampleFields[type] })
    if (status === 200) sample.push({ id, body })
  }
  return sample
}

/** Filters that let nothing but a sample through. */
export function windowOf(type: SampledType, sample: readonly Sampled[]): Filter[] {
  const name = `${prefixes[type]}.id`
  return [
    { name, value: [String(sample[0]?.id)], operator: '>=' },
    { name, value: [String(sample.at(-1)?.id)], operator: '<=' },
  ]
}

/** One profile of the sample, the first that fits. @throws NotTestableError when none does. */
export async function oneOf(
  site: Site,
  type: SampledType,
  fits: (body: Json) => unknown = () => true,
  missing = `the tenant shows none of its ${type}`,
): Promise<Sampled> {
  const sample = await sampleOf(site, type)
  return needed(
    sample.find(({ body }) => fits(body)),
    missing,
  )
}
