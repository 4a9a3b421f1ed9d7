import { paperRtf } from '../files/paper/paper-rtf.ts'
import { type ResumeContent, resumeContent } from '../files/resume/resume-content.ts'
import { putFile } from '../files/write-file.ts'
import type { Random } from '../seed/random.ts'
import { actor, type Life } from './life-context.ts'
import { personName } from './names.ts'
import { isoDay } from './offer.ts'
import { pickPerson } from './people.ts'

/** Puts a résumé, as the profile is now, on the person's profile; its bytes stay, whatever becomes of the profile. */
export function writeResume({ context }: Life, id: number, version = ''): void {
  const person = context.store.get('person', id)!
  const content = resumeContent(person, context.lists)
  const text = paperRtf({ title: content.name, made: 0, blocks: [...blocks(content)] })
  const filename = `${`${person.firstname} ${person.lastname}`.replaceAll(/\s+/g, '_')}_Resume${version}.rtf`
  const upload = { filename, type: 'text/rtf', bytes: new TextEncoder().encode(text) }
  putFile(context, { type: 'person', id, field: 'resume' }, upload, actor(id))
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
  writeResume(life, id, `_${isoDay(life.calendar.dayOf(life.now())).slice(0, 7)}`)
  life.tell('resume', `${personName(life, id)} sent a new résumé`, { person: id })
}
