import type { Entry } from '../../profiles/entries.ts'
import { profileTitle } from '../../profiles/read.ts'
import type { ProfileData, Stored } from '../../store/store.ts'
import type { Lists } from '../../tenant/lists.ts'

/** What stands on a résumé, as text. What the profile does not hold is empty. */
export type ResumeContent = {
  name: string
  title: string
  contacts: readonly string[]
  summary: string
  jobs: readonly { title: string; employer: string; dates: string; points: readonly string[] }[]
  schools: readonly { school: string; degree: string; date: string }[]
  skills: readonly string[]
  licenses: readonly string[]
}

const year = 365.25 * 86_400_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Reads a person's profile as its owner would put it on paper. */
export function resumeContent(person: ProfileData, lists: Lists): ResumeContent {
  const node = (id: Stored | undefined): string => (typeof id === 'string' ? (lists.node(id)?.value ?? '') : '')
  const jobs = entries(person.workexperience)
  return {
    name: profileTitle('person', person),
    title: text(person.jobtitle),
    contacts: contacts(person, node),
    summary: summary(person, jobs),
    jobs: jobs.map((job) => ({
      title: text(job.worktitle),
      employer: joined([text(job.workemployer), text(job.workcity)], ', '),
      dates: joined([month(job.workstartdate), month(job.workenddate) || 'Present'], ' – '),
      points: sentences(text(job.workdescription)),
    })),
    schools: entries(person.education).map((school) => ({
      school: node(school.school) || text(school.otherschool),
      degree: joined([node(school.degree), node(school.major)], ', '),
      date: month(school.graduationdate),
    })),
    skills: entries(person.skillset).map(({ skill, skilllevel }) => {
      return skilllevel === undefined ? node(skill) : `${node(skill)} (${text(skilllevel)})`
    }),
    licenses: entries(person.licensecertification).map(({ licensetype, licensenumber, stateissued }) => {
      return joined([node(licensetype), node(stateissued), text(licensenumber)], ', ')
    }),
  }
}

function contacts(person: ProfileData, node: (id: Stored | undefined) => string): string[] {
  const address = primary(person.addresses)
  const state = joined([node(address?.addressstate), text(address?.addresszip)], ' ')
  return [
    text(person.email),
    text(primary(person.phones)?.phonenumber),
    joined([text(address?.addressstreet1), text(address?.addressstreet2), text(address?.addresscity), state], ', '),
  ].filter((line) => line !== '')
}

/** How long somebody has worked, and as what; only for a career worth the words. */
function summary(person: ProfileData, jobs: readonly Entry[]): string {
  const end = Number(person.createddate)
  const worked = jobs.map(({ workstartdate, workenddate }) => {
    return (workenddate === undefined ? end : Date.parse(text(workenddate))) - Date.parse(text(workstartdate))
  })
  const years = Math.floor(worked.reduce((sum, time) => sum + time, 0) / year)
  const [latest] = jobs
  if (latest === undefined || !(years >= 1)) return ''
  const where = text(latest.workemployer)
  const since = latest.workenddate === undefined ? 'currently at' : 'most recently at'
  return `${text(latest.worktitle)} with ${years} ${years === 1 ? 'year' : 'years'} of experience${where && `, ${since} ${where}`}.`
}

/** The sentences of a text that may hold HTML. */
function sentences(html: string): string[] {
  const plain = html
    .replaceAll(/<\/(?:p|li|div)>|<br\s*\/?>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|nbsp|amp|#39);/g, (_, name: string) => entities[name]!)
  return plain.split(/(?<=[.!?])\s+|\n+/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&', '#39': "'" }

/** `2021-03-15` as `Mar 2021`. */
function month(date: Stored | undefined): string {
  const [, yyyy, mm] = /^(\d{4})-(\d{2})-\d{2}$/.exec(text(date)) ?? []
  return yyyy === undefined ? '' : `${months[Number(mm) - 1]} ${yyyy}`
}

function entries(value: Stored | undefined): readonly Entry[] {
  return (value ?? []) as readonly Entry[]
}

function primary(value: Stored | undefined): Entry | undefined {
  return entries(value).find((entry) => entry.primary) ?? entries(value)[0]
}

function text(value: Stored | undefined): string {
  return value == null ? '' : String(value)
}

function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator)
}
