import { type Fact, fact } from '../fact.ts'
import type { Site } from '../site.ts'
import { NotTestableError } from '../witness.ts'

/** The filters that SRCH names for each type, by the kind it gives them. */
const names: Readonly<Record<string, { prefix: string; source: string; filters: Readonly<Record<string, string>> }>> = {
  people: {
    prefix: 'person',
    source: 'SRCH',
    filters: {
      number: 'id',
      text: 'idCSV firstname middlename lastname email emailaddress externalid addresszip addresscountry addresscity',
      item: 'folder logingroupid addressstate',
      date: 'createddate updateddate startdate hiredate enddate firstnamelastupdated lastnamelastupdated emaillastupdated jobtitlelastupdated folderlastupdated addresslastupdated login.lastaccess',
      choice: 'isfullaccessuser',
    },
  },
  jobs: {
    prefix: 'job',
    source: 'SRCH',
    filters: {
      number: 'id numberofpositions numberofpositionsremaining joblocation.companyid',
      text: 'idCSV jobnumber externalid jobtitle joblocation.addresscity joblocation.addressstatetext joblocation.addresscountrytext joblocation.addresszip joblocation.zipradius',
      item: 'folder jobtype hiretype positionlevel positiontype positioncategory postedto priority jobpost.status jobpost.type joblocation.addressstate joblocation.addresscountry',
      date: 'startdate duedate createddate updateddate jobpost.enddate jobpost.postdate',
      choice: 'jobpost.isposted jobpost.postedtohub',
    },
  },
  companies: {
    prefix: 'company',
    source: 'SRCH',
    filters: {
      number: 'id',
      text: 'idCSV name addresscity addresszip zipradius',
      item: 'addresscountry addressstate',
      date: 'createddate updateddate',
    },
  },
  applicantworkflows: {
    prefix: 'applicantworkflow',
    source: 'SRCH, M2',
    filters: { number: 'id person.id job.id', item: 'bin status', date: 'updateddate' },
  },
  talentpools: {
    prefix: 'talentpool',
    source: 'SRCH',
    filters: {
      text: 'title.text externalid.text',
      number: 'folder.number owner.number',
      date: 'createddate updateddate',
    },
  },
  sourceworkflows: {
    prefix: 'sourceworkflow',
    source: 'SRCH',
    filters: {
      text: 'vendorname.text',
      number: 'baseprofile.number source.number sourceorigin.number sourcename.number status.number',
      date: 'createddate updateddate',
    },
  },
  onboardworkflows: { prefix: 'onboardworkflow', source: 'M2', filters: { item: 'status.listnode' } },
  forms: {
    prefix: 'formdata',
    source: 'SRCH, FORUM3',
    filters: {
      number: 'id person.id',
      text: 'form.formname personformpersonid submittalformsubmittalid submittalformpersonid submittalformjobid onboardworkflowformonboardworkflowid',
      item: 'formid formstatus',
      date: 'updateddate completeddate',
    },
  },
}

/** A value of each kind that any such filter takes. */
const values: Readonly<Record<string, string>> = {
  number: '1',
  text: '1',
  item: '1',
  date: '2001-01-01',
  choice: 'Yes',
}

/** Each filter that is named is known: SRCH. */
export const searchNameFacts: readonly Fact[] = Object.entries(names).flatMap(([type, { prefix, source, filters }]) => {
  const all = Object.entries(filters).flatMap(([kind, list]) =>
    list.split(' ').map((name) => ({ name: `${prefix}.${name}`, value: [values[kind]!] })),
  )
  return all.map((filter) =>
    fact(
      `search.knows.${filter.name}`,
      [source.startsWith('M') ? 'client' : 'doc', source],
      `${filter.name} is a filter of ${type}`,
      async (site, see) => {
        // All of them in one search, to spare calls; where that is refused, one by one.
        if (await isTaken(site, type, all)) return see.that(true, '')
        const { status, body } = await site.search(type, { filters: [filter] })
        if (status === 404 || status === 403) throw new NotTestableError(`this API user has no access to ${type}`)
        const message = body?.errors?.[0]?.errorMessage
        if (await isHidden(site, prefix, filter.name))
          throw new NotTestableError(`${filter.name} is hidden from this API user`)
        see.that(status === 200 && message === undefined, `it is refused: ${message}`)
      },
    ),
  )
})

async function isTaken(site: Site, type: string, filters: object[]): Promise<boolean> {
  const { status, body } = await site.search(type, { filters })
  return status === 200 && Array.isArray(body?.searchResults)
}

/** Whether the schema, which shows a caller what it sees, lacks the field that the filter looks at. */
async function isHidden(site: Site, prefix: string, name: string): Promise<boolean> {
  const { status, body } = await site.get(`/profiledefinitions/v1/${prefix}/schema`)
  const field = name.split('.')[1]!.replace(/^emailaddress$|^emaillastupdated$/, 'email')
  return status === 200 && ['email', 'salary'].includes(field) && !(field in body.properties)
}
