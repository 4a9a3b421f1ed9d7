import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every import of one of our own files: from where, to where, and whether it is of types only. */
const imports = globSync('{openapi,simulator,connector,contracts}/**/*.ts', { cwd: root }).flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const pattern = /(?:^|\n)\s*(import|export)(\s+type)?\s[^'"]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/g
  return [...text.matchAll(pattern)].map(([, , type, fixed, lazy]) => ({
    from: file,
    to: relative(root, join(root, dirname(file), (fixed ?? lazy)!)),
    isType: type !== undefined,
  }))
})

/** A file that starts with one of these. */
const within = (file: string, ...folders: string[]): boolean => folders.some((folder) => file.startsWith(folder))

const sides = ['openapi', 'simulator', 'connector', 'contracts', 'test']

/** Who may not import whom; `except` frees an import. */
const rules: readonly {
  name: string
  from: string[]
  never: string[]
  except?: (one: (typeof imports)[number]) => boolean
}[] = [
  { name: 'openapi imports nothing of ours', from: ['openapi/'], never: sides.slice(1) },
  {
    name: 'the simulator knows neither connector nor contracts',
    from: ['simulator/'],
    never: ['connector/', 'contracts/', 'test/'],
  },
  {
    name: 'the connector knows neither simulator nor contracts',
    from: ['connector/'],
    never: ['simulator/', 'contracts/', 'test/'],
  },
  {
    name: 'the connector takes nothing but types from openapi',
    from: ['connector/'],
    never: ['openapi/'],
    except: ({ to, isType }) => isType && to === 'openapi/types.ts',
  },
  {
    name: 'the domain knows no HTTP',
    from: ['simulator/profiles/'],
    never: [
      'simulator/resources/',
      'simulator/control/',
      'simulator/seed/',
      'simulator/app.ts',
      'simulator/render.ts',
      'simulator/exchange.ts',
    ],
  },
  {
    name: 'files know neither resources nor control',
    from: ['simulator/files/'],
    never: ['simulator/resources/', 'simulator/control/', 'simulator/seed/', 'simulator/app.ts', 'simulator/render.ts'],
  },
  {
    name: 'resources and control reach the store through profiles only',
    from: ['simulator/resources/', 'simulator/control/'],
    never: ['simulator/store/', 'simulator/app.ts', 'simulator/seed/'],
  },
  {
    name: 'resources and control do not know each other',
    from: ['simulator/resources/'],
    never: ['simulator/control/'],
  },
  { name: 'control does not know resources', from: ['simulator/control/'], never: ['simulator/resources/'] },
  {
    name: 'the seed knows neither HTTP nor control',
    from: ['simulator/seed/'],
    never: ['simulator/resources/', 'simulator/control/', 'simulator/app.ts'],
  },
  {
    name: 'life acts through profiles, and knows nothing of who asks for the time',
    from: ['simulator/life/'],
    never: [
      'simulator/resources/',
      'simulator/control/',
      'simulator/careers/',
      'simulator/commands/',
      'simulator/testing/',
      'simulator/app.ts',
      'simulator/face.ts',
      'simulator/store/',
    ],
    except: ({ to, isType }) => isType && to === 'simulator/store/store.ts',
  },
  {
    name: 'resources, control and the domain know no life: a tenant has one, or has none',
    from: [
      'simulator/resources/',
      'simulator/control/',
      'simulator/profiles/',
      'simulator/seed/',
      'simulator/careers/',
    ],
    never: ['simulator/life/'],
  },
  {
    name: 'models are pure: they see decoded records and nothing else',
    from: ['connector/models/'],
    never: [
      'connector/sync/',
      'connector/store/',
      'connector/api/',
      'connector/icims/client.ts',
      'connector/icims/send.ts',
      'connector/clock.ts',
    ],
  },
  {
    name: 'the iCIMS client knows nothing above it',
    from: ['connector/icims/'],
    never: ['connector/models/', 'connector/sync/', 'connector/store/', 'connector/api/'],
  },
  {
    name: 'consumers do not know the simulator',
    from: ['contracts/consumer/'],
    never: ['simulator/', 'contracts/provider/'],
  },
  {
    name: 'conformance checks know the document and nothing that runs',
    from: ['contracts/conformance/'],
    never: ['simulator/', 'connector/', 'contracts/consumer/', 'contracts/provider/'],
  },
  { name: 'providers do not know the consumers', from: ['contracts/provider/'], never: ['contracts/consumer/'] },
]

test.each(rules)('$name', ({ from, never, except = () => false }) => {
  const mine = imports.filter((one) => within(one.from, ...from))
  expect(mine.length).toBeGreaterThan(0)
  const broken = mine.filter((one) => within(one.to, ...never) && !except(one))
  expect(broken.map((one) => `${one.from} imports ${one.to}`)).toEqual([])
})

test('npm start imports nothing of ours: it spawns', () => {
  expect(readFileSync(join(root, 'start.ts'), 'utf8')).not.toMatch(/from '\./)
})

test('chance and the wall clock stay in the clocks and the command lines', () => {
  const allowed = ['simulator/clock.ts', 'connector/clock.ts', 'connector/icims/client.ts']
  const found = globSync('{simulator,connector}/**/*.ts', { cwd: root })
    .filter((file) => !allowed.includes(file))
    .filter((file) => /Date\.now\(|Math\.random\b|randomUUID|new Date\(\)/.test(readFileSync(join(root, file), 'utf8')))
  expect(found).toEqual([])
})

test('no source file is a pile: each stays below 250 lines', () => {
  const long = globSync('{openapi,simulator,connector,contracts}/**/*.ts', { cwd: root })
    .filter((file) => file !== 'openapi/types.ts' && !file.startsWith('simulator/seed/data/'))
    .map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length] as const)
    .filter(([, lines]) => lines > 250)
  expect(long).toEqual([])
})

test('serving loads no package that only some requests need: those are loaded when one comes', () => {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const follow = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, target] of text.matchAll(/^(?:import|export)\s(?!type\s)(?:[^'"]*?from\s+)?'([^']+)'/gm)) {
      if (target!.startsWith('.')) follow(relative(root, join(root, dirname(file), target!)))
      else if (!target!.startsWith('node:')) packages.add(target!.replace(/^(@[^/]+\/[^/]+|[^/]+).*/, '$1'))
    }
  }
  for (const file of ['commands/program.ts', 'commands/serve.ts', 'life/life.ts']) follow(`simulator/${file}`)
  expect(seen.size).toBeGreaterThan(100)
  expect([...packages].sort()).toEqual(['@hono/node-server', 'commander', 'fastest-levenshtein'])
})
