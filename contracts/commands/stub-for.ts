import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { untilEnd } from './until-end.ts'
import { UsageError } from './usage-error.ts'

/** How long a stub may take until it answers. */
const patience = 30_000

/**
 * Runs a command while a stub serves, and ends as the command does. The command finds the stub's address in `ICIMS_URL`: on
 * the port that is asked for, or on a free one.
 *
 * @param start starts the stub.
 */
export async function runWithStub(
  args: readonly string[],
  [command, ...rest]: readonly string[],
  start: (args: readonly string[]) => ChildProcess,
): Promise<number> {
  if (command === undefined) throw new UsageError('stub: after -- comes the command to run while the stub serves.')
  const asked = portIn(args)
  const port = asked ?? (await freePort())
  const stub = start(asked === undefined ? [...args, '--port', String(port)] : args)
  try {
    await serves(stub, port)
    const child = spawn(command, rest, {
      stdio: 'inherit',
      env: { ...process.env, ICIMS_URL: `http://127.0.0.1:${port}` },
    })
    // The stub ends after the command, whatever ends that.
    return await untilEnd(child).catch(() => {
      throw new UsageError(`stub: ${command} cannot be run.`)
    })
  } finally {
    const ended = stub.exitCode === null && stub.signalCode === null ? once(stub, 'exit') : undefined
    stub.kill()
    await ended
  }
}

/** The port in Pact's own options: `--port 8080`, `--port=8080`, `-p 8080`. */
function portIn(args: readonly string[]): number | undefined {
  const [, text] = /(?:^|\0)(?:--port|-p)[\0=]?(\d+)(?:\0|$)/.exec(args.join('\0')) ?? []
  return text === undefined ? undefined : Number(text)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** @throws UsageError when the stub ends before it serves, or serves nothing: what it said of that stands above. */
async function serves(stub: ChildProcess, port: number): Promise<void> {
  const until = performance.now() + patience
  while (!(await isOpen(port))) {
    if (stub.exitCode !== null) throw new UsageError(`The stub ended with ${stub.exitCode} before it served.`)
    if (performance.now() > until) throw new UsageError(`The stub does not answer on port ${port}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (open: boolean): void => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
