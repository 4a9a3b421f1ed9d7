import { expect, test } from 'vitest'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const visit = (simulator: { fetch(request: Request): Promise<Response> }, url: string) =>
  simulator.fetch(new Request(url))

test('the page of a job that a portal names opens without a sign-in, on this host and on the portal\u2019s own', async () => {
  await using simulator = await createTenant({ people: 24 })
  const faithful = await bodyOf(callIcims(simulator, 'GET', '/search/portals/1'))
  const [row] = faithful.searchResults
  expect(row.portalUrl).toMatch(/^https:\/\/careers-cedarline\.icims\.com\/jobs\/\d+\/[a-z0-9-]+\/job$/)
  const opened = await visit(simulator, row.portalUrl)
  expect(opened.status).toBe(200)
  expect(opened.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const { jobtitle } = await bodyOf(callIcims(simulator, 'GET', `/jobs/${row.id}?fields=jobtitle`))
  expect(await opened.text()).toContain(`<h1>${jobtitle}</h1>`)
  const here = await visit(
    simulator,
    `http://localhost:4010/careers/careers-cedarline/jobs/${row.id}/${'any-slug'}/job`,
  )
  expect(here.status).toBe(200)
})

test('a portal lists its open jobs, and each link opens', async () => {
  await using simulator = await createTenant({ people: 60 })
  const text = await (await visit(simulator, 'http://localhost:4010/careers/careers-cedarline')).text()
  const links = [...text.matchAll(/href="(http[^"]+)"/g)].map(([, href]) => href!)
  const { searchResults } = await bodyOf(callIcims(simulator, 'GET', '/search/portals/1'))
  expect(links).toHaveLength(searchResults.length)
  for (const link of links) expect((await visit(simulator, link)).status).toBe(200)
})

test('a job that is not posted, a portal that is not there and any other page are not found, in words', async () => {
  await using simulator = await createTenant({ people: 24 })
  for (const path of [
    '/careers/careers-cedarline/jobs/99999/x/job',
    '/careers/nowhere',
    '/careers/careers-cedarline/admin',
    '/careers/%ff',
  ]) {
    const answer = await visit(simulator, `http://localhost:4010${path}`)
    expect(answer.status, path).toBe(404)
    expect(await answer.text()).toContain('not open any more')
  }
})

test('nothing that a customer wrote into a job can run or load', async () => {
  await using simulator = await createTenant({ people: 24 })
  const [{ id }] = (await bodyOf(callIcims(simulator, 'GET', '/search/portals/1'))).searchResults
  await callIcims(simulator, 'PATCH', `/jobs/${id}`, {
    jobtitle: '<script>alert(1)</script>',
    overview:
      '<p onclick="alert(1)">Care</p><script>alert(1)</script><img src=x onerror=alert(1)><iframe src="x"><b>bold</b> 1 < 2 <svg/onload=alert(1)',
  })
  const answer = await visit(simulator, `http://localhost:4010/careers/careers-cedarline/jobs/${id}/x/job`)
  const text = await answer.text()
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</h1>')
  expect(text).toContain('<div><p>Care</p><b>bold</b> 1 &lt; 2 </div>')
  expect(text).not.toMatch(/<script|<img|<iframe|<svg|onerror|onclick/)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})
