import sanitizeHtml from 'sanitize-html'

/** Tags that text is made of, and links. No pictures: they would tell whoever hosts them who reads the job. */
const allowed = {
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
}

/** Tags that are open at one time. The parser takes the square of it, and nobody writes as many. */
const deepest = 1_000

/**
 * HTML that can be shown as it is: no scripts, no styles, no handlers. A text without a tag, which the same fields may hold
 * (D6), keeps its lines.
 */
export function toSafeHtml(text: string): string {
  const isPlain = !/<[a-z!/]/i.test(text)
  if (isPlain || isTangled(text)) return toParagraphs(text)
  return sanitizeHtml(text, allowed).trim()
}

function toParagraphs(text: string): string {
  const paragraphs = text.trim().split(/(?:\r?\n[ \t]*){2,}/)
  const html = paragraphs.map((one) => `<p>${escapeText(one).replaceAll(/\r?\n/g, '<br />')}</p>`)
  return text.trim() === '' ? '' : html.join('')
}

/** An entity that the text holds already stays one. */
function escapeText(text: string): string {
  return text
    .replaceAll(/&(?!#?\w{1,31};)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Whether far more tags are opened than closed, those aside that need no end. */
function isTangled(html: string): boolean {
  const opened = html.match(/<(?!(?:br|hr|img|p|li|td|tr|th|input|meta|wbr)\b)[a-z]/gi)?.length ?? 0
  return opened - (html.match(/<\/[a-z]/gi)?.length ?? 0) > deepest
}
