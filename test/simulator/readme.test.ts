import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { icimsHosts } from '../../simulator/hosts.ts'
import { listen } from '../../simulator/server.ts'
import { openAuthority } from '../../simulator/tls/authority.ts'
import { issueCertificate } from '../../simulator/tls/issue.ts'
import { createTenant } from '../tenant.ts'

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
const [, section = ''] = readme.split('## Point a client with a fixed address here\n')
const commands = section.split('\n## ')[0]!.match(/(?<=^ {4})curl .*$/gm) ?? []

/** Runs a line of shell in an environment without anybody's proxy. */
function runShell(command: string, variables: Record<string, string>): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', ...variables }
  return new Promise((resolve) => execFile('sh', ['-c', command], { env }, (_, stdout) => resolve(stdout)))
}

test('the curl lines of the README, with the ports of this run, reach the simulator at the addresses of iCIMS', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-readme-'))
  const authority = await openAuthority(folder, Date.now())
  const tls = await issueCertificate(authority, icimsHosts, Date.now())
  await using simulator = await createTenant({ people: 24 })
  const listening = await listen(simulator, { host: '127.0.0.1', port: 0, proxyPort: 0, tls })
  try {
    const ports = { 4010: new URL(listening.baseUrl).port, 4011: new URL(listening.proxyUrl!).port }
    const answers = []
    for (const command of commands) {
      const line = Object.entries(ports).reduce(
        (text, [port, actual]) => text.replaceAll(`:${port}`, `:${actual}`),
        command,
      )
      answers.push(JSON.parse(await runShell(line, { CA: authority.file })))
    }
    const person = { email: expect.any(String) }
    expect(answers).toEqual([
      expect.objectContaining(person),
      expect.objectContaining(person),
      expect.objectContaining(person),
      expect.objectContaining({ access_token: expect.any(String) }),
    ])
    expect(answers[1].links[0].url).toBe('https://api.icims.com/customers/1234/people/1')
  } finally {
    await listening.close()
    rmSync(folder, { recursive: true })
  }
})
