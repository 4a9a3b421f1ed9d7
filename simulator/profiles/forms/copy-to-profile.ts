import type { FormOwner } from '../../search/filters/formdata.ts'
import type { Stored } from '../../store/store.ts'
import type { FormDefinition } from '../../tenant/forms.ts'
import type { ProfileType } from '../../tenant/profile-types.ts'
import type { Actor, ProfilesContext } from '../context.ts'
import { updateProfile } from '../write.ts'

/**
 * Writes the answers of questions that are synced with a profile field, or copied to one, into the profile (IFRM names both; how
 * is inferred): into the owner, or the person it is about where only that has the field.
 *
 * @throws IcimsError as any write of these fields does.
 */
export function copyToProfile(
  context: ProfilesContext,
  form: FormDefinition,
  answers: Readonly<Record<string, Stored>>,
  owner: FormOwner,
  person: number | undefined,
  actor: Actor,
): void {
  const targets: { type: ProfileType; id: number; values: Record<string, unknown> }[] = [{ ...owner, values: {} }]
  if (person !== undefined && owner.type !== 'person') targets.push({ type: 'person', id: person, values: {} })
  for (const { id, prefill } of form.questions) {
    if (prefill?.kind !== 'sync' && prefill?.kind !== 'copy') continue
    const target = targets.find(({ type }) => context.fields.find(type, prefill.field) !== undefined)
    const field = target === undefined ? undefined : context.fields.find(target.type, prefill.field)
    if (target === undefined || field === undefined || answers[id] === undefined) continue
    const isListed = field.kind === 'node' || field.kind === 'place'
    target.values[field.name] = isListed ? { value: answers[id] } : answers[id]
  }
  for (const { type, id, values } of targets) {
    if (Object.keys(values).length > 0) updateProfile(context, type, id, values, actor)
  }
}
