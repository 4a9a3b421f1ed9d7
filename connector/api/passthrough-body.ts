import type { z } from '@hono/zod-openapi'
import { maxFileSize } from '../actions/file.ts'
import { type FetchFile, FetchFileError } from '../outgoing/fetch-file.ts'
import { ForbiddenTargetError } from '../outgoing/guard.ts'
import { ApiError } from './errors.ts'
import type { passthroughBody } from './passthrough.ts'

type Asked = z.infer<typeof passthroughBody>
type Part = NonNullable<Asked['multipart_form_data']>[number]

/** The body of a call in the bytes that are sent, with the headers that go with it. */
export async function toOutgoingBody(
  { method, headers, data, multipart_form_data: parts }: Asked,
  fetchFile: FetchFile,
): Promise<{ body?: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  if (data === undefined && parts === undefined) return { headers: {} }
  if (data !== undefined && parts !== undefined) throw refused('Give data or multipart_form_data, not both.')
  if (method === 'GET') throw refused('method: a GET has no body. Leave out data and multipart_form_data.')
  if (parts !== undefined) {
    const form = new FormData()
    for (const part of parts) await appendPart(form, part, fetchFile)
    const written = new Response(form)
    const body = new Uint8Array(await written.arrayBuffer())
    return { body, headers: { 'content-type': written.headers.get('content-type')! } }
  }
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  if (typeof data === 'string')
    return { body: data, headers: hasType ? {} : { 'content-type': 'text/plain;charset=UTF-8' } }
  if (typeof data !== 'object') throw refused('data: it must be an object, a list or a text.')
  return { body: JSON.stringify(data), headers: hasType ? {} : { 'content-type': 'application/json' } }
}

async function appendPart(form: FormData, { name, value }: Part, fetchFile: FetchFile): Promise<void> {
  if (typeof value === 'string') {
    form.append(name, value)
    return
  }
  const { data, data_url: url, content_type: type } = value
  const at = `multipart_form_data.${name}`
  if ((data === undefined) === (url === undefined)) throw refused(`${at}: a file needs data or data_url, and not both.`)
  if (url !== undefined) {
    const fetched = await fetchFile(url, maxFileSize).catch((error: unknown) => {
      if (!(error instanceof FetchFileError || error instanceof ForbiddenTargetError)) throw error
      throw refused(`${at}.data_url: the file cannot be fetched: ${error.message}.`)
    })
    const bytes = new Uint8Array(fetched.bytes)
    form.append(name, new Blob([bytes], { type: type ?? fetched.type ?? 'application/octet-stream' }), value.name)
    return
  }
  if (type === undefined) throw refused(`${at}: data needs content_type.`)
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(data!)) {
    throw refused(`${at}: data is not base64.`)
  }
  form.append(name, new Blob([Buffer.from(data!, 'base64')], { type }), value.name)
}

function refused(message: string): ApiError {
  return new ApiError('PLATFORM.INPUT_INVALID', message)
}
