import type { SagaRow } from '../store/sagas.ts'
import type { UnfinishedAction } from './unfinished.ts'

const again = 'send the call again with another Idempotency-Key'

/** What a person should do about an action that is not done, in a sentence or two. */
export function adviseOn(
  { id, state, attempts, dueAt, journal }: SagaRow,
  { subject, step }: Pick<UnfinishedAction, 'subject' | 'step'>,
): string {
  if (state === 'OPEN') {
    return attempts === 0 ? 'Nothing: it is under way.' : `Nothing: it is tried again at ${dueAt}, while serve runs.`
  }
  const { person, workflow } = journal.steps
  const isKnown = step?.state !== 'unknown'
  const look = isKnown ? '' : `Look in iCIMS whether the step ${step?.name} was done. `
  if (workflow?.result !== undefined) {
    return `${look}Application ${workflow.result} is there and is not made again. Mend what iCIMS refused, and put what is missing, the CV say, on it.`
  }
  if (person?.result !== undefined) {
    const { id: personId } = person.result as { id: string }
    return `${look}Mend what iCIMS refused, and ${again}: where integrations reuse people, person ${personId} is taken. Otherwise delete that person in iCIMS first.`
  }
  if (person !== undefined && !isKnown) {
    return `Look in iCIMS for ${subject}, made with the external id ${id}. If there is none, ${again}.`
  }
  return `${look}Mend what iCIMS refused, and ${again}: it writes ${subject} in the same place.`
}
