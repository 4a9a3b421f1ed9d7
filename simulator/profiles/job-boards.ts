import { formatDateTime, parseDateTime } from '../dates.ts'
import { badRequest, errorCodes, type Problem } from '../errors.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { Access } from '../tenant/access.ts'
import type { ProfilesContext } from './context.ts'
import { isObject } from './decode-value.ts'
import { postsOf } from './job-posts.ts'
import { readProfile } from './read.ts'
import { save } from './write.ts'

/** The postings of one job through one distributor, as stored with the job and as sent (JDIS). */
export type BoardPosts = {
  distributor: string
  boards: readonly { value: string; externalid: string; status: string; startdate: number; enddate: number }[]
}

/** Statuses of a posting on a board, as they are shown; they are read in any case (JDIS). */
const statuses = ['Expired', 'Live', 'Posting in Progress', 'Deletion in Progress', 'Unposted']
/** Those that put a job on a board. */
const live = new Set(['Live', 'Posting in Progress'])

/** What a distributor says about a job. */
export type BoardReport = BoardPosts & { job: number }

/** The postings of a job on boards, by distributor. */
export function boardPostsOf(job: ProfileData): readonly BoardPosts[] {
  return (job.jobboardposts ?? []) as readonly BoardPosts[]
}

/**
 * Keeps what a distributor says about a job: it names all its boards each time, so what it left out is gone (JDIS).
 *
 * @throws IcimsError 404 without such a job, 400 naming what is missing or wrong, or when a job is put on a board that is on no
 *   career portal: it must be there first (EVT; that the API refuses it is inferred).
 */
export function saveBoardPosts(context: ProfilesContext, body: unknown, access: Access): number {
  const { job: id, ...report } = decodeReport(body)
  return context.store.transaction(() => {
    const before = readProfile(context, 'job', id, access)
    const isOnPortal = postsOf(before).some(({ isposted }) => isposted)
    if (!isOnPortal && report.boards.some(({ status }) => live.has(status))) {
      throw badRequest([
        problem('jobid', 'The job must be posted to a career portal before it is posted to a job board.'),
      ])
    }
    const others = boardPostsOf(before).filter(({ distributor }) => distributor !== report.distributor)
    save(context, 'job', id, before, { ...before, jobboardposts: [...others, report] as unknown as Stored })
    return id
  })
}

/** One distributor's postings in the form in which they were sent. */
export function renderBoardPosts(id: number, { distributor, boards }: BoardPosts): Record<string, unknown> {
  return {
    jobid: String(id),
    jobdistributor: { id: distributor },
    jobboards: boards.map(({ value, externalid, status, startdate, enddate }) => ({
      jobboard: { value, externalid },
      status,
      startdate: formatDateTime(startdate),
      enddate: formatDateTime(enddate),
    })),
  }
}

/** @throws IcimsError 400 naming everything that is missing or wrong. */
function decodeReport(body: unknown): BoardReport {
  if (!isObject(body)) throw badRequest([{ code: errorCodes.malformed, message: 'The body must be a JSON object.' }])
  const problems: Problem[] = []
  const text = (value: unknown, field: string): string => {
    if (typeof value === 'string' && value !== '') return value
    problems.push(value === undefined ? required(field) : problem(field, 'The value must be a text that is not empty.'))
    return ''
  }
  const date = (value: unknown, field: string): number => {
    const found = parseDateTime(text(value, field))
    if (found === undefined && typeof value === 'string' && value !== '') {
      problems.push(problem(field, 'The value must be a date and time, yyyy-MM-dd hh:mm a.'))
    }
    return found ?? 0
  }
  const job = text(typeof body.jobid === 'number' ? String(body.jobid) : body.jobid, 'jobid')
  if (job !== '' && !/^\d{1,15}$/.test(job)) problems.push(problem('jobid', 'The value must be the id of a job.'))
  const distributor = text(isObject(body.jobdistributor) ? body.jobdistributor.id : undefined, 'jobdistributor')
  const boards: BoardPosts['boards'][number][] = []
  if (!Array.isArray(body.jobboards)) problems.push(required('jobboards'))
  for (const item of Array.isArray(body.jobboards) ? body.jobboards : []) {
    const { jobboard, ...rest } = isObject(item) ? item : {}
    const board = isObject(jobboard) ? jobboard : {}
    const said = text(rest.status, 'status')
    const status = statuses.find((known) => known.toLowerCase() === said.toLowerCase())
    if (said !== '' && status === undefined) {
      problems.push(problem('status', `The status must be one of ${statuses.join(', ')}.`))
    }
    boards.push({
      value: text(board.value, 'jobboard'),
      externalid: text(board.externalid, 'externalid'),
      status: status ?? '',
      startdate: date(rest.startdate, 'startdate'),
      enddate: date(rest.enddate, 'enddate'),
    })
  }
  if (problems.length > 0) throw badRequest(problems)
  return { job: Number(job), distributor, boards }
}

function required(field: string): Problem {
  return { code: errorCodes.required, field, message: 'This field is required.' }
}

function problem(field: string, message: string): Problem {
  return { code: errorCodes.badValue, field, message }
}
