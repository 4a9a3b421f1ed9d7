import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toUnifiedId } from '../../../connector/store/id.ts'

test('an id is 24 base58 characters, the same for ever', () => {
  expect(toUnifiedId('icims', '1234')).toBe('2GbXys9EhdFNdBsydd8vyTtX')
  fc.assert(
    fc.property(fc.string(), fc.string(), (integration, remote) => {
      expect(toUnifiedId(integration, remote)).toMatch(/^[1-9A-HJ-NP-Za-km-z]{24}$/)
    }),
  )
})

test('other integrations and other remote ids have other ids', () => {
  const ids = new Set<string>()
  for (let i = 0; i < 5_000; i++) ids.add(toUnifiedId(`i${i % 5}`, String(i)))
  expect(ids.size).toBe(5_000)
})
