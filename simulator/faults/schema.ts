import { z } from '@hono/zod-openapi'
import { type ProfileType, profileTypeNames } from '../tenant/profile-types.ts'
import { type FaultSetName, faultSets } from './sets.ts'

const milliseconds = z.int().min(0).max(600_000)
const status = z.int().min(400).max(599)

const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status,
    code: z.int().optional(),
    message: z.string().optional(),
    retryAfter: z.int().nonnegative().optional(),
  }),
  z.strictObject({ kind: z.literal('quota') }),
  z.strictObject({ kind: z.literal('html'), status: z.int().min(200).max(599) }),
  z.strictObject({ kind: z.literal('expire-tokens') }),
  z.strictObject({ kind: z.literal('latency'), milliseconds, spread: milliseconds.optional() }),
  z.strictObject({ kind: z.literal('reset'), when: z.enum(['before', 'during']) }),
  z.strictObject({ kind: z.literal('truncate') }),
  z.strictObject({ kind: z.literal('slow'), milliseconds }),
  z.strictObject({ kind: z.literal('stale'), minutes: z.number().positive() }),
  z.strictObject({
    kind: z.literal('hide-field'),
    profile: z.enum(profileTypeNames as [ProfileType, ...ProfileType[]]),
    field: z.string(),
  }),
])

/** One rule as JSON: which calls, how many, and what goes wrong. */
export const faultRule = z.strictObject({
  operation: z.string().optional(),
  caller: z.string().optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  skip: z.int().nonnegative().optional(),
  times: z.int().positive().optional(),
  every: z.int().positive().optional(),
  chance: z.number().min(0).max(1).optional(),
  until: z.string().optional(),
  effect,
})

const names = Object.keys(faultSets) as [FaultSetName, ...FaultSetName[]]

/** The names of the sets. */
export const faultSetName = z.enum(names)

/** What may be added: a rule, or a set by name. */
export const faultInput = z.union([z.strictObject({ set: faultSetName }), faultRule])
