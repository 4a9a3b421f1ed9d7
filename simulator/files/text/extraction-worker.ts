import { parentPort } from 'node:worker_threads'

/** What the worker is asked: the text of one file. It answers with the text, or with undefined where it cannot read it. */
export type Task = { kind: 'pdf' | 'docx'; bytes: Uint8Array }

// A worker of its own, since a hostile file can keep a parser busy for hours: whoever asked can end it.
parentPort!.on('message', async (task: Task) => {
  parentPort!.postMessage(await readText(task).catch(() => undefined))
})

async function readText({ kind, bytes }: Task): Promise<string> {
  if (kind === 'docx') {
    const { extractRawText } = await import('mammoth')
    return (await extractRawText({ buffer: Buffer.from(bytes) })).value
  }
  const { extractText, getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(bytes, { verbosity: 0 })
  try {
    return (await extractText(document, { mergePages: true })).text
  } finally {
    await document.destroy()
  }
}
