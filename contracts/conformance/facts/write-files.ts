import { type Fact, fact } from '../fact.ts'
import type { Answer, Site } from '../site.ts'
import { needed } from '../witness.ts'
import { allowed, another, now } from './made.ts'

const page = ['doc', 'D8'] as const
const writes = { needs: 'write' } as const
const text = 'Conformance check: a résumé of nobody.\n'

/** Files are put, read and refused: D8, C2. */
export const writeFileFacts: readonly Fact[] = [
  fact(
    'files.put',
    page,
    'PATCH of a résumé as a form is answered 204',
    async (site, see) => {
      see.equal((await put(site)).answer.status, 204, 'the status')
    },
    writes,
  ),
  fact(
    'files.put-read',
    page,
    'A file that was put is answered byte for byte, under its own type',
    async (site, see) => {
      const { path } = await put(site)
      const { text: read, headers } = await site.ask({ method: 'GET', path: `${path}/fields/resume/binary` })
      see.equal(read, text, 'the bytes')
      see.fits(headers.get('content-type'), /^text\/plain/, 'Content-Type')
    },
    writes,
  ),
  fact(
    'files.put-name',
    page,
    'A file keeps its name',
    async (site, see) => {
      const { path } = await put(site)
      const { headers } = await site.ask({ method: 'GET', path: `${path}/fields/resume/binary` })
      see.fits(headers.get('content-disposition'), /resume\.txt/, 'Content-Disposition')
    },
    writes,
  ),
  fact(
    'files.put-shown',
    ['client', 'C2'],
    'The person then shows the address of the file',
    async (site, see) => {
      const { path } = await put(site)
      const { resume } = await now(site, path, 'resume')
      see.equal(site.pathOf(resume?.file), `${path}/fields/resume/binary`, 'resume.file')
    },
    writes,
  ),
  fact(
    'files.put-text',
    page,
    'The text of a file that was put is answered',
    async (site, see) => {
      const { path } = await put(site)
      const { text: read } = await site.ask({ method: 'GET', path: `${path}/fields/resume/text` })
      see.equal(read.trim(), text.trim(), 'the text')
    },
    writes,
  ),
  fact(
    'files.put-bytes',
    page,
    'PATCH of a résumé as bare bytes is answered 204',
    async (site, see) => {
      const headers = { 'content-type': 'text/plain', 'content-disposition': 'attachment;filename="resume.txt"' }
      const path = `${await another(site, 'people')}/fields/resume/binary`
      see.equal(
        allowed(await site.ask({ method: 'PATCH', path, body: text, headers }), 'put files').status,
        204,
        'the status',
      )
    },
    writes,
  ),
  fact(
    'files.no-post',
    page,
    'A file is not put by POST',
    async (site, see) => {
      const path = `${await another(site, 'people')}/fields/resume/binary`
      const { status } = await site.ask({ method: 'POST', path, ...form() })
      see.that(status >= 400, `it is answered ${status}`)
    },
    writes,
  ),
  fact(
    'files.no-delete',
    page,
    'A résumé cannot be deleted',
    async (site, see) => {
      const { path } = await put(site)
      const { status } = await site.ask({ method: 'DELETE', path: `${path}/fields/resume/binary` })
      see.that(status >= 400, `it is answered ${status}`)
      see.equal(
        (await site.ask({ method: 'GET', path: `${path}/fields/resume/binary` })).status,
        200,
        'the status of a GET',
      )
    },
    writes,
  ),
  fact(
    'files.delete',
    page,
    'A file that is no résumé is deleted with 204, and is then not there',
    async (site, see) => {
      const { properties } = (await site.get('/profiledefinitions/v1/person/schema')).body
      const isOther = (name: string): boolean => name !== 'resume' && 'file' in (properties[name].properties ?? {})
      const field = needed(Object.keys(properties ?? {}).find(isOther), 'people have no other file')
      const path = `${await another(site, 'people')}/fields/${field}/binary`
      allowed(await site.ask({ method: 'PATCH', path, ...form() }), 'put files')
      see.equal((await site.ask({ method: 'DELETE', path })).status, 204, 'the status')
      const { headers } = await site.ask({ method: 'GET', path })
      see.fits(headers.get('content-type'), /json/, 'Content-Type afterwards')
    },
    writes,
  ),
  fact(
    'files.unfit',
    ['infer', 'D8'],
    'A PDF that is none is refused',
    async (site, see) => {
      const path = `${await another(site, 'people')}/fields/resume/binary`
      const { status } = await site.ask({ method: 'PATCH', path, ...form('resume.pdf', 'application/pdf') })
      see.that(status >= 400 && status < 500, `it is answered ${status}`)
    },
    { ...writes, switch: 'unfitFile' },
  ),
]

/** A form with one file, as the page has it. */
function form(name = 'resume.txt', type = 'text/plain') {
  const boundary = 'icims-contracts-boundary'
  const head = `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-disposition': `attachment;filename="${name}"`,
  }
  return { body: `--${boundary}\r\n${head}${text}\r\n--${boundary}--\r\n`, headers }
}

/** A person of the run's own with a résumé. */
function put(site: Site): Promise<{ path: string; answer: Answer }> {
  return site.once('a résumé', async () => {
    const path = await another(site, 'people')
    const answer = await site.ask({ method: 'PATCH', path: `${path}/fields/resume/binary`, ...form() })
    return { path, answer: allowed(answer, 'put files') }
  })
}
