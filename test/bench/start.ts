import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root, type SimulatorCoordinates, startServer } from './process.ts'
import { atMost, median, type Part, type Row } from './report.ts'

const rounds = 15

/** From the start of the process to the first 200, with a kept world and warm files, beside a ten-line server. */
export const start: Part = {
  name: 'start',
  async run() {
    execFileSync(process.execPath, [`${root}node_modules/tsdown/dist/run.mjs`], { cwd: root, stdio: 'ignore' })
    const floor: number[] = []
    const source: number[] = []
    const bundled: number[] = []
    const bundle = 'dist/bin/icims-simulator.mjs'
    if (!existsSync(`${root}${bundle}`)) throw new Error(`The build made no ${bundle}.`)
    await timeSimulator('simulator/cli.ts')
    await timeSimulator(bundle)
    await timeFloor()
    for (let round = 0; round < rounds; round++) {
      floor.push(await timeFloor())
      source.push(await timeSimulator('simulator/cli.ts'))
      bundled.push(await timeSimulator(bundle))
    }
    const row = (what: string, times: number[], most: number): Row =>
      atMost(what, median(times) / median(floor), most, '×', `${median(times).toFixed(0)} ms`)
    return [row('warm start from source', source, 4), row('warm start of the bundle', bundled, 2)]
  },
}

async function timeFloor(): Promise<number> {
  return time('test/bench/bare-server.mjs', [], async ({ baseUrl }: { baseUrl: string }) => fetch(baseUrl))
}

async function timeSimulator(file: string): Promise<number> {
  return time(file, ['serve', '--json', '--port', '0'], async ({ baseUrl, customerId, basic }: SimulatorCoordinates) =>
    fetch(`${baseUrl}/customers/${customerId}/people/30`, {
      headers: { authorization: `Basic ${btoa(`${basic.username}:${basic.password}`)}` },
    }),
  )
}

async function time<Coordinates>(
  file: string,
  args: readonly string[],
  ask: (coordinates: Coordinates) => Promise<Response>,
): Promise<number> {
  const before = performance.now()
  const server = await startServer<Coordinates>(file, args)
  const response = await ask(server.coordinates)
  await response.arrayBuffer()
  const taken = performance.now() - before
  if (response.status !== 200) throw new Error(`${file} answered ${response.status}.`)
  await server.stop()
  return taken
}
