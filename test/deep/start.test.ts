import { execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const start = fileURLToPath(new URL('../../start.ts', import.meta.url))

test.each([
  ['10 people', ['--people', '10']],
  ['nothing said', []],
])('npm start prints commands that work as they are printed, with %s', async (name, more) => {
  const child = spawn(process.execPath, [start, '--simulator-port', '0', '--connector-port', '0', ...more], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('Ctrl-C stops both.')) resolve()
    })
  })
  expect(text.trimEnd().split('\n').length).toBeLessThan(15)
  const commands = text.split('\n').filter((line) => line.startsWith('curl '))
  expect(commands).toHaveLength(3)
  for (const command of commands) {
    const output = await new Promise<string>((resolve) =>
      execFile('sh', ['-c', command], (_, stdout) => resolve(stdout)),
    )
    const body = JSON.parse(output)
    expect(body.errors ?? body.error).toBeUndefined()
    if (name === 'nothing said' && command.includes('/search/')) expect(body.searchResults.length).toBeGreaterThan(0)
  }
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await exit
})
