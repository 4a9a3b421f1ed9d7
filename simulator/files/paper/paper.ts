/** One part of a document: a heading, a paragraph, or a label with what stands under it. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'entry'; label: string; text: string }

/** A document that can be written as text, RTF or PDF. The same paper gives the same bytes. */
export type Paper = {
  title: string
  /** When it was made, in milliseconds since 1970 UTC: PDF says so. */
  made: number
  blocks: readonly Block[]
}
