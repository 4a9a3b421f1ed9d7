import { type Fact, fact } from '../fact.ts'
import { short } from '../witness.ts'
import { another, bodies, change, changed, made, mark, now, otherNode } from './made.ts'

const writes = { needs: 'write' } as const
const capture = ['client', 'C1'] as const
/** What a person may be cleared of, and with what (D6). */
const clearing: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['an empty text', ''],
]

/** What a change does to fields, what it refuses, and when a search sees it: D6, D13, D24, C1, C6, SRCH. */
export const writeFieldFacts: readonly Fact[] = [
  fact(
    'write.partial',
    capture,
    'A PATCH changes what it names and keeps the rest',
    async (site, see) => {
      const path = await another(site, 'people')
      await changed(site, path, { firstname: 'Changed' })
      const { firstname, lastname } = await now(site, path)
      see.equal([firstname, lastname], ['Changed', mark], 'first and last name')
    },
    writes,
  ),
  ...clearing.map(([name, nothing]) =>
    fact(
      `write.clear.${name}`,
      ['doc', 'D6'],
      `A field is cleared by ${name}, and then absent`,
      async (site, see) => {
        const path = await another(site, 'people', { middlename: 'Middle' })
        see.equal((await now(site, path, 'middlename')).middlename, 'Middle', 'before')
        await changed(site, path, { middlename: nothing })
        see.that(!('middlename' in (await now(site, path, 'middlename'))), 'it is still there')
      },
      writes,
    ),
  ),
  fact(
    'write.upper-case',
    ['doc', 'D13'],
    'A field name in upper case is warned about with code 4 in the printed words',
    async (site, see) => {
      const { status, headers } = await change(site, await made(site, 'people'), { FirstName: 'Upper' })
      see.that(status < 300, `it is answered ${status}`)
      see.fits(headers.get('x-warning'), /^4:FirstName: ?Field name must be all lowercase\.$/, 'X-Warning')
    },
    writes,
  ),
  fact(
    'write.unknown-field',
    ['infer', 'D13'],
    'A field nobody knows is warned about, the rest is written',
    async (site, see) => {
      const path = await another(site, 'people')
      const { headers } = await changed(site, path, { nosuchfieldatall: 'x', firstname: 'Written' })
      see.fits(headers.get('x-warning'), /^4:nosuchfieldatall:/, 'X-Warning')
      see.equal((await now(site, path)).firstname, 'Written', 'firstname')
    },
    writes,
  ),
  fact(
    'write.list-by-value',
    ['client', 'C6'],
    'An item of a list is written by its text alone',
    async (site, see) => {
      const path = await another(site, 'people')
      const node = await otherNode(site, 'lists.person.folders', (await now(site, path)).folder?.id)
      await changed(site, path, { folder: { value: node.value } })
      see.equal((await now(site, path)).folder.id, node.id, 'folder.id')
    },
    writes,
  ),
  fact(
    'write.list-by-id',
    ['client', 'C1'],
    'An item of a list is written by its id alone',
    async (site, see) => {
      const path = await another(site, 'people')
      const node = await otherNode(site, 'lists.person.folders', (await now(site, path)).folder?.id)
      await changed(site, path, { folder: { id: node.id } })
      see.holds((await now(site, path)).folder, { id: node.id, value: node.value }, 'folder')
    },
    writes,
  ),
  fact(
    'write.list-unknown',
    ['infer', 'D13'],
    'An item that no list has is refused with 400, and nothing changes',
    async (site, see) => {
      const path = await made(site, 'people')
      const before = await now(site, path)
      const { status } = await change(site, path, { folder: { id: 'C999999999' }, firstname: 'Half' })
      see.equal(status, 400, 'the status')
      see.equal(await now(site, path), before, 'the person')
    },
    writes,
  ),
  fact(
    'write.reference',
    ['infer', 'D25'],
    'A reference takes the bare id of a profile',
    async (site, see) => {
      const [job, person] = [await another(site, 'jobs'), await made(site, 'people')]
      const id = Number(person.split('/').at(-1))
      await changed(site, job, { recruiter: id })
      see.equal((await now(site, job)).recruiter?.id, id, 'recruiter.id')
    },
    writes,
  ),
  fact(
    'write.no-json',
    ['infer', 'D13'],
    'A body that is no JSON is answered 400',
    async (site, see) => {
      const headers = { 'content-type': 'application/json' }
      const { status } = await site.ask({
        method: 'PATCH',
        path: await made(site, 'people'),
        body: '{"firstname"',
        headers,
      })
      see.equal(status, 400, 'the status')
    },
    writes,
  ),
  fact(
    'write.media-type',
    ['infer', 'D7'],
    'A body that is not sent as JSON is answered 415',
    async (site, see) => {
      const headers = { 'content-type': 'text/plain' }
      const { status } = await site.ask({ method: 'PATCH', path: await made(site, 'people'), body: '{}', headers })
      see.equal(status, 415, 'the status')
    },
    writes,
  ),
  fact(
    'write.one-field',
    ['infer', 'D7'],
    'One field is written at an address of its own',
    async (site, see) => {
      const path = await another(site, 'people')
      await changed(site, `${path}/fields/lastname`, { lastname: `${mark}-alone` })
      const { firstname, lastname } = await now(site, path)
      see.equal([firstname, lastname], [bodies.people.firstname, `${mark}-alone`], 'first and last name')
    },
    writes,
  ),
  fact(
    'write.missing',
    ['doc', 'D13'],
    'A PATCH of what is not there is answered 404',
    async (site, see) => {
      see.equal((await change(site, '/people/999999999', { firstname: 'Nobody' })).status, 404, 'the status')
    },
    writes,
  ),
  fact(
    'write.found',
    ['doc', 'SRCH'],
    'A live search finds what was just written',
    async (site, see) => {
      const path = await another(site, 'people', { lastname: `${mark}-live` })
      const filters = [{ name: 'person.lastname', value: [`${mark}-live`], operator: '==' }]
      const { body } = await site.ask({
        method: 'POST',
        path: '/search/people',
        query: { staleness: '0' },
        body: { filters },
      })
      see.that(
        body.searchResults.some(({ id }: { id: number }) => path === `/people/${id}`),
        `it is ${short(body)}`,
      )
    },
    writes,
  ),
  fact(
    'write.stale',
    ['doc', 'SRCH'],
    'A search that does not ask for less is answered as it was a moment ago',
    async (site, see) => {
      const word = `${mark}-stale`
      const search = { filters: [{ name: 'person.lastname', value: [word], operator: '==' }] }
      const ask = (query: Record<string, string>) =>
        site.ask({ method: 'POST', path: '/search/people', query, body: search })
      const before = (await ask({})).body.searchResults
      const path = await another(site, 'people', { lastname: word })
      see.equal((await ask({})).body.searchResults, before, 'what is found without staleness')
      const fresh = (await ask({ staleness: '0' })).body.searchResults
      see.that(
        fresh.some(({ id }: { id: number }) => path === `/people/${id}`),
        'staleness=0 does not find it',
      )
    },
    writes,
  ),
]
