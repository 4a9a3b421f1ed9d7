import type { IcimsClient, IcimsSearch } from '../icims/client.ts'

/** One thing that a sync needs, tried out. FAILED stops a sync; WARNING leaves rows without what was not seen. */
export type CheckStep = { name: string; state: 'PASSED' | 'WARNING' | 'FAILED' | 'SKIPPED'; seen: string }

/** One type of record: how it is called, and how one is read. */
type Kind = { search: IcimsSearch; one: string; read(client: IcimsClient, id: string): Promise<object> }

const kinds: readonly Kind[] = [
  { search: 'jobs', one: 'job', read: (client, id) => client.getJob(id) },
  { search: 'people', one: 'person', read: (client, id) => client.getPerson(id) },
  { search: 'applicantworkflows', one: 'applicant workflow', read: (client, id) => client.getApplicantWorkflow(id) },
]

/**
 * Tries out what a sync needs, in seven calls: the sign-in, the search of each type, and one record of each. iCIMS leaves out
 * what the API user may not see instead of refusing it, so what was not seen is told too; it may also just be empty.
 */
export async function* checkIntegration(client: IcimsClient): AsyncGenerator<CheckStep> {
  const signIn = await tried('sign in', async () => {
    const { name, platformUrl } = await client.getCustomer()
    return { state: 'PASSED', seen: `${name ?? 'a customer without a name'}${platformUrl ? `, ${platformUrl}` : ''}` }
  })
  yield signIn
  const isIn = signIn.state === 'PASSED'
  for (const { search, one, read } of kinds) {
    let first: string | undefined
    const skipped = (name: string, seen: string): CheckStep => ({ name, state: 'SKIPPED', seen })
    const found = isIn
      ? await tried(`search ${search}`, async () => {
          const ids = await client.searchPage(search, [], '0')
          first = ids[0]
          if (first === undefined) return { state: 'WARNING', seen: 'nothing: there is none, or none may be seen' }
          return { state: 'PASSED', seen: `${ids.length}${ids.length >= 1_000 ? ' or more' : ''}, from ${first} on` }
        })
      : skipped(`search ${search}`, 'the sign-in failed')
    yield found
    const id = first
    yield id === undefined
      ? skipped(`read ${one}`, isIn ? 'the search found none' : 'the sign-in failed')
      : await tried(`read ${one}`, async () => seenOf(one, id, await read(client, id)))
  }
}

async function tried(name: string, work: () => Promise<Omit<CheckStep, 'name'>>): Promise<CheckStep> {
  try {
    return { name, ...(await work()) }
  } catch (error) {
    return { name, state: 'FAILED', seen: error instanceof Error ? error.message : String(error) }
  }
}

function seenOf(one: string, id: string, record: object): Omit<CheckStep, 'name'> {
  const fields = Object.entries(record).filter(([name]) => name !== 'id')
  const isMissing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0)
  const missing = fields.filter(([, value]) => isMissing(value)).map(([name]) => name)
  const seen = `${one} ${id}: ${fields.length - missing.length} of ${fields.length} fields`
  if (missing.length === fields.length) return { state: 'WARNING', seen: `${seen}; the API user may see none of it` }
  return { state: 'PASSED', seen: missing.length === 0 ? seen : `${seen}, not seen: ${missing.join(', ')}` }
}
