import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A server in a process of its own, by the line of JSON it prints once it listens. */
export type Server<Coordinates> = { coordinates: Coordinates; pid: number; stop(): Promise<void> }

/** Starts a file of this project with Node. */
export async function startServer<Coordinates>(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Server<Coordinates>> {
  const child: ChildProcess = spawn(process.execPath, [`${root}${file}`, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)))
  })
  return {
    coordinates: JSON.parse(line) as Coordinates,
    pid: child.pid!,
    stop: () => {
      child.kill('SIGTERM')
      return exit
    },
  }
}

/** What the simulator prints. */
export type SimulatorCoordinates = {
  baseUrl: string
  customerId: number
  basic: { username: string; password: string }
}
