import { z } from 'zod'
import { switches } from '../../openapi/document.ts'
import { eventSubscription } from '../events/schema.ts'
import { faultRule, faultSetName } from '../faults/schema.ts'
import type { TenantConfig } from './config.ts'
import { counts, mostOften, shares } from './life.ts'
import { presetNames } from './presets/presets.ts'
import { type ProfileType, profileTypeNames } from './profile-types.ts'

const profileType = z.enum(profileTypeNames as [ProfileType, ...ProfileType[]])
const fieldNames = z.partialRecord(profileType, z.array(z.string()))
const nodeId = z.string().regex(/^[CD]\d+$/, 'an id is C or D and digits')
const fieldId = z.string().regex(/^[a-z][a-z0-9]*$/, 'a field id is lower-case letters and digits')

const apiUser = z.strictObject({
  username: z.string().min(1),
  password: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  hmacKey: z.string().min(1),
  quota: z.union([z.int().nonnegative(), z.literal('unlimited')]),
  loginGroup: z.string().optional(),
})

const loginGroup = z.strictObject({
  id: nodeId,
  name: z.string().min(1),
  webServices: z.boolean().optional(),
  search: z.boolean().optional(),
  hiddenProfiles: z.array(profileType).optional(),
  hiddenFields: fieldNames.optional(),
  readonlyFields: fieldNames.optional(),
  optionalFields: fieldNames.optional(),
})

const kinds = [
  'text',
  'html',
  'email',
  'url',
  'option',
  'number',
  'decimal',
  'boolean',
  'datetime',
  'dateonly',
  'node',
  'nodes',
  'place',
  'profile',
  'address',
  'salary',
  'currency',
  'file',
] as const

const plainField = z.strictObject({
  name: fieldId,
  kind: z.enum(kinds),
  label: z.string().optional(),
  backendId: z.int().positive().optional(),
  max: z.int().positive().optional(),
  list: z.string().optional(),
  target: profileType.optional(),
  required: z.boolean().optional(),
  readonly: z.boolean().optional(),
  writeOnly: z.boolean().optional(),
  byDefault: z.boolean().optional(),
  examples: z.array(z.union([z.string(), z.number()])).optional(),
})

const customField = z.union([
  plainField,
  plainField.extend({ kind: z.literal('collection'), children: z.array(plainField).min(1) }),
])

const listNode = z.strictObject({
  id: nodeId,
  value: z.string(),
  abbrev: z.string().optional(),
  get children() {
    return z.array(listNode).optional()
  },
})

const entrance = z.strictObject({ search: z.record(z.string(), z.unknown()), message: z.string().optional() })

const column = z.strictObject({ kind: z.literal('column') })
const fixed = z.strictObject({ kind: z.literal('text'), text: z.string() })
const prefill = z.discriminatedUnion('kind', [
  fixed,
  column,
  z.strictObject({ kind: z.literal('sync'), field: z.string() }),
  z.strictObject({ kind: z.literal('copy'), field: z.string(), from: z.union([fixed, column]).optional() }),
])

const questionTypes = [
  'text',
  'textarea',
  'number',
  'dateonly',
  'datetime',
  'salary',
  'currency',
  'dropdown',
  'multiselect',
  'checkbox',
  'radiogroup',
  'radio',
] as const

const form = z.strictObject({
  id: z.int().positive(),
  name: z.string().min(1),
  displayName: z.string(),
  type: z.enum(['Person', 'Job', 'Recruiting Workflow', 'Onboarding Workflow']),
  standardizedLevel: z.enum(['STANDARD', 'STANDARD_EDITED', 'CUSTOM', 'ACKNOWLEDGEMENT']),
  isPublicAnswers: z.boolean(),
  disabled: z.boolean().optional(),
  questions: z.array(
    z.strictObject({
      id: z.string().min(1),
      label: z.string(),
      type: z.enum(questionTypes),
      required: z.boolean().optional(),
      searchable: z.boolean().optional(),
      section: z.string().optional(),
      options: z.array(z.string()).optional(),
      prefill: prefill.optional(),
    }),
  ),
})

const share = z.number().min(0).max(1)
const life = z.strictObject({
  enabled: z.boolean().optional(),
  passes: z.strictObject({ review: share, interview: share, offer: share, hired: share }).partial().optional(),
  ...optional(shares, share),
  ...optional(counts, z.number().min(0).max(mostOften)),
})

/** The same schema under several names, each of which may be missing. */
function optional<Name extends string, Schema extends z.ZodType>(names: readonly Name[], schema: Schema) {
  return Object.fromEntries(names.map((name) => [name, schema.optional()])) as Record<Name, z.ZodOptional<Schema>>
}

const meanings = ['new', 'review', 'interview', 'offer', 'hired', 'rejected', 'withdrew'] as const

/** A tenant file, by itself: what must fit the preset it goes on is checked by `checkConfig`. */
export const tenantFileSchema = z.strictObject({
  preset: z.enum(presetNames).optional(),
  customerId: z.int().positive().optional(),
  name: z.string().min(1).optional(),
  region: z.enum(['us', 'eu']).optional(),
  platform: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'a platform is a host label: lower-case letters, digits and hyphens')
    .optional(),
  users: z.array(apiUser).min(1).optional(),
  lists: z.record(z.string(), z.array(listNode)).optional(),
  customFields: z.partialRecord(profileType, z.array(customField)).optional(),
  required: fieldNames.optional(),
  loginGroups: z.array(loginGroup).optional(),
  bins: z.array(z.strictObject({ id: nodeId, name: z.string().min(1) })).optional(),
  statuses: z
    .array(
      z.strictObject({
        id: nodeId,
        bin: z.string(),
        name: z.string().min(1),
        meaning: z.enum(meanings),
        entrance: entrance.optional(),
      }),
    )
    .optional(),
  portals: z.array(z.strictObject({ id: z.int().positive(), name: z.string().min(1) })).optional(),
  forms: z.array(form).optional(),
  quotaMode: z.enum(['enforce', 'warn']).optional(),
  bodyLimit: z.int().positive().optional(),
  events: z.array(eventSubscription).optional(),
  faults: z.array(z.union([faultSetName, faultRule])).optional(),
  life: life.optional(),
  switches: z
    .strictObject(
      Object.fromEntries(
        switches.map(({ name, options }) => [
          name,
          z.union(options.map((option) => z.literal(option)) as [z.ZodLiteral, ...z.ZodLiteral[]]).optional(),
        ]),
      ),
    )
    .optional(),
})

/** Does not compile when a part of the configuration has no place in the file. */
type Missing = Exclude<keyof TenantConfig, keyof z.infer<typeof tenantFileSchema>>
export const isComplete: [Missing] extends [never] ? true : Missing = true
