import { day } from './calendar.ts'
import { career } from './career.ts'
import { families } from './data/families.ts'
import { personBasics } from './person.ts'
import type { Story } from './story.ts'

/** The platform's users as the jobs need them: person ids by what they do. */
export type Users = { recruiters: number[]; managers: Map<string, number[]> }

/** Writes the first people of the tenant: those who sign in. A quarter recruit, most of the others hire. */
export function seedUsers(story: Story, count: number): Users {
  const users: Users = { recruiters: [], managers: new Map() }
  for (let id = 1; id <= count; id++) {
    const random = story.random('user', id)
    const isRecruiter = id % 4 === 1
    const family = isRecruiter ? families.find(({ name }) => name === 'people')! : families[id % families.length]!
    const group = isRecruiter ? 'Recruiter' : id === 2 ? 'User Admin' : id % 11 === 0 ? 'Onboarding' : 'Hiring Manager'
    const hasLeft = !isRecruiter && id > 8 && random.chance(0.08)
    const created = story.end - random.int(700, 2_000) * day
    const basics = personBasics(story, random, id)
    if (isRecruiter) users.recruiters.push(id)
    if (group === 'Hiring Manager' && !hasLeft) {
      users.managers.set(family.name, [...(users.managers.get(family.name) ?? []), id])
    }
    story.put('person', id, {
      ...basics,
      ...career(story, random, family, isRecruiter ? 1 : family.ladder.length - 1),
      folder: hasLeft ? 'D32012' : 'D32011',
      login: String(basics.email).split('@')[0]!,
      logingroup: story.node('lists.client_group', group),
      isfullaccessuser: group === 'Hiring Manager' ? 'No' : 'Yes',
      lastaccess: hasLeft ? created + 300 * day : story.end - random.int(1, 200_000) * 1_000,
      createddate: created,
      updateddate: created + random.int(0, 200) * day,
      lastupdated: { firstname: created, lastname: created, email: created },
    })
  }
  return users
}
