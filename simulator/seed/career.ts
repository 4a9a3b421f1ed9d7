import type { ProfileData } from '../store/store.ts'
import { day, dayOf } from './calendar.ts'
import type { Family } from './data/family.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** A career that ends in this rung of the family's ladder, the newest job first, without overlaps; and the schooling for it. */
export function career(story: Story, random: Random, family: Family, rung: number): ProfileData {
  const work: ProfileData[] = []
  const { years } = family.ladder[rung]!
  let to: number | undefined
  // Whoever applies has often just left, and is else still there.
  if (random.chance(0.4)) to = story.end - random.int(20, 300) * day
  let newest = to ?? story.end
  let remaining = years * 365 + random.int(100, 900)
  for (let step = rung; step >= 0 && work.length < 4 && remaining > 60; step--) {
    const length =
      step === 0 ? Math.min(remaining, random.int(300, 1_500)) : Math.min(remaining, random.int(400, 1_600))
    const from = newest - length * day
    work.push({
      entry: story.nextEntry(),
      ...(work.length === 0 && { primary: true }),
      workemployer: random.pick(family.employers),
      worktitle: family.ladder[step]!.title,
      workstartdate: dayOf(from),
      ...(to !== undefined && { workenddate: dayOf(to) }),
      ...(random.chance(0.7) && { workdescription: `<p>${random.some(family.duties, 2).join('. ')}.</p>` }),
    })
    newest = from - random.int(5, 120) * day
    to = newest
    remaining -= length
  }
  const graduated = newest - random.int(10, 500) * day
  return {
    ...(work.length > 0 && { workexperience: work as never, jobtitle: work[0]!.worktitle }),
    ...(random.chance(0.8) && { education: [schooling(story, random, family, graduated)] }),
  } as ProfileData
}

function schooling(story: Story, random: Random, family: Family, graduated: number) {
  const degree = random.pick(family.degrees)
  const schools = story.lists
    .nodes('lists.school')
    .filter(({ value }) => value.includes('High') === (degree === 'High School'))
  return {
    entry: story.nextEntry(),
    primary: true,
    school: random.pick(schools).id,
    degree: story.node('lists.degree', degree),
    ...(degree !== 'High School' && { major: story.node('lists.major', random.pick(family.majors)) }),
    isgraduated: 'Yes',
    graduationdate: dayOf(graduated),
  }
}
