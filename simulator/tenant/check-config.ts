import { checkEntrance } from './check-entrance.ts'
import { checkEvents } from './check-events.ts'
import type { ApiUser, TenantConfig } from './config.ts'
import type { Field } from './fields/field.ts'
import { counts, lifeRates, mostOften, shares } from './life.ts'
import { type ProfileType, profileTypeNames, profileTypes } from './profile-types.ts'

/** Something in a configuration that contradicts the rest of it, with the place it stands at. */
export type ConfigProblem = { path: readonly (string | number)[]; message: string }

/** What no schema of one part can see: names that lead nowhere, ids used twice, statuses that contradict each other. */
export function checkConfig(config: TenantConfig): ConfigProblem[] {
  return [
    ...checkUsers(config),
    ...checkStatuses(config),
    ...checkEntrance(config),
    ...checkEvents(config),
    ...checkLists(config),
    ...checkFields(config),
    ...checkNames('portals', config.portals),
    ...checkNames('forms', config.forms),
    ...checkLife(config),
  ]
}

function checkUsers({ users, loginGroups }: TenantConfig): ConfigProblem[] {
  const groups = new Set(loginGroups.map(({ name }) => name))
  const unknown = users.flatMap(({ loginGroup }, i): ConfigProblem[] =>
    loginGroup === undefined || groups.has(loginGroup)
      ? []
      : [{ path: ['users', i, 'loginGroup'], message: `there is no login group ${loginGroup}` }],
  )
  const key = (name: keyof ApiUser) => users.map((user) => String(user[name]))
  return [...unknown, ...twice(key('username'), 'users', 'username'), ...twice(key('clientId'), 'users', 'clientId')]
}

/** Portals and forms are named by id and by name, so neither may stand twice. */
function checkNames(part: 'portals' | 'forms', named: readonly { id: number; name: string }[]): ConfigProblem[] {
  return [
    ...twice(
      named.map(({ id }) => String(id)),
      part,
      'id',
    ),
    ...twice(
      named.map(({ name }) => name),
      part,
      'name',
    ),
  ]
}

function checkStatuses({ bins, statuses }: TenantConfig): ConfigProblem[] {
  const known = new Set(bins.map(({ name }) => name))
  return [
    ...statuses.flatMap(({ bin }, i): ConfigProblem[] =>
      known.has(bin) ? [] : [{ path: ['statuses', i, 'bin'], message: `there is no bin ${bin}` }],
    ),
    ...twice(
      statuses.map(({ id }) => id),
      'statuses',
      'id',
    ),
    ...twice(
      statuses.map(({ bin, name }) => `${bin} - ${name}`),
      'statuses',
      'name',
    ),
    ...twice(
      bins.map(({ id }) => id),
      'bins',
      'id',
    ),
    ...(statuses.some(({ meaning }) => meaning === 'new')
      ? []
      : [{ path: ['statuses'], message: 'no status means new, so nobody could apply' }]),
  ]
}

/** Delivered nodes the platform itself works with. A customer may call them otherwise, not drop them. */
const delivered: Readonly<Record<string, readonly string[]>> = {
  'lists.person.folders': ['D32007', 'D32008', 'D32011', 'D32012', 'D32013'],
  'lists.job.folders': ['D31001', 'D31002', 'D31003', 'D31004', 'D31005', 'D31006'],
  'lists.company.folders': ['D33001'],
  'lists.talentpool.folders': ['D37001'],
  'lists.newhirecategory.folders': ['D37002022001'],
  'lists.phone_type': ['D83001', 'D83002', 'D83004'],
  'lists.address_type': ['D84002'],
  'lists.sourcing_status': ['D37002021001', 'D37002021002', 'D37002021003'],
  'lists.onboarding_status': ['D37002023001', 'D37002023004'],
}

function checkLists({ lists }: TenantConfig): ConfigProblem[] {
  const seen = new Map<string, string>()
  const missing = Object.entries(delivered).flatMap(([list, ids]) =>
    ids
      .filter((id) => !lists[list]?.some((node) => node.id === id))
      .map(
        (id): ConfigProblem => ({
          path: ['lists', list],
          message: `${id} is missing: the platform works with it, so rename it but keep it`,
        }),
      ),
  )
  const twiceUsed = Object.entries(lists).flatMap(([list, nodes]) =>
    nodes.flatMap(({ id }, i): ConfigProblem[] => {
      const other = seen.get(id)
      seen.set(id, list)
      return other === undefined ? [] : [{ path: ['lists', list, i, 'id'], message: `${id} is already in ${other}` }]
    }),
  )
  return [...missing, ...twiceUsed]
}

function checkFields(config: TenantConfig): ConfigProblem[] {
  return profileTypeNames.flatMap((type) => {
    const own = config.customFields[type] ?? []
    const all = [...profileTypes[type].fields, ...own]
    const required = (config.required[type] ?? []).flatMap((name, i): ConfigProblem[] =>
      all.some((field) => field.name === name)
        ? []
        : [{ path: ['required', type, i], message: `${type} has no field ${name}` }],
    )
    const names = all.map(({ name }) => name)
    const repeated = own.flatMap(({ name }, i): ConfigProblem[] =>
      names.indexOf(name) === names.lastIndexOf(name)
        ? []
        : [{ path: ['customFields', type, i, 'name'], message: `${type} has the field ${name} twice` }],
    )
    return [...required, ...repeated, ...own.flatMap((field, i) => checkField(config, type, field, [i]))]
  })
}

function checkField(
  config: TenantConfig,
  type: ProfileType,
  field: Field,
  place: (string | number)[],
): ConfigProblem[] {
  const path = ['customFields', type, ...place]
  const problems: ConfigProblem[] = []
  if (['node', 'nodes', 'place'].includes(field.kind)) {
    if (field.list === undefined) problems.push({ path, message: `a field of kind ${field.kind} needs a list` })
    else if (config.lists[field.list] === undefined) {
      problems.push({ path: [...path, 'list'], message: `there is no list ${field.list}` })
    }
  }
  if (field.kind === 'profile' && field.target === undefined) {
    problems.push({ path, message: 'a field of kind profile needs a target' })
  }
  const children = (field.children ?? []).flatMap((child, i) =>
    checkField(config, type, child, [...place, 'children', i]),
  )
  return [...problems, ...children]
}

/** Rates of a tenant made in code, which no schema has seen. */
function checkLife(config: TenantConfig): ConfigProblem[] {
  const { passes, ...rates } = lifeRates(config)
  const check = (path: readonly string[], rate: unknown, most: number): ConfigProblem[] =>
    typeof rate === 'number' && rate >= 0 && rate <= most
      ? []
      : [{ path: ['life', ...path], message: `${rate} is no rate: it must be a number from 0 to ${most}` }]
  return [
    ...shares.flatMap((name) => check([name], rates[name], 1)),
    ...counts.flatMap((name) => check([name], rates[name], mostOften)),
    ...Object.entries(passes).flatMap(([name, rate]) => check(['passes', name], rate, 1)),
  ]
}

function twice(values: readonly string[], part: string, name: string): ConfigProblem[] {
  return values.flatMap((value, i) =>
    values.indexOf(value) === i ? [] : [{ path: [part, i, name], message: `${value} is used twice` }],
  )
}
