#!/usr/bin/env node
import module from 'node:module'

/** What the bundled command line needs of Node: SQLite without a flag, and TypeScript's syntax taken out by our build. */
const oldest = [22, 18] as const

const [major, minor] = process.versions.node.split('.').map(Number) as [number, number]
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(
    `icims-contracts: this is Node ${process.versions.node}, it needs ${oldest.join('.')} or newer.\n`,
  )
  process.exitCode = 2
} else {
  // Before anything else is loaded: a second start then skips compiling what the first one compiled.
  module.enableCompileCache()
  const { run } = await import('./commands/program.ts')
  await run(process.argv)
}
