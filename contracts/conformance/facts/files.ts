import { type Fact, fact } from '../fact.ts'
import { oneOf, sampleOf } from '../samples.ts'
import type { Site } from '../site.ts'
import { needed } from '../witness.ts'

const page = ['doc', 'D8'] as const
const noResume = 'nobody in the sample has a résumé'

/** Files and their text, as they are read: D8, C4. */
export const fileFacts: readonly Fact[] = [
  fact('files.bytes', page, 'A résumé is answered as its bytes, under its own type', async (site, see) => {
    const { status, headers, bytes } = await site.get(await resume(site, 'binary'))
    see.equal(status, 200, 'the status')
    see.that(bytes.length > 0, 'it is empty')
    see.that(!/json/i.test(headers.get('content-type') ?? 'json'), `Content-Type is ${headers.get('content-type')}`)
  }),
  fact('files.text', page, 'The text of a résumé is answered as text/plain in UTF-8', async (site, see) => {
    const { status, headers, text } = await site.get(await resume(site, 'text'))
    see.equal(status, 200, 'the status')
    see.fits(headers.get('content-type'), /^text\/plain; ?charset=utf-8$/i, 'Content-Type')
    see.that(text.trim() !== '', 'it is empty')
  }),
  fact('files.text-name', page, 'The text of a file has its name and .txt', async (site, see) => {
    const { headers } = await site.get(await resume(site, 'text'))
    see.fits(headers.get('content-disposition'), /filename\*?=.*\.txt/i, 'Content-Disposition')
  }),
  fact('files.none', ['client', 'C4'], 'Where there is no résumé, JSON is answered', async (site, see) => {
    const { headers } = await site.get(`/people/${await without(site)}/fields/resume/binary`)
    see.fits(headers.get('content-type'), /^application\/json/, 'Content-Type')
  }),
  fact('files.none-status', ['infer', 'C4, D8'], 'A résumé that is not there is answered 404', async (site, see) => {
    see.equal((await site.get(`/people/${await without(site)}/fields/resume/binary`)).status, 404, 'the status')
  }),
  fact('files.no-text', page, 'The text of a file that is not there is answered 404', async (site, see) => {
    see.equal((await site.get(`/people/${await without(site)}/fields/resume/text`)).status, 404, 'the status')
  }),
  fact('files.no-file', page, 'A field that is no file has no bytes', async (site, see) => {
    const { id } = await oneOf(site, 'people')
    const { status } = await site.get(`/people/${id}/fields/lastname/binary`)
    see.that(status >= 400, `it is answered ${status}`)
  }),
]

/** The address of somebody's résumé. */
async function resume(site: Site, form: 'binary' | 'text'): Promise<string> {
  const { body } = await oneOf(site, 'people', (one) => one.resume, noResume)
  return site.pathOf(body.resume.file).replace(/binary$/, form)
}

async function without(site: Site): Promise<number> {
  const people = await sampleOf(site, 'people')
  return needed(
    people.find(({ body }) => !body.resume),
    'everybody in the sample has a résumé',
  ).id
}
