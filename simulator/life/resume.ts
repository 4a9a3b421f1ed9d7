import { paperRtf } from '../files/paper/paper-rtf.ts'
import { type ResumeContent, resumeContent } from '../files/resume/resume-content.ts'
import type { Upload } from '../files/upload.ts'
import { putFile } from '../files/write-file.ts'
import type { Random } from '../seed/random.ts'
import type { ProfileData } from '../store/store.ts'
import { actor, type Life } from './life-context.ts'
import { personName } from './names.ts'
import { isoDay } from './offer.ts'
import { pickPerson } from './people.ts'

/** A résumé, as the profile is now; its bytes stay, whatever becomes of the profile. */
export function makeResume({ context }: Life, person: ProfileData, version = ''): Upload {
  const content = resumeContent(person, context.lists)
  const text = paperRtf({ title: content.name, made: 0, blocks: [...blocks(content)] })
  const filename = `${`${person.firstname} ${person.lastname}`.replaceAll(/\s+/g, '_')}_Resume${version}.rtf`
  return { filename, type: 'text/rtf', bytes: new TextEncoder().encode(text) }
}

/** The field of somebody who hands in a résumé with an application. */
export function resumeField(life: Life, person: ProfileData): ProfileData {
  const { filename, type, bytes } = makeResume(life, person)
  return { resume: { filename, type, blob: life.context.store.keepBlob(bytes) } }
}

function* blocks({ title, contacts, summary, jobs, schools, skills, licenses }: ResumeContent) {
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text })
  const heading = (text: string) => ({ kind: 'heading' as const, text })
  yield* [title, contacts.join(' | '), summary].filter((text) => text !== '').map(paragraph)
  if (jobs.length > 0) yield heading('Experience')
  for (const job of jobs) yield paragraph(`${job.title}, ${job.employer}, ${job.dates}. ${job.points.join(' ')}`)
  if (schools.length > 0) yield heading('Education')
  for (const { school, degree, date } of schools) yield paragraph([degree, school, date].filter(Boolean).join(', '))
  const known = [...skills, ...licenses]
  if (known.length > 0) yield heading('Skills')
  if (known.length > 0) yield paragraph(known.join(', '))
}

/** Somebody sends a new résumé. */
export function sendResume(life: Life, random: Random): void {
  const id = pickPerson(life, random)
  if (id === undefined) return
  const month = isoDay(life.calendar.dayOf(life.now())).slice(0, 7)
  const upload = makeResume(life, life.context.store.get('person', id)!, `_${month}`)
  putFile(life.context, { type: 'person', id, field: 'resume' }, upload, actor(id))
  life.tell('resume', `${personName(life, id)} sent a new résumé`, { person: id })
}
