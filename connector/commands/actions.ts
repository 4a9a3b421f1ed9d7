import type { UnfinishedAction } from '../index.ts'
import { chooseIntegration, openExisting } from './open-connector.ts'
import type { CommonFlags } from './options.ts'
import { moment, print } from './print.ts'

/** What `actions` takes. */
export type ActionsFlags = CommonFlags & { open?: true; reported?: true; limit: number }

/** `icims-connector actions`: the actions that are not done, of one integration or of all, and what to do about them. */
export async function actions(word: string | undefined, flags: ActionsFlags): Promise<void> {
  await using connector = await openExisting(flags)
  const chosen = word === undefined ? {} : { integrationId: (await chooseIntegration(connector, word)).id }
  const found = await connector.actions.unfinished({
    ...chosen,
    ...(flags.open && { state: 'OPEN' }),
    ...(flags.reported && { state: 'REPORTED' }),
    limit: flags.limit,
  })
  print(flags.json, found, () =>
    found.length === 0 ? 'There is no action like that.\n' : found.map(describe).join('\n'),
  )
}

function describe(one: UnfinishedAction): string {
  const { createdAt, label, integrationId, state, subject, step, wrote, why, advice, id } = one
  const lines = [
    `${moment(createdAt)}  ${state.toLowerCase()}  ${label}: ${subject}`,
    `  integration  ${integrationId}`,
    `  action       ${id}`,
    `  step         ${step === null ? 'none yet' : `${step.name}, ${step.state}`}`,
    `  in iCIMS     ${wrote.length === 0 ? 'nothing for sure' : wrote.join(' ')}`,
    ...(why === '' ? [] : [`  why          ${why}`]),
    `  to do        ${advice}`,
  ]
  return `${lines.join('\n')}\n`
}
