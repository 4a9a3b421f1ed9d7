import {
  decodeDateTime,
  decodeId,
  decodeNamed,
  decodeNode,
  decodeObject,
  decodeSalary,
  decodeText,
  type IcimsNode,
  type IcimsSalary,
  isObject,
  type Json,
} from './decode.ts'

/** Where a job is: an entry of a company's addresses (C1), which may be hidden, and how it reads. */
export type IcimsJobLocation = { companyId: string | undefined; entry: string | undefined; value: string }

/** A job as far as the connector reads it (C1, D11, D15). */
export type IcimsJob = {
  id: string
  /** The answer itself, for what an integration maps by itself. */
  raw: Json
  jobid: string | undefined
  jobtitle: string | undefined
  folder: IcimsNode | undefined
  hiringmanager: IcimsNode | undefined
  recruiter: IcimsNode | undefined
  joblocation: IcimsJobLocation | undefined
  department: IcimsNode | undefined
  positioncategory: IcimsNode | undefined
  positiontype: IcimsNode | undefined
  hiretype: IcimsNode | undefined
  overview: string | undefined
  responsibilities: string | undefined
  qualifications: string | undefined
  minimumsalary: IcimsSalary | undefined
  maximumsalary: IcimsSalary | undefined
  jobpoststart: string | undefined
  jobpostend: string | undefined
  duedate: string | undefined
  createddate: string | undefined
  updateddate: string | undefined
}

export const jobFields = [
  'jobid',
  'jobtitle',
  'folder',
  'hiringmanager',
  'recruiter',
  'joblocation',
  'department',
  'positioncategory',
  'positiontype',
  'hiretype',
  'overview',
  'responsibilities',
  'qualifications',
  'minimumsalary',
  'maximumsalary',
  'jobpoststart',
  'jobpostend',
  'duedate',
  'createddate',
  'updateddate',
] as const

/** @throws RecordError when it is no object. */
export function decodeIcimsJob(id: string, value: unknown): IcimsJob {
  const job = decodeObject(value, `Job ${id}`)
  return {
    id,
    raw: job,
    jobid: decodeText(job, 'jobid'),
    jobtitle: decodeText(job, 'jobtitle'),
    folder: decodeNode(job, 'folder'),
    hiringmanager: decodeNamed(job, 'hiringmanager'),
    recruiter: decodeNamed(job, 'recruiter'),
    joblocation: decodeLocation(job),
    department: decodeNode(job, 'department'),
    positioncategory: decodeNode(job, 'positioncategory'),
    positiontype: decodeNode(job, 'positiontype'),
    hiretype: decodeNode(job, 'hiretype'),
    overview: decodeText(job, 'overview'),
    responsibilities: decodeText(job, 'responsibilities'),
    qualifications: decodeText(job, 'qualifications'),
    minimumsalary: decodeSalary(job, 'minimumsalary'),
    maximumsalary: decodeSalary(job, 'maximumsalary'),
    jobpoststart: decodeDateTime(job, 'jobpoststart'),
    jobpostend: decodeDateTime(job, 'jobpostend'),
    duedate: decodeDateTime(job, 'duedate'),
    createddate: decodeDateTime(job, 'createddate'),
    updateddate: decodeDateTime(job, 'updateddate'),
  }
}

function decodeLocation({ joblocation }: Json): IcimsJobLocation | undefined {
  if (!isObject(joblocation)) return undefined
  return {
    companyId: decodeId(joblocation, 'companyid'),
    entry: decodeId(joblocation, 'id'),
    value: decodeText(joblocation, 'value') ?? '',
  }
}
