import { matchPortals } from '../../tenant/portals.ts'
import type { Words } from '../../tenant/words.ts'
import { jobLocationFilters } from './company.ts'
import {
  type Column,
  childColumn,
  dayColumn,
  type Filter,
  inList,
  integerColumn,
  plainColumn,
  textColumn,
} from './filter.ts'

/** One posting of a job on a portal, as stored with the job; the API shows it through search alone. */
export type JobPost = {
  portal: number
  /** Observed: `3` a career portal (JS1, PYJ). */
  type: string
  /** Observed: `1` live (JS1, PYJ). */
  status: string
  isposted: boolean
  postdate: number
  enddate: number | null
  postedtohub: boolean
}

const location: Column = {
  name: 'joblocation',
  type: 'integer',
  from: (data) => (data.joblocation as { companyid: number } | undefined)?.companyid ?? null,
}

/** The newest date of this kind over the job's postings. */
function postDate(name: string, key: 'postdate' | 'enddate'): Column {
  return {
    name,
    type: 'integer',
    from(data) {
      const dates = ((data.jobposts ?? []) as readonly JobPost[])
        .map((post) => post[key])
        .filter((date) => date !== null)
      return dates.length === 0 ? null : Math.max(...dates)
    },
  }
}

function portal(word: string, { config }: Words): string[] {
  return matchPortals(config, word).map(({ id }) => String(id))
}

function yesNo(value: unknown): string {
  return value === true ? 'yes' : 'no'
}

const posted = childColumn('isposted', 'jobposts', (post) => yesNo(post.isposted))
const toHub = childColumn('postedtohub', 'jobposts', (post) => yesNo(post.postedtohub))
const livePortals = childColumn('postedto', 'jobposts', (post) => (post.isposted ? post.portal : undefined))

/** Standard search filters of a job: SRCH. */
export const jobFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  { name: 'idCSV', kind: 'idcsv', column: 'id' },
  {
    name: 'folder',
    kind: 'multiselect',
    column: plainColumn('folder', 'folder', { indexed: true }),
    resolve: inList('lists.job.folders'),
  },
  { name: 'jobnumber', field: 'jobid', kind: 'text', column: textColumn('jobid') },
  { name: 'externalid', kind: 'text', column: textColumn('externalid') },
  { name: 'jobtitle', kind: 'text', column: textColumn('jobtitle') },
  { name: 'jobtype', kind: 'multiselect', column: plainColumn('jobtype'), resolve: inList('lists.job.job_type') },
  { name: 'numberofpositions', kind: 'number', column: integerColumn('numberofpositions') },
  { name: 'numberofpositionsremaining', kind: 'number', column: integerColumn('numberofpositionsremaining') },
  { name: 'hiretype', kind: 'multiselect', column: plainColumn('hiretype'), resolve: inList('lists.job.hire_type') },
  { name: 'startdate', kind: 'date', column: dayColumn('startdate') },
  { name: 'duedate', kind: 'date', column: dayColumn('duedate') },
  {
    name: 'positionlevel',
    kind: 'multiselect',
    column: plainColumn('positionlevel'),
    resolve: inList('lists.position_level'),
  },
  {
    name: 'positiontype',
    kind: 'multiselect',
    column: plainColumn('positiontype'),
    resolve: inList('lists.job.position_type'),
  },
  {
    name: 'positioncategory',
    kind: 'multiselect',
    column: plainColumn('positioncategory'),
    resolve: inList('lists.position'),
  },
  { name: 'priority', kind: 'multiselect', column: plainColumn('priority'), resolve: inList('lists.job.priority') },
  { name: 'createddate', kind: 'date', column: integerColumn('createddate') },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
  { name: 'postedto', kind: 'multiselect', column: livePortals, resolve: portal },
  { name: 'jobpost.enddate', kind: 'date', column: postDate('jobpost_enddate', 'enddate') },
  { name: 'jobpost.postdate', kind: 'date', column: postDate('jobpost_postdate', 'postdate') },
  { name: 'jobpost.isposted', kind: 'select', column: posted },
  { name: 'jobpost.postedtohub', kind: 'select', column: toHub },
  {
    name: 'jobpost.status',
    kind: 'multiselect',
    column: childColumn('jobpost_status', 'jobposts', ({ status }) => status),
  },
  { name: 'jobpost.type', kind: 'multiselect', column: childColumn('jobpost_type', 'jobposts', ({ type }) => type) },
  { name: 'joblocation', relation: 'company', column: location, filters: jobLocationFilters },
]
