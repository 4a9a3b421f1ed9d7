import { notFound } from '../errors.ts'
import type { Answer, Exchange, Handlers } from '../exchange.ts'
import { checkUpload } from '../files/check-upload.ts'
import { fileBytes } from '../files/file-bytes.ts'
import { type FilePlace, nameOf, readFile } from '../files/file-field.ts'
import { writeDisposition } from '../files/file-name.ts'
import { extractText } from '../files/text/extract-text.ts'
import { readUpload, type Upload } from '../files/upload.ts'
import { createFileEntry, putFile, removeFile } from '../files/write-file.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'
import { apiActor, entryOf, pathId } from './profile-handlers.ts'

/**
 * The files of one type of profile: in its fields, and in the groups of its collections (D8, D9).
 *
 * @param name the type as operationIds have it: `Person` in `getPersonBinary`.
 */
export function fileHandlers(type: ProfileType, name: string): Handlers {
  const { label, path } = profileTypes[type]
  const inField = (exchange: Exchange): FilePlace => {
    return { type, id: pathId(exchange, 'id', label), field: exchange.params.field! }
  }
  const inGroup = (exchange: Exchange): FilePlace => {
    return { ...inField(exchange), group: { entry: entryOf(exchange), child: exchange.params.child! } }
  }
  return {
    [`get${name}Binary`]: (exchange) => read(exchange, inField(exchange)),
    [`update${name}Binary`]: (exchange) => update(exchange, inField(exchange)),
    [`delete${name}Binary`]: (exchange) => remove(exchange, inField(exchange)),
    [`get${name}Text`]: (exchange) => readText(exchange, inField(exchange)),
    [`get${name}EntryBinary`]: (exchange) => read(exchange, inGroup(exchange)),
    [`update${name}EntryBinary`]: (exchange) => update(exchange, inGroup(exchange)),
    [`delete${name}EntryBinary`]: (exchange) => remove(exchange, inGroup(exchange)),
    [`get${name}EntryText`]: (exchange) => readText(exchange, inGroup(exchange)),
    // The group in the address is not read: the new one gets an id of its own.
    [`create${name}EntryBinary`]: async (exchange) => {
      const { id, field } = inField(exchange)
      const child = exchange.params.child!
      const upload = await uploadOf(exchange, child)
      const entry = createFileEntry(exchange.tenant, type, id, { field, child }, upload, apiActor(exchange))
      return { status: 201, location: `${exchange.base}/${path}/${id}/fields/${field}/${entry}` }
    },
  }
}

async function read({ tenant, access }: Exchange, place: FilePlace): Promise<Answer> {
  const file = readFile(tenant, place, access)
  const headers = { 'content-type': file.type, 'content-disposition': writeDisposition(file.filename) }
  return { status: 200, bytes: await fileBytes(tenant, place.id, file), headers }
}

async function readText({ tenant, access }: Exchange, place: FilePlace): Promise<Answer> {
  const file = readFile(tenant, place, access)
  const text = await extractText(file.type, await fileBytes(tenant, place.id, file))
  if (text === undefined) throw notFound('Text')
  const headers = {
    'content-type': 'text/plain;charset=UTF-8',
    'content-disposition': writeDisposition(`${file.filename}.txt`),
  }
  return { status: 200, bytes: Buffer.from(text), headers }
}

async function update(exchange: Exchange, place: FilePlace): Promise<Answer> {
  const upload = await uploadOf(exchange, nameOf(place))
  putFile(exchange.tenant, place, upload, apiActor(exchange))
  return { status: 204, location: addressOf(exchange, place) }
}

function remove(exchange: Exchange, place: FilePlace): Answer {
  removeFile(exchange.tenant, place, apiActor(exchange))
  return { status: 204 }
}

async function uploadOf({ body, headers, tenant }: Exchange, field: string): Promise<Upload> {
  const upload = await readUpload(body as Uint8Array, headers)
  await checkUpload(upload, field, tenant.config)
  return upload
}

function addressOf({ base }: Exchange, { type, id, field, group }: FilePlace): string {
  const inside = group === undefined ? '' : `/${group.entry}/fields/${group.child}`
  return `${base}/${profileTypes[type].path}/${id}/fields/${field}${inside}/binary`
}
