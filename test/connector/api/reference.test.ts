import { expect, test } from 'vitest'
import { createPair } from '../../pair.ts'

test('the reference names every operation, and loads nothing', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const answer = await pair.connector.fetch(new Request('http://127.0.0.1/v1/reference'))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /)
  const page = await answer.text()
  const { body } = await pair.api('/openapi.json')
  const operations = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path]),
  )
  expect(operations.length).toBeGreaterThan(30)
  for (const [method, path] of operations) {
    expect(page).toContain(`<span class="method">${method}</span><code>${path}</code>`)
  }
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(|<iframe/)
  expect(
    [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target!).filter((one) => !/^[#/]/.test(one)),
  ).toEqual([])
  // What a body takes, and what an enum allows, can be read there.
  expect(page).toContain('end_user_organization_name')
  expect(page).toContain('PLATFORM.RATE_LIMIT_EXCEEDED')
  expect(page).toContain('one of &quot;FULL&quot;, &quot;DELTA&quot;')
})
