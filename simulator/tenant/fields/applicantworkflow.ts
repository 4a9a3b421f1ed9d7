import type { Field } from './field.ts'

/** Results an assessment partner writes back: D18, C6, C9. */
const assessmentresults: Field = {
  name: 'assessmentresults',
  kind: 'collection',
  children: [
    { name: 'assessmentname', kind: 'node', list: 'lists.assessment_name' },
    { name: 'assessmentdate', kind: 'datetime' },
    { name: 'assessmentscore', kind: 'decimal' },
    { name: 'assessmentresult', kind: 'text', max: 128 },
    { name: 'assessmentnotes', kind: 'text', max: 192 },
    { name: 'assessmentstatus', kind: 'node', list: 'lists.assessment_status' },
    { name: 'assessmenturl', kind: 'url', max: 512 },
  ],
}

/** Standard fields of a recruiting workflow, the tie between one job and one person: C1, D18, D25. */
export const applicantworkflowFields: readonly Field[] = [
  { name: 'baseprofile', kind: 'profile', target: 'job', required: true, byDefault: true },
  { name: 'associatedprofile', kind: 'profile', target: 'person', required: true, byDefault: true },
  { name: 'status', kind: 'node', list: 'lists.status', byDefault: true },
  { name: 'source', kind: 'text', max: 128, byDefault: true },
  { name: 'sourcename', kind: 'text', max: 128, byDefault: true },
  { name: 'acceptdeclinedate', backendId: 3320, kind: 'dateonly' },
  { name: 'proposedstartdate', kind: 'dateonly' },
  { name: 'offeramount', kind: 'salary' },
  assessmentresults,
  { name: 'createddate', kind: 'datetime', readonly: true },
  { name: 'createdby', kind: 'profile', target: 'person', readonly: true },
  { name: 'updateddate', kind: 'datetime', readonly: true },
  { name: 'updatedby', kind: 'profile', target: 'person', readonly: true },
]
