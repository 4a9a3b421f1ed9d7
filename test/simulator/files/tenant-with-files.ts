import { type Clock, defaultCoordinates, type Simulator } from '../../../simulator/index.ts'
import type { LoginGroup, TenantConfig } from '../../../simulator/tenant/config.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../../../simulator/tenant/profile-types.ts'
import { createTenant, icimsOrigin } from '../../tenant.ts'

/** A file of the customer's own, and a collection with a file and a text, on every type of profile. */
const fields = [
  { name: 'field800', kind: 'file', label: 'Contract' },
  {
    name: 'field810',
    kind: 'collection',
    label: 'Attachments',
    children: [
      { name: 'field811', kind: 'file' },
      { name: 'field812', kind: 'text', max: 64 },
    ],
  },
] as const

/** A tenant with file fields on every type. `limits` are those of its API user's login group. */
export function createFileTenant(
  options: {
    limits?: Partial<LoginGroup>
    tenant?: Partial<TenantConfig>
    switches?: Record<string, string>
    clock?: Clock
  } = {},
): Promise<Simulator> {
  const [user] = defaultCoordinates.users
  const { limits = {}, tenant, switches, clock } = options
  return createTenant({
    people: 60,
    coordinates: { customerId: 1234, users: [{ ...user!, loginGroup: 'Partner' }] },
    ...(switches && { switches }),
    ...(clock && { clock }),
    tenant: {
      customFields: Object.fromEntries(profileTypeNames.map((type) => [type, fields])),
      loginGroups: [{ id: 'C1009', name: 'Partner', ...limits }],
      ...tenant,
    },
  })
}

/** One call with a body that is no JSON. */
export function call(
  simulator: Simulator,
  method: string,
  path: string,
  body?: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const authorization = `Basic ${btoa('api-user:api-password')}`
  return simulator.fetch(
    new Request(`${icimsOrigin}/customers/1234${path}`, {
      method,
      headers: { authorization, ...headers },
      ...(body !== undefined && { body }),
      ...{ duplex: 'half' },
    }),
  )
}

/** A form with one file in it. */
export function form(bytes: string | Uint8Array, filename: string, type = ''): FormData {
  const data = new FormData()
  data.append('file', new File([bytes as Uint8Array<ArrayBuffer>], filename, { type }))
  return data
}

/** The address of a profile of this type that is there. */
export function anyOf(simulator: Simulator, type: ProfileType): string {
  const [first] = simulator.tenant.store.each(type)
  return `/${profileTypes[type].path}/${first!.id}`
}

/** The bytes of an answer. */
export async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer())
}

/** Runs a call that must be refused and leave everything as it was. */
export async function refused(
  simulator: Simulator,
  answer: () => Promise<Response>,
): Promise<{ status: number; code: number; message: string }> {
  const { changes } = simulator.tenant.store
  const response = await answer()
  const { errors } = (await response.json()) as { errors: { errorCode: number; errorMessage: string }[] }
  if (simulator.tenant.store.changes !== changes) throw new Error('Something was stored.')
  return { status: response.status, code: errors[0]!.errorCode, message: errors[0]!.errorMessage }
}
