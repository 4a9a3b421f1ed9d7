import { readFileSync } from 'node:fs'
import { conform as check, isBeyondBudget, isFailure } from '../conformance/conform.ts'
import { type Delivery, DeliveryError, readDeliveries } from '../conformance/deliveries.ts'
import { heading, toBeliefReport } from '../conformance/report/belief.ts'
import { toJson } from '../conformance/report/json.ts'
import { toConformanceJUnit } from '../conformance/report/junit.ts'
import { toFactTable } from '../conformance/report/table.ts'
import type { Scheme } from '../conformance/sign-in.ts'
import { readCredentials, readSecondUser } from './credentials.ts'
import { print } from './print.ts'
import { createProgress } from './progress.ts'
import { UsageError } from './usage-error.ts'
import { writeReport } from './write-report.ts'

export type ConformFlags = {
  baseUrl: string
  customer: string
  auth: Scheme
  portal: string
  maxCalls: number
  allowWrites?: true
  allowAdmin?: true
  slow?: true
  useUpQuota?: true
  secondUser?: true
  deliveries?: string
  json?: true
  table?: true
  junit?: string
}

/** `icims-contracts conform`: whether what answers at a base URL does what is believed of iCIMS. */
export async function conform(flags: ConformFlags): Promise<void> {
  const { customer, auth, portal, maxCalls, junit } = flags
  const baseUrl = readAddress(flags.baseUrl)
  if (!/^\d+$/.test(customer)) throw new UsageError(`A customer id is a number, ${customer} is none.`)
  const credentials = readCredentials(auth, baseUrl, process.env)
  const progress = createProgress()
  const eventsKey = process.env.ICIMS_EVENTS_HMAC_KEY
  const result = await check({
    baseUrl,
    customerId: customer,
    scheme: auth,
    credentials,
    portal,
    maxCalls,
    ...(flags.allowWrites && { allowWrites: true }),
    ...(flags.allowAdmin && { allowAdmin: true }),
    ...(flags.useUpQuota && { useUpQuota: true }),
    ...(flags.slow && { slow: true }),
    ...(flags.secondUser && { second: readSecondUser(process.env) }),
    ...(flags.deliveries !== undefined && { deliveries: readRecord(flags.deliveries) }),
    ...(eventsKey && { eventsKey }),
    wait: progress.wait,
    onProgress: progress.tell,
    onFinding: (_, done, of) => progress.facts(done, of),
  })
  const address = `${baseUrl}/customers/${customer}`
  print(flags.json, toJson(result, address), () =>
    flags.table ? toFactTable(result) + heading('Facts', result.findings) : toBeliefReport(result, address),
  )
  writeReport(junit, () => toConformanceJUnit(result))
  if (result.findings.some(isFailure)) process.exitCode = 1
  const left = result.findings.filter(isBeyondBudget).length
  if (left > 0) {
    process.stderr.write(
      `icims-contracts: Partial: ${left} facts were not looked at, --max-calls ${maxCalls} is used up.\n`,
    )
    process.exitCode = 1
  }
  if (result.findings.some(({ verdict }) => verdict === 'confirmed')) return
  process.stderr.write('icims-contracts: Nothing could be confirmed.\n')
  process.exitCode = 1
}

/** The origin of a base URL: what comes after it is ours to add. */
function readAddress(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`A base URL is one such as https://api.icims.com, ${text} is none.`)
  }
  // Whoever puts a password there would find it in the reports.
  if (url.username !== '' || url.password !== '') throw new UsageError('A base URL holds no credentials.')
  if (url.pathname !== '/' || url.search !== '') {
    throw new UsageError(`A base URL ends with its host: ${url.origin}, not ${text}.`)
  }
  return url.origin
}

/** @throws UsageError for a file that holds no recorded events. */
function readRecord(file: string): Delivery[] {
  try {
    return readDeliveries(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof DeliveryError ? error.message : `cannot be read: ${(error as Error).message}`
    throw new UsageError(`--deliveries: ${file} ${reason}.`)
  }
}
