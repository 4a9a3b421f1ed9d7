import { expect, test } from 'vitest'
import type { Finding } from '../../../contracts/conformance/fact.ts'
import { toBeliefReport } from '../../../contracts/conformance/report/belief.ts'
import { toJson } from '../../../contracts/conformance/report/json.ts'
import { toConformanceJUnit } from '../../../contracts/conformance/report/junit.ts'
import { toFactTable } from '../../../contracts/conformance/report/table.ts'

const base = { title: 'It is so', source: 'D13', needs: 'read', milliseconds: 4 } as const
const findings: Finding[] = [
  { ...base, id: 'one', level: 'doc', verdict: 'confirmed' },
  { ...base, id: 'two', level: 'client', verdict: 'contradicted', detail: 'it is <not>' },
  { ...base, id: 'three', level: 'infer', verdict: 'contradicted', detail: 'it is 200', switch: 'searchErrorStatus' },
  { ...base, id: 'four', level: 'doc', verdict: 'not testable here', detail: 'there are none' },
]
const run = { findings, calls: 7, written: ['https://api.icims.com/customers/1/people/9'] }

test('the belief report tells contradicted, not testable and confirmed apart', () => {
  expect(
    toBeliefReport(run, 'https://api.icims.com/customers/1'),
  ).toBe(`Beliefs about iCIMS, looked at on https://api.icims.com/customers/1

Contradicted: 2 (0 doc, 1 client, 1 infer)
  two [client: D13]
    believed: It is so
    seen:     it is <not>
  three [infer: D13]
    believed: It is so
    seen:     it is 200
    switch:   searchErrorStatus: 200 brings the simulator in line
Not testable here: 1 (1 doc, 0 client, 0 infer)
  there are none: four
Confirmed: 1 (1 doc, 0 client, 0 infer)
7 calls were made.
Written, and left there:
  https://api.icims.com/customers/1/people/9
`)
})

test('for CI a contradiction of what is documented or seen fails, one of what is inferred does not', () => {
  const xml = toConformanceJUnit(run)
  expect(xml).toContain('<testsuite name="conformance" tests="4" failures="1" skipped="1" time="0.016">')
  expect(xml).toContain('<failure message="it is &lt;not&gt;">it is &lt;not&gt;</failure>')
  expect(xml).toContain('<system-out>contradicted: it is 200</system-out>')
  expect(xml).toContain('<skipped message="there are none"/>')
})

test('the table has a line for each fact', () => {
  expect(toFactTable(run).trimEnd().split('\n')).toHaveLength(5)
})

test('what no run can look at is named one by one, with its source and the reason', () => {
  const unseen: Finding = {
    ...base,
    id: 'unseen.tls',
    level: 'doc',
    verdict: 'not testable here',
    detail: 'it lies below what a fetch can ask for',
  }
  expect(toBeliefReport({ ...run, findings: [unseen] }, 'here')).toContain(
    'Not to be seen from outside: 1 (1 doc, 0 client, 0 infer)\n' +
      '  unseen.tls [doc: D13] It is so: it lies below what a fetch can ask for\n',
  )
})

test('the JSON names the switches', () => {
  expect(toJson(run, 'here')).toMatchObject({
    calls: 7,
    facts: [{ id: 'one' }, { id: 'two' }, { id: 'three', switches: ['searchErrorStatus: 200'] }, { id: 'four' }],
  })
})
