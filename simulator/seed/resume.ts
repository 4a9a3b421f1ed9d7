import type { ProfileData, Stored } from '../store/store.ts'
import type { Family } from './data/family.ts'
import type { Story } from './story.ts'

const levels = ['Beginner', 'Intermediate', 'Intermediate', 'Advanced', 'Advanced', 'Expert']

/** What somebody can do, as far as the tenant's list has it. */
export function skills(story: Story, id: number, family: Family): ProfileData {
  const random = story.random('skills', id)
  const known = family.skills.flatMap((skill) => story.lists.match('lists.skills', skill).slice(0, 1))
  const chosen = random.some(known, random.int(2, 5))
  if (chosen.length === 0) return {}
  const groups = chosen.map((skill, i): Stored => {
    const level = random.chance(0.6) ? random.pick(levels) : undefined
    return {
      entry: story.nextEntry(),
      ...(i === 0 && { primary: true }),
      skill: skill.id,
      ...(level !== undefined && { skilllevel: level }),
    }
  })
  return { skillset: groups }
}

/**
 * The résumé nine of ten candidates have. Its bytes are made of the seeded profile when somebody asks for them, see
 * `files/resume/`.
 */
export function resume(story: Story, id: number, { firstname, lastname }: ProfileData): ProfileData {
  if (!story.random('resume', id).chance(0.9)) return {}
  const name = `${firstname} ${lastname}`.replaceAll(/\s+/g, '_')
  return { resume: { filename: `${name}_Resume.pdf`, type: 'application/pdf', of: id } }
}
