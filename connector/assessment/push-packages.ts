import type { IcimsClient } from '../icims/client.ts'
import { FatalError, RecordError, RefusedError, RetriableError } from '../icims/errors.ts'
import type { Integration } from '../store/integration.ts'

/**
 * Brings both lists of iCIMS in line with the packages, by their names: what is missing is added, what is hidden shown, what is
 * not offered any more hidden. Jobs and results each have a list of their own
 * (https://developer-community.icims.com/applications/applicant-tracking/ats-data-models/recruiting-workflow).
 *
 * @param offered names of all packages. @param gone names of those that were taken away.
 * @returns what could not be done, in words.
 */
export async function pushPackages(
  client: IcimsClient,
  { settings }: Integration,
  { offered, gone }: { offered: readonly string[]; gone: readonly string[] },
): Promise<string[]> {
  const warnings: string[] = []
  for (const name of ['jobList', 'resultList'] as const) {
    const list = settings.assessment[name]
    if (list === null) {
      warnings.push(`The settings of this integration name no list (assessment.${name}): add the packages in iCIMS.`)
      continue
    }
    try {
      await pushList(client, list, offered, gone)
    } catch (error) {
      const isKnown = [FatalError, RecordError, RefusedError, RetriableError].some((known) => error instanceof known)
      if (!isKnown) throw error
      warnings.push(`The list ${list} of iCIMS was not changed: ${(error as Error).message}`)
    }
  }
  return warnings
}

async function pushList(
  client: IcimsClient,
  list: string,
  offered: readonly string[],
  gone: readonly string[],
): Promise<void> {
  const items = await client.getListItems(list)
  for (const name of offered) {
    const known = items.find(({ value }) => value === name)
    if (known === undefined) await client.createListItem(list, { value: name })
    else if (known.isHidden) await client.updateListItem(known.id, { hidden: false })
  }
  for (const { id, value, isHidden } of items) {
    if (gone.includes(value) && !isHidden) await client.updateListItem(id, { hidden: true })
  }
}
