import type { IcimsNode } from '../icims/decode.ts'

/** What an integration maps a list item to, by the item's id or its text, whatever its case. */
export function ownValue<Value>(mapping: Readonly<Record<string, Value>>, { id, value }: IcimsNode): Value | undefined {
  if (Object.hasOwn(mapping, id)) return mapping[id]
  const wanted = value.trim().toLowerCase()
  const found = Object.entries(mapping).find(([text]) => text.trim().toLowerCase() === wanted)
  return wanted === '' ? undefined : found?.[1]
}
