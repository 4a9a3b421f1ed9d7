import type { ProfileData } from '../store/store.ts'
import type { Site } from './companies.ts'
import type { Family } from './data/family.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** What a job is, before it is put into words. */
export type JobOutline = {
  family: Family
  rung: number
  site: Site
  hybrid: boolean
  positions: number
  type: string
}

/** Where the work is done; the last of several locations is the one for those who work from home. */
export function pickSite(random: Random, family: Family, sites: readonly Site[]): { site: Site; hybrid: boolean } {
  const fromHome = family.remote && random.chance(0.35)
  const site =
    fromHome && sites.at(-1)!.remote ? sites.at(-1)! : random.pick(sites.length > 1 ? sites.slice(0, -1) : sites)
  return { site, hybrid: family.remote && !fromHome && random.chance(0.3) }
}

/** Full time mostly. */
export function pickType(random: Random, family: Family): string {
  return random.pick([
    'Full-Time',
    'Full-Time',
    'Full-Time',
    'Part-Time',
    family.period === 'Hourly' ? 'Per Diem' : 'Temporary',
  ])
}

/** The fields of a job that say what it is and what it pays. */
export function describeJob(story: Story, random: Random, outline: JobOutline): ProfileData {
  const { family, rung, site, hybrid, positions, type } = outline
  const { title, level, pay, years } = family.ladder[rung]!
  const [low, high] = pay
  const salary = (amount: number) => ({ currency: story.place.currency, amount, timeframe: family.period })
  return {
    jobtitle: hybrid ? `${title} (Hybrid)` : title,
    joblocation: { companyid: site.companyid, entry: site.entry },
    department: story.node('lists.department', family.department),
    positioncategory: story.node('lists.position', family.category),
    positionlevel: story.node('lists.position_level', level),
    positiontype: story.node('lists.job.position_type', type),
    hiretype: story.node('lists.job.hire_type', type === 'Temporary' ? 'Contract' : 'Regular'),
    jobtype: story.node('lists.job.job_type', family.period === 'Yearly' ? 'Exempt' : 'Non-Exempt'),
    ...(random.chance(0.5) && {
      priority: story.node('lists.job.priority', random.pick(['Normal', 'High', 'Low'])),
    }),
    overview: `<p>${random.pick(family.overview)}</p>`,
    responsibilities: htmlList(random.some(family.duties, random.int(3, 5))),
    qualifications: htmlList(random.some(family.asks, random.int(2, 4))),
    numberofpositions: positions,
    ...(random.chance(0.85) && { minimumsalary: salary(low), maximumsalary: salary(high) }),
    ...(years > 0 && { experienceyears: years }),
    costcenter: `CC-${random.int(100, 999)}`,
  }
}

function htmlList(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}
