import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { runWithStub } from './stub-for.ts'
import { untilEnd } from './until-end.ts'
import { UsageError } from './usage-error.ts'

/** Commands that are Pact's own, by the words that lead to them there. Everything after the name is handed on as it is. */
const passedOn = {
  publish: { words: ['broker', 'publish'], about: 'Publish pacts to a broker' },
  'can-i-deploy': { words: ['broker', 'can-i-deploy'], about: 'Ask a broker whether a version may be deployed' },
  'record-deployment': { words: ['broker', 'record-deployment'], about: 'Tell a broker that a version was deployed' },
  stub: {
    words: ['stub'],
    about: 'Serve the answers of pacts, without state; while a command runs that comes after --',
  },
} as const

/** Adds the commands of `@pact-foundation/pact-cli`. */
export function addPactCli(program: Command, argv: readonly string[]): void {
  const end = argv.indexOf('--')
  for (const [name, { words, about }] of Object.entries(passedOn)) {
    program
      .command(name)
      .description(`${about} (Pact's own command, with its options)`)
      .argument('[args...]')
      .allowUnknownOption()
      .helpOption(false)
      .action(async (args: string[]) => {
        process.exitCode =
          name === 'stub' && end > 0
            ? await runWithStub(argv.slice(3, end), argv.slice(end + 1), (own) => startPact([...words, ...own]))
            : await untilEnd(startPact([...words, ...args]))
      })
  }
}

/** Starts Pact's binary on this terminal. */
function startPact(args: readonly string[]): ChildProcess {
  return spawn(findBinary(), args, { stdio: 'inherit', env: { ...process.env, PACT_DO_NOT_TRACK: '1' } })
}

/** The binary, which npm installs as a package of its own for each platform. */
function findBinary(): string {
  const { platform, arch } = process
  const isWindows = platform === 'win32'
  try {
    const own = createRequire(import.meta.url).resolve('@pact-foundation/pact-cli/package.json')
    const name = `@pact-foundation/pact-cli-${isWindows ? 'windows' : platform}-${arch}/package.json`
    return join(dirname(createRequire(own).resolve(name)), 'standalone', isWindows ? 'pact.exe' : 'pact')
  } catch {
    throw new UsageError("Pact's command line is not installed: npm install --save-dev @pact-foundation/pact-cli")
  }
}
