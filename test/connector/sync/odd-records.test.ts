import { expect, test } from 'vitest'
import { createPair, type Pair } from '../../pair.ts'
import { asFetch } from '../../tenant.ts'
import { databases } from '../databases.ts'

const big = '9007199254740993'

/** An iCIMS that holds one record of each type, answered as these texts. */
function icimsOf(
  records: Readonly<Record<'jobs' | 'people' | 'applicantworkflows', string>>,
  database: never,
): Promise<Pair> {
  const answer = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    const [, type, id] = /\/(?:search\/)?(jobs|people|applicantworkflows)(?:\/(\d+))?$/.exec(path) ?? []
    const json = (text: string): Response => new Response(text, { headers: { 'content-type': 'application/json' } })
    if (type === undefined) return Response.json({ errors: [] }, { status: 404 })
    if (id !== undefined) return json(records[type as 'jobs'])
    const { filters } = (await request.json()) as { filters: { name: string; value: string[] }[] }
    const isUsers = filters.some(({ name }) => name === 'person.logingroupid')
    const after = BigInt(filters.find(({ name }) => name.endsWith('.id'))!.value[0]!)
    return json(isUsers || after >= BigInt(big) ? '{"searchResults":[]}' : `{"searchResults":[{"id":${big}}]}`)
  }
  return createPair({ simulator: { people: 0 }, connector: { fetch: asFetch(answer), database } })
}

for (const { name, open } of databases) {
  test(`${name}: records of huge ids, huge texts and odd letters are kept whole`, async () => {
    const item = `<li>نظافة اليدين 🩺 &amp; ${'care, '.repeat(50)}</li>`
    const overview = `<ul>${item.repeat(Math.ceil(5_000_000 / item.length))}</ul>`
    const job = {
      jobtitle: 'ممرضة 👩🏽‍⚕️',
      overview,
      folder: { id: 'C1', value: 'Never seen' },
      createddate: '2026-02-30',
    }
    const person = { firstname: 'שרה', lastname: 'half \ud83d\0 of one', email: 'same@example.com', links: null }
    const workflow = `{"baseprofile":{"id":${big}},"associatedprofile":{"id":${big},"value":7},"status":{"id":"C99","value":"Neu – ß"}}`
    const records = { jobs: JSON.stringify(job), people: JSON.stringify(person), applicantworkflows: workflow }
    await using pair = await icimsOf(records, (await open()) as never)
    expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'SUCCEEDED', setAside: [] })
    const first = async (list: string) => (await pair.api(`/ats/${list}`)).body.data.results[0]
    const shown = await first('jobs')
    expect(shown).toMatchObject({ remote_id: big, name: 'ممرضة 👩🏽‍⚕️', status: 'Never seen', remote_created_at: null })
    expect(shown.description === `<h3>Overview</h3>${overview}`).toBe(true)
    const candidate = await first('candidates')
    expect(candidate).toMatchObject({ remote_id: big, first_name: 'שרה', last_name: 'half \ufffd of one' })
    expect((await pair.api('/ats/candidates?email=SAME@example.com')).body.data.results).toHaveLength(1)
    expect(await first('applications')).toMatchObject({
      remote_id: big,
      job: { remote_id: big },
      candidate: { remote_id: big },
      current_stage: { remote_id: 'C99', name: 'Neu – ß' },
      outcome: null,
    })
    expect((await first('jobs')).stages).toMatchObject([{ remote_id: 'C99' }])
  })
}

test('people who share an address are each found by it', async () => {
  await using pair = await createPair({ simulator: { people: 60 } })
  for (const id of [40, 50]) await pair.icims('PATCH', `/people/${id}`, { email: 'Twins@example.com' })
  await pair.connector.sync(pair.integrationId)
  const { body } = await pair.api('/ats/candidates?email=twins@EXAMPLE.com')
  expect(body.data.results.map(({ remote_id }: { remote_id: string }) => remote_id).sort()).toEqual(['40', '50'])
})
