import { addresses, phones } from './collections.ts'
import type { Field } from './field.ts'

/** Schooling of a person; child keys as one client reads them, the group's key is inferred (C13, D16). */
const education: Field = {
  name: 'education',
  kind: 'collection',
  children: [
    { name: 'school', kind: 'node', list: 'lists.school', grows: true },
    { name: 'otherschool', kind: 'text', max: 128 },
    { name: 'major', kind: 'node', list: 'lists.major', grows: true },
    { name: 'degree', kind: 'node', list: 'lists.degree', grows: true },
    { name: 'isgraduated', kind: 'option' },
    { name: 'educationstartdate', kind: 'dateonly' },
    { name: 'graduationdate', kind: 'dateonly' },
    { name: 'gpa', kind: 'text', max: 16 },
    { name: 'educationcity', kind: 'text', max: 64 },
    { name: 'educationstate', kind: 'place', list: 'lists.country' },
    { name: 'educationcountry', kind: 'place', list: 'lists.country' },
  ],
}

/** Earlier jobs of a person; child keys as one client reads them, numbers as in portal forms, the group's key is inferred (C13). */
const workexperience: Field = {
  name: 'workexperience',
  kind: 'collection',
  children: [
    { name: 'workemployer', backendId: 3212, kind: 'text', max: 128 },
    { name: 'worktitle', backendId: 3213, kind: 'text', max: 128 },
    { name: 'workstartdate', backendId: 3214, kind: 'dateonly' },
    { name: 'workenddate', backendId: 3215, kind: 'dateonly' },
    { name: 'workcity', backendId: 3216, kind: 'text', max: 64 },
    { name: 'workstate', backendId: 3217, kind: 'place', list: 'lists.country' },
    { name: 'workcountry', backendId: 3218, kind: 'place', list: 'lists.country' },
    { name: 'workdescription', backendId: 3219, kind: 'html' },
    { name: 'workreasonforleaving', backendId: 3268, kind: 'text', max: 128 },
  ],
}

/** What somebody can do; child keys as one client reads them (C13). */
const skillset: Field = {
  name: 'skillset',
  kind: 'collection',
  children: [
    { name: 'skill', kind: 'node', list: 'lists.skills' },
    { name: 'skilllevel', kind: 'option', max: 64 },
  ],
}

/** Licences and certificates; child keys as one client reads them, the date is inferred (C13). */
const licensecertification: Field = {
  name: 'licensecertification',
  kind: 'collection',
  children: [
    { name: 'licensetype', kind: 'node', list: 'lists.license_type' },
    { name: 'licensenumber', kind: 'text', max: 64 },
    { name: 'stateissued', kind: 'node', list: 'lists.country' },
    { name: 'licensecertstatus', kind: 'node', list: 'lists.license_status' },
    { name: 'expirationdate', kind: 'dateonly' },
  ],
}

/** Standard fields of a person: C2, C5, C12, C13, D16, D27. */
export const personFields: readonly Field[] = [
  { name: 'firstname', kind: 'text', max: 64, required: true, byDefault: true },
  { name: 'middlename', kind: 'text', max: 64, byDefault: true },
  { name: 'lastname', kind: 'text', max: 64, required: true, byDefault: true },
  { name: 'email', kind: 'email', max: 128, required: true, byDefault: true },
  phones,
  addresses,
  { name: 'folder', kind: 'node', list: 'lists.person.folders', byDefault: true },
  { name: 'source', kind: 'text', max: 128 },
  { name: 'sourcename', kind: 'text', max: 128 },
  { name: 'gender', kind: 'option', max: 32 },
  { name: 'startdate', kind: 'dateonly' },
  { name: 'hiredate', kind: 'dateonly' },
  { name: 'enddate', kind: 'dateonly' },
  { name: 'jobtitle', kind: 'text', max: 128 },
  { name: 'externalid', kind: 'text', max: 64 },
  { name: 'salary', kind: 'salary' },
  { name: 'birthdate', kind: 'dateonly' },
  { name: 'race', kind: 'node', list: 'lists.eeo.race' },
  { name: 'veteran', kind: 'node', list: 'lists.eeo.veteran' },
  { name: 'disability', kind: 'node', list: 'lists.eeo.disability' },
  { name: 'usssn', kind: 'text', max: 16, writeOnly: true },
  { name: 'login', kind: 'text', max: 64 },
  { name: 'password', kind: 'text', max: 64, writeOnly: true },
  { name: 'logingroup', kind: 'node', list: 'lists.client_group' },
  { name: 'isfullaccessuser', kind: 'option', max: 8 },
  { name: 'lastaccess', kind: 'datetime', readonly: true },
  education,
  workexperience,
  skillset,
  licensecertification,
  { name: 'resume', kind: 'file', permanent: true },
  { name: 'createddate', kind: 'datetime', readonly: true },
  { name: 'updateddate', kind: 'datetime', readonly: true },
]
