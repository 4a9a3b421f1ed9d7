import { badRequest, errorCodes } from '../errors.ts'
import type { TenantConfig } from '../tenant/config.ts'
import { switchValue } from '../tenant/switches.ts'
import { docx, essenceOf } from './media-type.ts'
import type { Upload } from './upload.ts'
import { findZipProblem } from './zip.ts'

/**
 * Looks whether a file is what its type says, as far as its first bytes or its zip directory tell. A DOCX that would unpack
 * to too much is refused whatever the `unfitFile` switch says.
 *
 * @throws IcimsError 400 naming the field.
 */
export async function checkUpload(
  { type, bytes }: Upload,
  field: string,
  config: Pick<TenantConfig, 'switches'>,
): Promise<void> {
  const problem = await findProblem(essenceOf(type), bytes)
  if (problem === undefined) return
  if (problem.isUnfit && switchValue(config, 'unfitFile') === 'keep') return
  throw badRequest([{ code: errorCodes.badValue, field, message: problem.message }])
}

async function findProblem(
  type: string,
  bytes: Uint8Array,
): Promise<{ message: string; isUnfit: boolean } | undefined> {
  if (type === 'application/pdf' && !hasPdfHeader(bytes)) return { message: 'The file is no PDF.', isUnfit: true }
  if (type !== docx) return undefined
  const problem = await findZipProblem(bytes)
  if (problem === 'broken') return { message: 'The file is no DOCX.', isUnfit: true }
  if (problem === 'too-large') return { message: 'The file would unpack to more than is read.', isUnfit: false }
  return undefined
}

/** Readers take a header anywhere in the first 1,024 bytes (ISO 32000-1, implementation note 13 of PDF 1.7). */
function hasPdfHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')
}
