import { callControl } from './remote.ts'
import type { ApplyFlags } from './simulating.ts'
import { say } from './steer.ts'
import type { SteerFlags } from './steering.ts'

/** `icims-simulator simulate apply 12`. */
export async function apply(job: number, flags: ApplyFlags): Promise<void> {
  const { person, firstname, lastname, source } = flags
  const named = { ...(firstname !== undefined && { firstname }), ...(lastname !== undefined && { lastname }) }
  const answer = await callControl(flags, 'POST', '/apply', {
    job,
    ...(person !== undefined && { person }),
    ...(Object.keys(named).length > 0 && { candidate: named }),
    ...(source !== undefined && { source }),
  })
  const inWords = (made: { person: number; workflow: number }) =>
    `The person ${made.person} applied for the job ${job}: workflow ${made.workflow}.`
  say(flags, answer as { person: number; workflow: number }, inWords)
}

/** `icims-simulator simulate advance 10001`. */
export async function advance(workflow: number, flags: SteerFlags): Promise<void> {
  const answer = (await callControl(flags, 'POST', '/advance-candidate', { workflow })) as { status: string }
  say(flags, answer, ({ status }) => `The workflow ${workflow} is in ${status} now.`)
}

/** `icims-simulator simulate move 10001 "Phone Screen"`. */
export async function move(workflow: number, status: string, flags: SteerFlags): Promise<void> {
  const answer = await callControl(flags, 'POST', '/move-candidate', { workflow, status })
  say(flags, answer, () => `The workflow ${workflow} is in ${status} now.`)
}

/** `icims-simulator simulate post 12`. */
export async function post(job: number, portal: string | undefined, flags: SteerFlags): Promise<void> {
  const answer = await callControl(flags, 'POST', '/post-job', { job, ...(portal !== undefined && { portal }) })
  say(flags, answer, () => `The job ${job} is up.`)
}

/** `icims-simulator simulate merge 5 9`. */
export async function merge(primary: number, discarded: number, flags: SteerFlags): Promise<void> {
  const answer = (await callControl(flags, 'POST', '/merge', { primary, discarded })) as { moved: number[] }
  say(flags, answer, ({ moved }) => {
    const workflows = moved.length === 1 ? '1 workflow' : `${moved.length} workflows`
    return `The person ${discarded} is merged into ${primary}; ${workflows} went over.`
  })
}
