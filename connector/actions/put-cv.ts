import type { Working } from './action.ts'
import type { PreparedFile } from './file.ts'

/** Puts a CV in the place of the one a person may have. Doing it again changes nothing. */
export async function putCv(personId: string, { name, type, data }: PreparedFile, working: Working): Promise<void> {
  const { saga, client } = working
  await saga.step('resume', async () => {
    const file = { filename: name, type, bytes: Buffer.from(data, 'base64') }
    const { warnings } = await client.putResume(personId, file)
    if (warnings !== null) saga.warn(`iCIMS warns: ${warnings}`)
    return true
  })
  saga.wrote(`The CV of person ${personId} was put.`)
}
