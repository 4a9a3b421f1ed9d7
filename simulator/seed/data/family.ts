/** One rung of a career: what it is called, what it pays, how many years it takes to reach. */
export type Rung = { title: string; level: string; years: number; pay: readonly [number, number] }

/** A line of work: who does it, where they come from, and how its jobs are described. */
export type Family = {
  name: string
  /** Node values of `lists.department` and `lists.position`. */
  department: string
  category: string
  period: 'Yearly' | 'Hourly'
  /** How many of a hundred people and jobs are of this family. */
  share: number
  /** Whether some of its jobs are done from home. */
  remote: boolean
  ladder: readonly Rung[]
  employers: readonly string[]
  degrees: readonly string[]
  majors: readonly string[]
  /** Node values of `lists.skills`. */
  skills: readonly string[]
  overview: readonly string[]
  duties: readonly string[]
  asks: readonly string[]
}
