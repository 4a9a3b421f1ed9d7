/** Types of files by the end of their names. */
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  txt: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}

/** The type of a file by its name: iCIMS tells no other before the file itself is read. */
export function typeByName(name: string): string {
  const [, end] = /\.(\w+)$/.exec(name) ?? []
  return types[end?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
