import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a command line did. */
export type Ran = { code: number | null; stdout: string; stderr: string }

/** Runs a command line. Of this process's own settings it has none, but those given. */
export type Run = (args: readonly string[], variables?: object) => Promise<Ran>

/** Runs the file to the end of its process: for whatever a process has of its own, its end and its standard input. */
export function runProcess(
  file: string,
  args: readonly string[],
  variables: object = {},
  input?: string,
): Promise<Ran> {
  const child = spawn(process.execPath, [root + file, ...args], {
    env: { ...ownEnvironment(), ...variables },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  child.stdin?.end(input)
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]!.on('data', (chunk) => {
      ran[name] += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...ran, code }))
  })
}

/**
 * Runs command lines one after the other in one process beside the tests, which loads the program once: for what a command
 * does and says. It ends with the tests of the file.
 *
 * @param program the file that exports `run`, from the root of the project.
 */
export function createRunner(program: string): Run {
  let child: ReturnType<typeof startRunner> | undefined
  let last: Promise<unknown> = Promise.resolve()
  afterAll(() => child?.end())
  return (args, variables = {}) => {
    child ??= startRunner(program)
    const { run } = child
    const ran = last.then(() => run(args, variables))
    last = ran.catch(() => undefined)
    return ran
  }
}

function startRunner(program: string): { run: Run; end(): void } {
  const child = spawn(process.execPath, [`${root}test/run-commands.ts`, root + program], {
    env: ownEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const [out, error] = [readTurns(child.stdout!), readTurns(child.stderr!)]
  const ended = once(child, 'exit').then(() => {
    throw new Error('The process that runs the commands has ended.')
  })
  ended.catch(() => undefined)
  return {
    run: async (args, variables) => {
      child.send({ args, variables })
      const [[stdout], [stderr, code]] = await Promise.race([Promise.all([out(), error()]), ended])
      return { code: Number(code), stdout: stdout!, stderr: stderr! }
    },
    end: () => child.kill('SIGKILL'),
  }
}

/** Reads what comes up to the two marks that end a command's turn: the text, and what stands between the marks. */
function readTurns(stream: Readable): () => Promise<string[]> {
  let text = ''
  let wake = (): void => undefined
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    wake()
  })
  return async () => {
    while (!/\0\d*\0$/.test(text)) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    const turn = text.split('\0')
    text = ''
    return turn
  }
}

function ownEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ICIMS_')))
}
