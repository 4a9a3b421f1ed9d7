import { loadDocument } from '../../openapi/document.ts'

/** `icims-simulator openapi`: what is believed about the iCIMS API, bundled into one OpenAPI document. */
export async function printDocument({ format }: { format: 'yaml' | 'json' }): Promise<void> {
  // Whoever reads may leave before all is said, as `head` does.
  process.stdout.once('error', () => process.exit(0))
  const document = await loadDocument()
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    return
  }
  const { stringify } = await import('yaml')
  process.stdout.write(stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }))
}
