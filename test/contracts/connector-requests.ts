import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { operations } from '../../openapi/document.ts'

const folder = fileURLToPath(new URL('../../connector/icims/', import.meta.url))
const methods: Readonly<Record<string, string>> = { get: 'GET', post: 'POST', patch: 'PATCH', patchFile: 'PATCH' }

/**
 * The operations that the connector's client has a call for, by their ids: what it makes requests of is typed by the paths of
 * the document, and read here out of those types.
 */
export function operationsOfClient(): Set<string> {
  const files = readdirSync(folder).map((name) => `${folder}${name}`)
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
  }
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const method = methods[node.expression.text]
      const [path] = checker.getResolvedSignature(node)?.getParameters() ?? []
      if (method !== undefined && path !== undefined) {
        for (const template of literalsOf(checker.getTypeOfSymbolAtLocation(path, node)))
          found.add(idOf(method, template))
      }
    }
    ts.forEachChild(node, visit)
  }
  for (const file of files) visit(program.getSourceFile(file)!)
  return found
}

function literalsOf(type: ts.Type): string[] {
  if (type.isUnion()) return type.types.flatMap(literalsOf)
  return type.isStringLiteral() ? [type.value] : []
}

function idOf(method: string, path: string): string {
  const operation = operations.find((one) => one.method === method && one.path === path)
  if (operation === undefined) throw new Error(`The document has no ${method} ${path}.`)
  return operation.operationId
}
