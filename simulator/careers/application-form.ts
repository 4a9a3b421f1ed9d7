import { readBytes } from '../body.ts'
import { badRequest, errorCodes, IcimsError, type Problem } from '../errors.ts'
import { checkUpload } from '../files/check-upload.ts'
import { essenceOf } from '../files/media-type.ts'
import { toUpload, type Upload } from '../files/upload.ts'
import type { Body } from '../profiles/write.ts'
import type { TenantConfig } from '../tenant/config.ts'

/** A question of the form. `name` is that of the part in the body. */
export type Question = {
  name: 'firstname' | 'lastname' | 'email' | 'phone' | 'city' | 'zip' | 'resume'
  label: string
  type: 'text' | 'email' | 'tel' | 'file'
  autocomplete: string
  required?: true
  max?: number
}

/** What a candidate is asked, in order. */
export const questions: readonly Question[] = [
  { name: 'firstname', label: 'First name', type: 'text', autocomplete: 'given-name', required: true, max: 64 },
  { name: 'lastname', label: 'Last name', type: 'text', autocomplete: 'family-name', required: true, max: 64 },
  { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email', required: true, max: 128 },
  { name: 'phone', label: 'Phone', type: 'tel', autocomplete: 'tel', max: 32 },
  { name: 'city', label: 'City', type: 'text', autocomplete: 'address-level2', max: 64 },
  { name: 'zip', label: 'ZIP code', type: 'text', autocomplete: 'postal-code', max: 16 },
  { name: 'resume', label: 'Résumé', type: 'file', autocomplete: 'off' },
]

/** What was filled in, by question, as text; a file has none. */
export type Answers = Readonly<Partial<Record<Question['name'], string>>>

/** A form that was sent, before anybody has looked whether it fits. */
export type SentForm = { answers: Answers; file: File | undefined }

/** Types a résumé may have: those a client met (C4), as files on a portal. */
const resumeTypes = new Set([
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/rtf',
  'application/rtf',
  'text/plain',
])

/**
 * Reads the body of a form.
 *
 * @throws IcimsError 413 beyond the cap, 400 for one that is broken, 415 for one that is no form.
 */
export async function readSentForm(request: Request, limit: number): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!['multipart/form-data', 'application/x-www-form-urlencoded'].includes(essenceOf(type))) {
    throw new IcimsError(415, [{ code: errorCodes.mediaType, message: 'This page takes a form.' }])
  }
  const bytes = await readBytes(request, limit)
  let parts: FormData
  try {
    parts = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new IcimsError(400, [{ code: errorCodes.malformed, message: 'The form did not arrive whole.' }])
  }
  const text = (name: string): [string, string] | undefined => {
    const value = parts.get(name)
    return typeof value === 'string' && value.trim() !== '' ? [name, value.trim().toWellFormed()] : undefined
  }
  const file = parts.get('resume')
  return {
    answers: Object.fromEntries(questions.flatMap(({ name }) => [text(name)].filter((pair) => pair !== undefined))),
    // A browser sends an empty file without a name where none was chosen.
    file: file instanceof File && file.name !== '' ? file : undefined,
  }
}

/**
 * What a form says of a candidate, in the form the API takes, and the résumé.
 *
 * @throws IcimsError 400 naming each question whose answer does not fit.
 */
export async function decodeForm(
  { answers, file }: SentForm,
  config: TenantConfig,
): Promise<{ candidate: Body & { email: string }; resume?: Upload }> {
  const { firstname, lastname, email, phone, city, zip } = answers
  const problems: Problem[] = questions.flatMap(({ name, label, required, max = Number.POSITIVE_INFINITY }) => {
    const length = answers[name]?.length ?? 0
    if (required && length === 0) return [problem(name, `${label} is missing.`)]
    return length > max ? [problem(name, `${label} is longer than ${max} characters.`)] : []
  })
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email))
    problems.push(problem('email', 'This is no e-mail address.'))
  if (problems.length > 0) throw badRequest(problems)
  const address = { ...(city && { addresscity: city }), ...(zip && { addresszip: zip }) }
  const candidate = {
    firstname,
    lastname,
    email: email!,
    ...(phone && { phones: [{ phonetype: { id: 'D83004' }, phonenumber: phone }] }),
    ...(Object.keys(address).length > 0 && { addresses: [{ addresstype: { id: 'D84002' }, ...address }] }),
  }
  if (file === undefined) return { candidate }
  const resume = toUpload(file.name, file.type, new Uint8Array(await file.arrayBuffer()))
  if (!resumeTypes.has(essenceOf(resume.type))) {
    throw badRequest([problem('resume', 'A résumé is a PDF, a Word document, RTF or plain text.')])
  }
  await checkUpload(resume, 'resume', config)
  return { candidate, resume }
}

function problem(field: string, message: string): Problem {
  return { code: errorCodes.badValue, field, message }
}
