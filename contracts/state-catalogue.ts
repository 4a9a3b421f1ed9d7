import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** A provider state as people and other languages see it. A default is what our own contracts give. */
export type DescribedState = {
  name: string
  about: string
  parameters: Record<string, string>
  defaults: Record<string, unknown>
}

const source = fileURLToPath(new URL('./states.ts', import.meta.url))

/** Reads the provider states out of the type that consumers and providers compile against, with what is said of each. */
export function describeStates(examples: Readonly<Record<string, Record<string, unknown>>>): DescribedState[] {
  const program = ts.createProgram([source], { noLib: true, types: [], strict: true })
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(source)!)!
  const symbol = checker.getExportsOfModule(module).find(({ name }) => name === 'ProviderStates')!
  const states = checker.getDeclaredTypeOfSymbol(symbol).getProperties()
  return states.map((state) => ({
    name: state.name,
    about: ts.displayPartsToString(state.getDocumentationComment(checker)),
    parameters: Object.fromEntries(
      checker
        .getTypeOfSymbol(state)
        .getProperties()
        .map((parameter) => [parameter.name, checker.typeToString(checker.getTypeOfSymbol(parameter))]),
    ),
    defaults: examples[state.name] ?? {},
  }))
}

/** The parameters that the first interaction from each state has. */
export function exampleParameters(pactFile: string): Record<string, Record<string, unknown>> {
  type Given = { name: string; params?: Record<string, unknown> }
  const { interactions } = JSON.parse(readFileSync(pactFile, 'utf8')) as { interactions: { providerStates: Given[] }[] }
  const all = interactions.flatMap(({ providerStates }) => providerStates)
  return Object.fromEntries(all.toReversed().map(({ name, params = {} }) => [name, params]))
}
