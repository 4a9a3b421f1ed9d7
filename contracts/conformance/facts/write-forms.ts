import { type Fact, fact } from '../fact.ts'
import type { Answer, Json, Site } from '../site.ts'
import { NotTestableError, needed } from '../witness.ts'
import { allowed, idOf, made, now, pathIn } from './made.ts'

const page = ['doc', 'IFRM'] as const
const writes = { needs: 'write' } as const
/** An answer to each type of question that has no choices of its own. */
const answers: Readonly<Record<string, unknown>> = {
  TEXTFIELD: 'Conformance',
  TEXTAREA: 'Conformance',
  CHECKBOX: true,
  NUMBER: 1,
  DATEONLY: '2020-01-31',
  DATETIME: '2020-01-31 02:07 PM',
}

/** Forms are filled out for whom the run made; lists are changed where an administrator allows it: IFRM, D12. */
export const writeFormFacts: readonly Fact[] = [
  fact(
    'forms.post',
    page,
    'A form is filled out by POST',
    async (site, see) => {
      const { status } = await filled(site)
      see.equal(status, 201, 'the status')
    },
    writes,
  ),
  fact(
    'forms.post-read',
    ['doc', 'IFRM, SCHM'],
    'What was answered is what is read',
    async (site, see) => {
      const { body } = await fillable(site)
      const read = await now(site, pathIn(site, await filled(site)))
      for (const name of Object.keys(body)) if (name !== 'owner') see.equal(read[name], body[name], name)
      see.equal(read.owner?.id, body.owner, 'owner.id')
    },
    writes,
  ),
  fact(
    'forms.post-again',
    page,
    'A second POST for one owner fails',
    async (site, see) => {
      await filled(site)
      const { status } = await site.ask({ method: 'POST', path: '/forms', body: (await fillable(site)).body })
      see.that(status >= 400, `it is answered ${status}`)
    },
    writes,
  ),
  fact(
    'forms.put-again',
    page,
    'A PUT for one owner fills the form out anew',
    async (site, see) => {
      await filled(site)
      const { status } = await site.ask({ method: 'PUT', path: '/forms', body: (await fillable(site)).body })
      see.that(status < 300, `it is answered ${status}`)
    },
    writes,
  ),
  fact(
    'lists.create',
    ['infer', 'D12'],
    'An item is added to a list by POST: 201 and its address',
    async (site, see) => {
      const answer = await addItem(site)
      see.equal(answer.status, 201, 'the status')
      see.equal((await now(site, pathIn(site, answer))).value, 'icims-contracts', 'value')
    },
    { needs: 'admin' },
  ),
  fact(
    'lists.update',
    ['infer', 'D12'],
    'An item of a list is hidden by PATCH: 204',
    async (site, see) => {
      const path = pathIn(site, await addItem(site))
      see.equal((await site.ask({ method: 'PATCH', path, body: { hidden: true } })).status, 204, 'the status')
    },
    { needs: 'admin' },
  ),
]

function addItem(site: Site): Promise<Answer> {
  return site.once('an item', async () => {
    const path = '/v2/lists/lists.skills'
    return allowed(await site.ask({ method: 'POST', path, body: { value: 'icims-contracts' } }), 'change lists')
  })
}

/** A form of people that can be filled out without knowing choices, and what to send. */
async function fillable(site: Site): Promise<{ body: Json }> {
  const { forms } = (await site.get('/forms')).body
  for (const { type, formname } of forms) {
    if (type !== 'Person') continue
    const meta: Json = (await site.get(`/forms/${formname}/meta`)).body
    const required = Object.entries<Json>(meta).filter(([, question]) => question.required)
    if (!required.every(([, question]) => question.type in answers)) continue
    const sent = required.map(([id, question]) => [id, answers[question.type]])
    return { body: { formname, owner: idOf(await made(site, 'people')), ...Object.fromEntries(sent) } }
  }
  throw new NotTestableError('no form of people can be filled out without knowing its choices')
}

/** The answer to the first POST. */
function filled(site: Site): Promise<Answer> {
  return site.once('a form', async () => {
    const { body } = needed(await fillable(site), '')
    return allowed(await site.ask({ method: 'POST', path: '/forms', body }), 'fill out forms')
  })
}
