import autocannon from 'autocannon'
import { type SimulatorCoordinates, startServer } from './process.ts'
import { atLeast, median, type Part } from './report.ts'

const connections = 50
const rounds = 5
const seconds = 3

/** GET of a person over keep-alive connections, beside a bare server of the same bytes. Auth and journal are on. */
export const requests: Part = {
  name: 'requests',
  async run() {
    const simulator = await startServer<SimulatorCoordinates>('simulator/cli.ts', [
      ...['serve', '--json', '--port', '0', '--quota', 'unlimited'],
    ])
    const { baseUrl, customerId, basic } = simulator.coordinates
    const headers = { authorization: `Basic ${btoa(`${basic.username}:${basic.password}`)}` }
    const url = `${baseUrl}/customers/${customerId}/people/30`
    const answer = await fetch(url, { headers })
    const { date, connection, 'keep-alive': keepAlive, ...sent } = Object.fromEntries(answer.headers)
    const bare = await startServer<{ baseUrl: string }>('test/bench/bare-server.mjs', [], {
      ANSWER: JSON.stringify({ headers: sent, body: await answer.text() }),
    })
    const rate = async (address: string): Promise<number> => {
      const result = await autocannon({ url: address, connections, duration: seconds, headers })
      if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${result.non2xx + result.errors} answers were wrong.`)
      return result.requests.average
    }
    await rate(url)
    await rate(bare.coordinates.baseUrl)
    const ratios: number[] = []
    const rates: number[] = []
    for (let round = 0; round < rounds; round++) {
      rates.push(await rate(url))
      ratios.push(rates.at(-1)! / (await rate(bare.coordinates.baseUrl)))
    }
    await Promise.all([simulator.stop(), bare.stop()])
    const detail = `${Math.round(median(rates))} a second, ${connections} connections`
    return [atLeast('GET of a person beside bare node:http', median(ratios), 0.5, detail)]
  },
}
