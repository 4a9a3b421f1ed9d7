/** A way candidates find a job: the kind of source and its name, both plain texts (C1). */
export type Source = {
  kind: string
  name: string
  /** How many of a hundred applicants come this way. */
  share: number
  /** The only line of work it is read in. */
  family?: string
}

export const sources: readonly Source[] = [
  { kind: 'Job Board', name: 'Indeed', share: 38 },
  { kind: 'Job Board', name: 'Nurse Recruiter', share: 12, family: 'nursing' },
  { kind: 'Corporate Website', name: 'Careers Page', share: 24 },
  { kind: 'Employee Referral', name: 'Referral', share: 12 },
  { kind: 'Social Network', name: 'LinkedIn', share: 16 },
  { kind: 'School', name: 'Campus Event', share: 4 },
  { kind: 'Other (Please Specify)', name: 'Local newspaper', share: 2 },
]
