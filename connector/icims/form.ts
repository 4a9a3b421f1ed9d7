import { clean, decodeObject, decodeText, isObject, type Json } from './decode.ts'

/** A question of an iForm; iCIMS shows neither its text nor its choices (IFRM). */
export type IcimsFormQuestion = { id: string; type: string | undefined; required: boolean | undefined; raw: Json }

/** An iForm by its name, with its questions in their order. */
export type IcimsForm = { name: string; questions: readonly IcimsFormQuestion[] }

/** @throws RecordError when it is no object. */
export function decodeIcimsForm(name: string, value: unknown): IcimsForm {
  const form = decodeObject(value, `Form ${name}`)
  const questions = Object.entries(form).flatMap(([id, raw]): IcimsFormQuestion[] => {
    if (!isObject(raw)) return []
    const required = typeof raw.required === 'boolean' ? raw.required : undefined
    return [{ id: clean(id), type: decodeText(raw, 'type'), required, raw }]
  })
  return { name, questions }
}
