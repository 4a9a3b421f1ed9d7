import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'
import { type CollectionSource, toCollection } from './collection.ts'
import type { Evidence, Operation, Switch } from './document.ts'
import { type Index, withBehaviours, withBeliefs } from './tables.ts'

/**
 * Makes what the document is used as: `document.json` (bundled), `index.json` (the routing table), `types.ts`, a collection to
 * click through (`icims.http`), and the generated tables of `README.md`. With `--check` it writes nothing and fails where a file on disk is not what it would write.
 */
const folder = fileURLToPath(new URL('.', import.meta.url))
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

type RequestBody = { content: Record<string, unknown> }
type PathItem = Record<
  string,
  {
    operationId: string
    summary: string
    requestBody?: RequestBody | { $ref: string }
    'x-evidence': Evidence
    'x-switch'?: Switch
    'x-uses-switch'?: string
  }
>
type Document = CollectionSource & {
  paths: Record<string, PathItem>
  components: { requestBodies?: Record<string, RequestBody> }
}

const document = bundle()
const index = toIndex(document)
const outputs: Record<string, string> = {
  'document.json': `${JSON.stringify(document, null, 1)}\n`,
  'index.json': `${JSON.stringify(index, null, 1)}\n`,
  'types.ts': await toTypes(document),
  'icims.http': toCollection(document),
  'README.md': withBeliefs(readFileSync(join(folder, 'README.md'), 'utf8'), index),
  '../simulator/README.md': withBehaviours(
    readFileSync(join(folder, '../simulator/README.md'), 'utf8'),
    readFileSync(join(folder, 'behaviours.yaml'), 'utf8'),
  ),
}
const isCheck = process.argv.includes('--check')
for (const [name, text] of Object.entries(outputs)) {
  const file = join(folder, name)
  if (!isCheck) writeFileSync(file, text)
  else if (read(file) !== text) {
    process.stderr.write(`openapi/${name} is not what openapi/*.yaml make. Run: npm run openapi\n`)
    process.exitCode = 1
  }
}

function bundle(): Document {
  const scratch = mkdtempSync(join(tmpdir(), 'icims-openapi-'))
  try {
    const output = join(scratch, 'document.json')
    const cli = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url))
    const config = join(folder, 'redocly.yaml')
    execFileSync(process.execPath, [cli, 'bundle', join(folder, 'icims.yaml'), '--config', config, '-o', output], {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: 'pipe',
    })
    return JSON.parse(readFileSync(output, 'utf8'))
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function toIndex({ paths, components }: Document): Index {
  const entries = Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => ({ path, method, operation: item[method]! })),
  )
  const accepts = (body: RequestBody | { $ref: string } | undefined): { accepts?: string[] } => {
    if (body === undefined) return {}
    const { content } = '$ref' in body ? components.requestBodies![body.$ref.split('/').at(-1)!]! : body
    return { accepts: Object.keys(content) }
  }
  return {
    operations: entries.map(({ path, method, operation }) => ({
      operationId: operation.operationId,
      method: method.toUpperCase() as Operation['method'],
      path,
      summary: operation.summary,
      ...accepts(operation.requestBody),
      evidence: operation['x-evidence'],
      ...switchOf(operation),
    })),
    switches: entries.flatMap(({ operation }) => operation['x-switch'] ?? []),
    errors: parse(readFileSync(join(folder, 'errors.yaml'), 'utf8')),
  }
}

/** A switch is declared at one operation; others that it decides name it. */
function switchOf(operation: PathItem[string]): { switch?: string } {
  const name = operation['x-switch']?.name ?? operation['x-uses-switch']
  return name === undefined ? {} : { switch: name }
}

async function toTypes(source: Document): Promise<string> {
  const ast = await openapiTypescript(JSON.stringify(source), { defaultNonNullable: false })
  return `// Made from openapi/*.yaml by \`npm run openapi\`. Do not edit.\n\n${astToString(ast)}`
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
