import { z } from '@hono/zod-openapi'
import { decodeGroups, decodeId, decodeText, type Json } from '../icims/decode.ts'
import { RefusedError } from '../icims/errors.ts'
import { extraFields } from '../models/field-source.ts'
import { client, doc, infer } from '../models/model.ts'
import { defineAction, type Working } from './action.ts'
import { text, webAddress } from './applicant.ts'
import { storeReadBack } from './read-back.ts'
import { resolveRow } from './resolve.ts'
import { toCustomFields } from './result-fields.ts'

const collection = 'assessmentresults'
/** Characters of a result that iCIMS takes (D18). */
const longestLabel = 128

/** Writes a link to a result as an assessment result of the workflow; the same link again updates what is there. */
export const addApplicationResultLink = defineAction({
  id: 'ats_add_application_result_link',
  label: 'Add result link to application',
  fields: {
    application_id: doc('the applicantworkflow (D18)'),
    label: doc('assessmentresult of an entry of assessmentresults (D18)', 'Cut to 128 characters.'),
    url: client('assessmenturl of an entry of assessmentresults (C6, C9)'),
    'details.custom_field_name_prefix': infer('fields of the workflow that the integration names'),
    'details.attributes.key': infer('fields of the workflow that the integration names'),
    'details.attributes.value': infer('fields of the workflow that the integration names'),
    'remote_fields.icims.assessment_package_id': client('assessmentname of an entry of assessmentresults (C9)'),
  },
  body: z.object({
    application_id: z.string().min(1),
    label: text,
    url: webAddress,
    details: z
      .object({ custom_field_name_prefix: z.string(), attributes: z.array(z.object({ key: text, value: z.string() })) })
      .nullish(),
    remote_fields: z.object({ icims: z.object({ assessment_package_id: text.nullish() }).nullish() }).nullish(),
  }),
  repeats: 'same key',
  async prepare({ application_id, label, url, details, remote_fields }, preparing) {
    const { assessmentPackage, resultFields } = preparing.integration.settings.actions
    const { fields, warnings } = toCustomFields(details, resultFields)
    const shown = label.slice(0, longestLabel).replace(/[\ud800-\udbff]$/, '')
    return {
      workflowId: await resolveRow(preparing, 'ats_applications', application_id, 'application_id'),
      url,
      label: shown,
      package: remote_fields?.icims?.assessment_package_id ?? assessmentPackage,
      fields,
      warnings:
        shown === label ? warnings : [`label: iCIMS takes ${longestLabel} characters, so it was cut.`, ...warnings],
    }
  },
  subject: ({ workflowId }) => `application ${workflowId}`,
  async run(input, working) {
    const { client, integration, saga, clock } = working
    const { workflowId } = input
    for (const warning of input.warnings) saga.warn(warning)
    const more = [...extraFields(integration.settings).applicantworkflow, collection]
    await writeEntry(input, (await client.getApplicantWorkflow(workflowId, more)).raw, working)
    if (Object.keys(input.fields).length > 0) await writeFields(workflowId, input.fields, working)
    const workflow = await client.getApplicantWorkflow(workflowId, more)
    return async (store) => {
      await storeReadBack(store, integration, { workflow }, clock.now().toISOString())
      return {}
    }
  },
})

type ResultLink = { workflowId: string; url: string; label: string; package: string | null }

/** Into the entry that has the link already, or into a new one: whatever an earlier try did, there is one in the end. */
async function writeEntry(input: ResultLink, before: Json, { saga, client }: Working): Promise<void> {
  const { workflowId, url, label, package: name } = input
  const known = decodeGroups(before, collection).find((entry) => decodeText(entry, 'assessmenturl') === url)
  const entry = known === undefined ? undefined : decodeId(known, 'entry')
  const values = {
    assessmenturl: url,
    assessmentresult: label,
    ...(name !== null && { assessmentname: /^[CD]\d+$/.test(name) ? { id: name } : { value: name } }),
  }
  await saga.step('entry', async () => {
    const { warnings } =
      entry === undefined
        ? await client.createApplicantWorkflowEntry(workflowId, collection, values)
        : await client.updateApplicantWorkflowEntry(workflowId, collection, entry, values)
    if (warnings !== null) saga.warn(`iCIMS warns: ${warnings}`)
    return true
  })
  saga.wrote(`The link was written to application ${workflowId}.`)
}

/** What iCIMS does not take of them is told: the link is there. */
async function writeFields(
  workflowId: string,
  fields: Readonly<Record<string, string>>,
  { saga, client }: Working,
): Promise<void> {
  try {
    await saga.step('fields', async () => {
      const { warnings } = await client.updateApplicantWorkflow(workflowId, fields)
      if (warnings !== null) saga.warn(`iCIMS warns: ${warnings}`)
      return true
    })
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    saga.warn(`details: iCIMS did not take ${Object.keys(fields).join(', ')}: ${error.message}`)
    saga.settle('fields', false)
  }
}
