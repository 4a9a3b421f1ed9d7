import { type Fact, fact } from '../fact.ts'
import type { Answer, Json, Site } from '../site.ts'
import { NotTestableError, short } from '../witness.ts'
import { bodies, mark } from './made.ts'

const writes = { needs: 'write' } as const

/** What is said of a required field that is not sent: D13, D24. */
export const writeRequiredFacts: readonly Fact[] = [
  fact(
    'write.required.status',
    ['doc', 'D13'],
    'A missing required field is answered 400 with code 1',
    async (site, see) => {
      const { status, body } = await refusal(site)
      see.equal([status, body?.errors?.[0]?.errorCode], [400, 1], 'status and code')
    },
    writes,
  ),
  fact(
    'write.required.all',
    ['doc', 'D24'],
    'Every missing required field is reported at once',
    async (site, see) => {
      const names = required(await refusal(site))
      if (names.length > 1) return see.that(true, '')
      const least: Readonly<Record<string, unknown>> = bodies.people
      const body = Object.fromEntries(names.map((name) => [name, least[name] ?? mark]))
      const later = required(await site.ask({ method: 'POST', path: '/people', body }))
      see.that(later.length === 0, `${names} is asked for first, then ${later}`)
      throw new NotTestableError('this tenant requires one field of people at most')
    },
    writes,
  ),
  fact(
    'write.required.header',
    ['doc', 'D13'],
    'X-Error names the field between code and detail',
    async (site, see) => {
      const { headers, body } = await refusal(site)
      const [{ errorMessage }] = body.errors
      // A blank after the field is printed in one example (D13), and not in the rule above it.
      const withoutBlanks = (text: string): string => text.replaceAll(': ', ':')
      const header = withoutBlanks(headers.get('x-error') ?? '')
      see.that(header.startsWith(`1:${withoutBlanks(errorMessage)}`), `X-Error is ${headers.get('x-error')}`)
    },
    writes,
  ),
  fact(
    'write.required.no-field',
    ['doc', 'D13'],
    'An error names its field in the message alone, under no key of its own',
    async (site, see) => {
      see.each((await refusal(site)).body.errors as Json[], 'there is no error', (one) => {
        see.fits(one.errorMessage, /^\w+: ./, 'errorMessage')
        see.that(!Object.keys(one).some((key) => /field/i.test(key)), `it is ${short(one)}`)
      })
    },
    writes,
  ),
]

/** The answer to a person with nothing in it. */
async function refusal(site: Site): Promise<Answer> {
  const answer = await site.once('nothing of a person', () => site.ask({ method: 'POST', path: '/people', body: {} }))
  if (answer.status < 300) throw new NotTestableError('this tenant requires nothing of people')
  return answer
}

/** The fields that a refusal says are missing (D13). */
function required({ body }: Answer): string[] {
  const errors: Json[] = body?.errors?.filter(({ errorCode }: Json) => errorCode === 1) ?? []
  return errors.map(({ errorMessage }) => errorMessage.split(':')[0])
}
