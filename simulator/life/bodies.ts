import { encodeProfile } from '../profiles/encode-profile.ts'
import type { Body } from '../profiles/write.ts'
import { customValues } from '../seed/custom-fields.ts'
import type { ProfileData } from '../store/store.ts'
import type { ProfileType } from '../tenant/profile-types.ts'
import type { Life } from './life-context.ts'

/**
 * A profile that the seed's makers made, as somebody types it in: without ids of entries, which the platform gives, and with
 * values for the customer's own fields.
 */
export function toBody(life: Life, type: ProfileType, data: ProfileData): Body {
  const { context } = life
  // The number only picks values. That it is the id the profile will have is not needed.
  const own = customValues(life.story(), type, context.store.last(type) + 1)
  const { id, platform, ...fields } = encodeProfile(context, type, 0, { ...data, ...own })
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, withoutIds(value)]))
}

function withoutIds(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((item: Record<string, unknown>) => {
    const { entry, primary, ...rest } = item
    return rest
  })
}
