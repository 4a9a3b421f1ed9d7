import { expect, test } from 'vitest'
import { stateHandlers } from '../../../contracts/provider/states.ts'
import { runContracts } from './command-line.ts'

test('the states are listed with their parameters', async () => {
  const { code, stdout } = await runContracts(['states'])
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^people +from: number = 71, count: number = 3 +So many people/m),
  ])
})

test('as JSON they are the ones that have handlers', async () => {
  const { stdout } = await runContracts(['states', '--json'])
  const names = JSON.parse(stdout).map(({ name }: { name: string }) => name)
  expect(names.sort()).toEqual(Object.keys(stateHandlers).sort())
})

test('an unknown command is answered with the nearest one', async () => {
  const { code, stderr } = await runContracts(['sates'])
  expect([code, stderr]).toEqual([2, 'icims-contracts: There is no command sates. Did you mean states?\n'])
})

test('an older Node is told of in one line', async () => {
  const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })"
  const options = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}` }
  expect(await runContracts(['states'], options)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'icims-contracts: this is Node 20.20.2, it needs 22.18 or newer.\n',
  })
})
