import { Worker } from 'node:worker_threads'
import type { Task } from './extraction-worker.ts'

/** iCIMS gives up after 90 seconds, twice (D8); a file that takes longer than this would not be done then either. */
const patience = 10_000
/** Most memory a file may take while it is read, in bytes, and how often that is looked at, in milliseconds. */
const memoryLimit = 256 * 1024 * 1024
const watchEvery = 50

/** A worker, and who waits for it. */
type Reader = { worker: Worker; answer: (text: string | undefined, isFit: boolean) => void }

let idle: Reader | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Reads the text of a PDF or DOCX in a worker, one file at a time. The worker is kept for the next one, unless a file took
 * too much time or memory: then it is ended.
 *
 * @returns undefined where the file cannot be read.
 */
export function runExtraction(task: Task): Promise<string | undefined> {
  const turn = last.then(() => run(task))
  last = turn
  return turn
}

async function run(task: Task): Promise<string | undefined> {
  const reader = idle ?? startReader()
  const { worker } = reader
  idle = undefined
  worker.ref()
  let timer: NodeJS.Timeout | undefined
  let watch: NodeJS.Timeout | undefined
  const { text, isFit } = await new Promise<{ text: string | undefined; isFit: boolean }>((resolve) => {
    reader.answer = (found, fit) => resolve({ text: found, isFit: fit })
    timer = setTimeout(() => reader.answer(undefined, false), patience)
    watch = setInterval(async () => {
      const used = await worker.getHeapStatistics().catch(() => undefined)
      const bytes = used === undefined ? 0 : used.external_memory + used.used_heap_size
      if (bytes > memoryLimit) reader.answer(undefined, false)
    }, watchEvery)
    worker.postMessage(task)
  })
  clearTimeout(timer)
  clearInterval(watch)
  worker.unref()
  if (isFit) idle = reader
  else await worker.terminate()
  return text
}

/** The worker stands beside this file, in the sources and in what is published alike. */
function startReader(): Reader {
  const file = import.meta.url.endsWith('.ts') ? './extraction-worker.ts' : './extraction-worker.mjs'
  // Its output is kept from ours, and not read: a stream that is read would keep the process from ending.
  // Flags of ours, such as `--input-type`, are no flags for a file.
  const worker = new Worker(new URL(file, import.meta.url), { stdout: true, stderr: true, execArgv: [] })
  const reader: Reader = { worker, answer: () => undefined }
  worker.on('message', (text: string | undefined) => reader.answer(text, true))
  worker.on('error', () => reader.answer(undefined, false))
  worker.on('exit', () => {
    if (idle === reader) idle = undefined
    reader.answer(undefined, false)
  })
  return reader
}
