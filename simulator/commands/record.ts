import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createAnswerCheck } from '../check.ts'
import { systemDay } from '../clock.ts'
import { createRecorder, type Recorder } from '../drift/recorder.ts'
import { type RecordedExchange, writeShapes } from '../drift/shapes-file.ts'
import { stopSignal } from './stop-signal.ts'
import { UsageError } from './usage-error.ts'

/** What `record` takes. */
export type RecordFlags = { upstream: string; out: string; port: number }

/** `icims-simulator record`: passes requests on to a real tenant and keeps what the answers look like, until Ctrl-C. */
export async function record({ upstream, out, port }: RecordFlags): Promise<void> {
  if (!URL.canParse(upstream) || !/^https?:$/.test(new URL(upstream).protocol)) {
    throw new UsageError(`--upstream ${upstream} is no http address. Name one such as https://api.icims.com.`)
  }
  const recordedOn = systemDay()
  const save = (): void => {
    writeShapes(out, { format: 'icims-shapes', version: 1, recordedOn, exchanges: recorder.exchanges() })
  }
  const recorder: Recorder = createRecorder({
    upstream,
    check: createAnswerCheck(),
    fetch: globalThis.fetch,
    onExchange(exchange) {
      save()
      process.stderr.write(`${line(exchange)}\n`)
    },
  })
  save()
  const server = createServer(getRequestListener((request) => recorder.answer(request)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new UsageError(
          `cannot listen on 127.0.0.1:${port} (${error.code}). Choose another with --port, 0 takes a free one.`,
        ),
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as { port: number }
  const stopped = stopSignal()
  process.stdout.write(
    `Recording ${upstream} on http://127.0.0.1:${address.port} into ${out}. Names, types and statuses are kept, no value is.\nSign in by Basic or bearer: a signature names another host. Ctrl-C stops.\n`,
  )
  await stopped
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  process.stdout.write(`${recorder.exchanges().length} kinds of exchange are in ${out}.\n`)
}

function line(exchange: RecordedExchange | { unknown: string }): string {
  if ('unknown' in exchange) return `not in the document  ${exchange.unknown}`
  const { operation, status, unfit } = exchange
  return `${status}  ${operation}${unfit.map((reason) => `\n     does not fit the document: ${reason}`).join('')}`
}
