import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageError } from './options.ts'

/** Flags that people try, and where the secret goes instead. */
const refused: Readonly<Record<string, string>> = {
  '--password': 'ICIMS_CONNECTOR_PASSWORD',
  '--hmac-key': 'ICIMS_CONNECTOR_HMAC_KEY',
  '--client-secret': 'ICIMS_CONNECTOR_CLIENT_SECRET',
  '--api-key': 'ICIMS_CONNECTOR_API_KEY',
  '--key': 'ICIMS_CONNECTOR_KEY',
  '--encryption-key': 'ICIMS_CONNECTOR_KEY',
  '--new-key': 'ICIMS_CONNECTOR_NEW_KEY',
  '--secret': 'ICIMS_CONNECTOR_WEBHOOK_SECRET',
  '--webhook-secret': 'ICIMS_CONNECTOR_WEBHOOK_SECRET',
  '--event-secret': 'ICIMS_CONNECTOR_EVENT_SECRET',
}

const why = 'other users of this machine can read command lines'

/** @throws UsageError when a secret stands on the command line. The message does not repeat it. */
export function refuseSecretFlags(argv: readonly string[]): void {
  for (const [index, word] of argv.entries()) {
    const name = word.split('=', 1)[0]!
    const variable = Object.hasOwn(refused, name) ? refused[name] : undefined
    if (variable !== undefined) throw new UsageError(`${name} is refused: ${why}. Set ${variable} instead.`)
    const address =
      name === '--database' ? (word.includes('=') ? word.slice(name.length + 1) : argv[index + 1]) : undefined
    if (address !== undefined && /^postgres(ql)?:\/\/[^/?]*:[^/?]*@|^postgres(ql)?:.*[?&]password=/i.test(address)) {
      throw new UsageError(`--database with a password is refused: ${why}. Set ICIMS_CONNECTOR_DATABASE instead.`)
    }
  }
}

/**
 * A secret: from its environment variable, from standard input where that is asked for, or typed on a terminal.
 *
 * @throws UsageError when there is none.
 */
export async function readSecret(variable: string, what: string, fromStdin: boolean): Promise<string> {
  const given = process.env[variable]
  if (given !== undefined && given !== '') return given
  if (fromStdin) {
    const text = (await readAll()).replace(/\r?\n$/, '')
    if (text !== '') return text
    throw new UsageError(`Standard input is empty; it should be the ${what}.`)
  }
  if (process.stdin.isTTY && process.stderr.isTTY) return typed(what)
  throw new UsageError(`The ${what} is missing. Set ${variable}, or pipe it in with --secret-stdin.`)
}

async function readAll(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) text += chunk
  return text
}

/** Asks on the terminal without showing what is typed. */
async function typed(what: string): Promise<string> {
  process.stderr.write(`${what} (not shown): `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const line = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    const text = await new Promise<string>((resolve, reject) => {
      line.question('', resolve)
      line.once('SIGINT', () => reject(new UsageError('Stopped.')))
      line.once('close', () => reject(new UsageError(`The ${what} is missing.`)))
    })
    if (text === '') throw new UsageError(`The ${what} is missing.`)
    return text
  } finally {
    line.close()
    process.stderr.write('\n')
  }
}
