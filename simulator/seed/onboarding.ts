import { day } from './calendar.ts'
import type { Story } from './story.ts'

const categories = [
  ['Clinical New Hires', 'Welcome to the care team'],
  ['Corporate New Hires', 'Welcome to the team'],
] as const
/** Lines of work whose new hires are clinical. */
export const clinical = new Set(['nursing', 'clinical support', 'pharmacy'])

/** Puts down the new hire categories, owned by the second user: the one who administers. */
export function seedNewHireCategories(story: Story, owner: number | undefined): void {
  for (const [i, [title, externaltitle]] of categories.entries()) {
    const created = story.end - (900 + i) * day
    story.put('newhirecategory', i + 1, {
      title,
      externaltitle,
      folder: 'D37002022001',
      ...(owner !== undefined && { owner }),
      createddate: created,
      updateddate: created,
    })
  }
}

/** How many categories there are. */
export const categoryCount = categories.length

/** Onboards somebody who was hired: done once the first day, two weeks on, is past. */
export function onboard(story: Story, id: number, person: number, job: number, hired: number, family: string): void {
  const started = hired + day / 24
  const isDone = hired + 14 * day < story.end
  const updated = isDone ? hired + 14 * day : started
  const move = (status: string, updateddate: number) => ({ status, updateddate, updatedby: null })
  const log = [move('D37002023001', started)]
  if (isDone) log.unshift(move('D37002023004', updated))
  story.put('onboardworkflow', id, {
    baseprofile: clinical.has(family) ? 1 : 2,
    associatedprofile: person,
    status: log[0]!.status,
    job,
    createddate: started,
    updateddate: updated,
    submittalstatuslog: log,
  })
}
