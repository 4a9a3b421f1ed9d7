import { operations, switches } from '../../openapi/document.ts'
import type { AnswerCheck } from '../app-options.ts'
import type { Simulator } from '../index.ts'
import { matchRoute } from '../routes.ts'
import { describeExchange } from './observe.ts'
import { replayRequest } from './replay.ts'
import { type Shape, shapeConflicts } from './shape.ts'
import type { RecordedExchange } from './shapes-file.ts'

/** Where the simulator differs from what was recorded. */
export type Difference = {
  operation: string
  /** The recorded status, to tell kinds of one operation apart. */
  recorded: number
  part: 'status' | 'headers' | 'shape' | 'document'
  what: string
  /** The switch that brings the simulator in line, as `name=value`; absent where none does. */
  switch?: string
}

/** Makes a simulator like the one compared, with some switches otherwise. */
export type Remake = (switches: Readonly<Record<string, string | number | boolean>>) => Promise<Simulator>

/** Sends a request of each recorded kind to a simulator, and says where its answer differs. */
export async function diffShapes(
  exchanges: readonly RecordedExchange[],
  remake: Remake,
  check: AnswerCheck,
  onProgress: (done: number) => void = () => {},
): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const [i, exchange] of exchanges.entries()) {
    const found = await compare(exchange, {}, remake, check)
    const isRepaired = found.length === 0 ? undefined : await repair(exchange, found, remake, check)
    differences.push(...found.map((difference) => ({ ...difference, ...(isRepaired && { switch: isRepaired }) })))
    onProgress(i + 1)
  }
  return differences
}

/** The option of the operation's switch with which fewer differences are left. */
async function repair(
  exchange: RecordedExchange,
  found: readonly Difference[],
  remake: Remake,
  check: AnswerCheck,
): Promise<string | undefined> {
  const name = operations.find(({ operationId }) => operationId === exchange.operation)?.switch
  const declared = switches.find((candidate) => candidate.name === name)
  for (const option of declared?.options ?? []) {
    if (option === declared?.default) continue
    const left = await compare(exchange, { [declared!.name]: option }, remake, check)
    if (left.length < found.length) return `${declared!.name}=${option}`
  }
  return undefined
}

async function compare(
  recorded: RecordedExchange,
  chosen: Parameters<Remake>[0],
  remake: Remake,
  check: AnswerCheck,
): Promise<Difference[]> {
  // A tenant of its own for each, so that what one request changes is not seen by the next.
  await using simulator = await remake(chosen)
  const request = replayRequest(simulator, recorded)
  const requestBody = await request.clone().text()
  const response = await simulator.fetch(request)
  const { pathname, searchParams } = new URL(request.url)
  const route = matchRoute(request.method, pathname)!
  const responseBytes = await response.bytes()
  const ours = await describeExchange({ route, query: searchParams, requestBody, response, responseBytes }, check)
  const difference = (part: Difference['part'], what: string): Difference => ({
    operation: recorded.operation,
    recorded: recorded.status,
    part,
    what,
  })
  const status =
    ours.status === recorded.status
      ? []
      : [difference('status', `${recorded.status} was recorded, the simulator answers ${ours.status}`)]
  // Answers of two statuses are two things: their headers and shapes say nothing about each other.
  const rest =
    status.length > 0 ? [] : [...headerDifferences(recorded, ours), ...shapeDifferences(recorded.answer, ours.answer)]
  return [
    ...status,
    ...rest.map(({ part, what }) => difference(part, what)),
    ...recorded.unfit.map((what) => difference('document', what)),
  ]
}

function headerDifferences(recorded: RecordedExchange, ours: RecordedExchange): Pick<Difference, 'part' | 'what'>[] {
  const missing = recorded.headers.filter((name) => !ours.headers.includes(name))
  const extra = ours.headers.filter((name) => !recorded.headers.includes(name))
  return [
    ...missing.map((name) => ({
      part: 'headers' as const,
      what: `${name} was recorded, the simulator does not send it`,
    })),
    ...extra.map((name) => ({ part: 'headers' as const, what: `the simulator sends ${name}, which was not recorded` })),
    ...(recorded.contentType === ours.contentType
      ? []
      : [
          {
            part: 'headers' as const,
            what: `content-type is ${recorded.contentType}, the simulator's ${ours.contentType}`,
          },
        ]),
  ]
}

function shapeDifferences(recorded: Shape | undefined, ours: Shape | undefined): Pick<Difference, 'part' | 'what'>[] {
  if (recorded === undefined || ours === undefined) return []
  return shapeConflicts(recorded, ours).map((what) => ({ part: 'shape', what }))
}
