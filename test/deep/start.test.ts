import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  expect(await exit).toBe(0)
})

test('npm start stops cleanly while its tenant is still being made', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'icims-start-'))
  const watcher = watch(cache)
  const child = spawn(
    process.execPath,
    [start, ...['--simulator-port', '0', '--connector-port', '0', '--people', '50000', '--cache', cache]],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
    watcher.close()
    rmSync(cache, { recursive: true })
  })
  const exit = new Promise((resolve) => child.once('exit', resolve))
  // The pipe closes when the last of the processes that share it has ended.
  const closed = new Promise((resolve) => child.once('close', resolve))
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  await new Promise((resolve) => watcher.once('change', resolve))
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
  await closed
  expect(printed).toBe('')
})
