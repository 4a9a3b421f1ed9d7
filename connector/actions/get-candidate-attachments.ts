import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Action } from '../coverage/coverage.ts'
import type { IcimsClient } from '../icims/client.ts'
import { decodeText, isObject } from '../icims/decode.ts'
import type { IcimsFileStream } from '../icims/open-file.ts'
import { doc } from '../models/model.ts'
import { toUnifiedId } from '../store/id.ts'
import { getIntegration, type Integration } from '../store/integration.ts'
import { ensureSecret } from '../store/secrets.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { type LinkedFile, linkTime, readLink, signLink } from './attachment-link.ts'
import { toActionError } from './errors.ts'
import { checkMay } from './perform.ts'
import { resolveRow } from './resolve.ts'
import { typeByName } from './type-by-name.ts'

/** Shows the CV of a candidate, and hands it out by a link of ours. */
export const getCandidateAttachments: Action = {
  id: 'ats_get_candidate_attachments',
  label: 'Get candidate attachments',
  fields: { candidate_id: doc('the person (D8)') },
}

/** An attachment as the unified API has it. */
export type Attachment = {
  id: string
  application_id: null
  candidate_id: string
  type: 'CV'
  remote_id: string
  data_url: string
  file_name: string
  content_type: string
  remote_created_at: null
  remote_updated_at: null
}

/** Reads attachments. */
export type Attachments = {
  /**
   * @param linkTo the address of the file that a token stands for.
   * @throws ActionError
   */
  list(integration: Integration, candidateId: string, linkTo: (token: string) => string): Promise<Attachment[]>
  /** The file that a token stands for; undefined when it stands for none any more. @throws ActionError */
  open(token: string): Promise<{ file: LinkedFile; stream: IcimsFileStream } | undefined>
}

export function createAttachments(options: {
  store: Store
  vault: Vault
  clock: Clock
  client(integration: Integration): Promise<IcimsClient>
}): Attachments {
  const { store, vault, clock, client } = options
  const linkKey = (): Promise<string> =>
    ensureSecret(store, vault, 'attachment-links', () => randomBytes(32).toString('base64url'))
  return {
    async list(integration, candidateId, linkTo) {
      checkMay(getCandidateAttachments, integration)
      const personId = await resolveRow({ store, integration }, 'ats_candidates', candidateId, 'candidate_id')
      const iCims = await client(integration)
      const { raw } = await iCims.getPerson(personId, ['resume']).catch(fail)
      if (!isObject(raw.resume)) return []
      const name = decodeText(raw.resume, 'filename') ?? 'resume'
      const expires = new Date(clock.now().getTime() + linkTime).toISOString()
      const token = signLink({ integrationId: integration.id, personId, name, expires }, await linkKey())
      return [
        {
          id: toUnifiedId(integration.id, `person ${personId} resume`),
          application_id: null,
          candidate_id: candidateId,
          type: 'CV',
          remote_id: `${personId}/resume`,
          data_url: linkTo(token),
          file_name: name,
          content_type: typeByName(name),
          remote_created_at: null,
          remote_updated_at: null,
        },
      ]
    },
    async open(token) {
      const file = readLink(token, await linkKey(), clock.now())
      const integration = file === undefined ? undefined : await getIntegration(store, file.integrationId)
      if (file === undefined || integration === undefined) return undefined
      checkMay(getCandidateAttachments, integration)
      const stream = await (await client(integration)).openResume(file.personId).catch(fail)
      return { file, stream }
    },
  }
}

function fail(error: unknown): never {
  throw toActionError(error) ?? error
}
