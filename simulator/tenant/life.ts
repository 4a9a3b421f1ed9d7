import type { TenantConfig } from './config.ts'

/** How often the people of a tenant do what they do. A share is of one: 0.2 is one in five. */
export type LifeRates = {
  /** False: nothing happens by itself. */
  enabled: boolean
  /** Requisitions drafted, per recruiter and week. */
  requisitions: number
  /** Applicants to one posting of ordinary appeal. */
  applicants: number
  /** Share of applicants whom the tenant knows already. */
  returning: number
  /** Share of the other applicants who registered before, and do so once more. */
  duplicates: number
  /** Shares of those in one stage who go on to the next: new to review, then to interview, offer and hire. */
  passes: { review: number; interview: number; offer: number; hired: number }
  /** Share of applicants under review or later who withdraw at each step. */
  withdraws: number
  /** Share of those who are turned down and never hear of it. */
  silent: number
  /** Share of those hired who do not start after all. */
  reneges: number
  /** Holidays of each user in a year. */
  holidays: number
  /** Share of recruiters who leave in a year. */
  turnover: number
  /** Locations opened in a year. */
  locations: number
  /** Shares of the people who, in a year, correct their details, send a new résumé, ask to be deleted. */
  corrections: number
  resumes: number
  deletions: number
}

/** What a tenant's configuration says about it; the rest is as in `defaultRates`. */
export type LifeConfig = Partial<Omit<LifeRates, 'passes'>> & { passes?: Partial<LifeRates['passes']> }

/**
 * The project's own choice, made so that a posting draws 10 to 35 applicants, that one opening in two is filled 30 to 45 days
 * after it was posted, and that a tenant stays about as busy as its first day. No figures of iCIMS's are in it.
 */
export const defaultRates: LifeRates = {
  enabled: true,
  requisitions: 0.35,
  applicants: 20,
  returning: 0.2,
  duplicates: 0.03,
  passes: { review: 0.55, interview: 0.4, offer: 0.35, hired: 0.85 },
  withdraws: 0.03,
  silent: 0.35,
  reneges: 0.04,
  holidays: 3,
  turnover: 0.15,
  locations: 1.5,
  corrections: 0.2,
  resumes: 0.12,
  deletions: 0.02,
}

/** The rates of a tenant in full. */
export function lifeRates({ life = {} }: Pick<TenantConfig, 'life'>): LifeRates {
  return { ...defaultRates, ...life, passes: { ...defaultRates.passes, ...life.passes } }
}

/** Rates that are shares, and so at most 1. */
export const shares = ['returning', 'duplicates', 'withdraws', 'silent', 'reneges', 'turnover'] as const
/** Rates that are counts. */
export const counts = [
  'requisitions',
  'applicants',
  'holidays',
  'locations',
  'corrections',
  'resumes',
  'deletions',
] as const
/** The greatest count that makes sense: a slip of the keyboard must not keep the machine busy for ever. */
export const mostOften = 1_000
