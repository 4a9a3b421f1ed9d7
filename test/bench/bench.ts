import { actions } from './actions.ts'
import { delta } from './delta.ts'
import { events } from './events.ts'
import { forks } from './forks.ts'
import { life } from './life.ts'
import { lifeDelta } from './life-delta.ts'
import { lists } from './lists.ts'
import { print } from './report.ts'
import { requests } from './requests.ts'
import { search } from './search.ts'
import { start } from './start.ts'
import { state } from './state.ts'
import { sync } from './sync.ts'
import { syncMemory } from './sync-memory.ts'

/** `npm run bench [part…]`: ratios measured side by side, in this run, on this machine. It judges nothing by its exit code. */
const parts = [requests, start, state, forks, search, sync, delta, lifeDelta, lists, actions, events, life, syncMemory]

const asked = process.argv.slice(2)
const unknown = asked.find((name) => parts.every((part) => part.name !== name))
if (unknown !== undefined) {
  process.stderr.write(`There is no part ${unknown}. Parts: ${parts.map(({ name }) => name).join(', ')}.\n`)
  process.exitCode = 2
} else {
  process.stdout.write(`Node ${process.versions.node}, ${process.platform} ${process.arch}\n`)
  for (const part of parts.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    process.stdout.write(`${part.name} …\n`)
    print(await part.run())
  }
}
