import { decodeIcimsAddress, type IcimsAddress } from './address.ts'
import {
  decodeDateTime,
  decodeGroups,
  decodeNode,
  decodeObject,
  decodeText,
  type IcimsNode,
  type Json,
} from './decode.ts'

/** A person as far as the connector reads it (C12, D16). */
export type IcimsPerson = {
  id: string
  /** The answer itself, for what an integration maps by itself. */
  raw: Json
  firstname: string | undefined
  lastname: string | undefined
  email: string | undefined
  folder: IcimsNode | undefined
  source: string | undefined
  sourcename: string | undefined
  phones: readonly { number: string; type: IcimsNode | undefined }[]
  addresses: readonly IcimsAddress[]
  /** Newest first, as far as dates tell. */
  workexperience: readonly {
    employer: string | undefined
    title: string | undefined
    from: string
    to: string | undefined
  }[]
  createddate: string | undefined
}

/** What is asked for, and nothing else: a field that is not listed here costs nothing. */
export const personFields = [
  'firstname',
  'lastname',
  'email',
  'folder',
  'source',
  'sourcename',
  'phones',
  'addresses',
  'workexperience',
  'createddate',
] as const

/** @throws RecordError when it is no object. */
export function decodeIcimsPerson(id: string, value: unknown): IcimsPerson {
  const person = decodeObject(value, `Person ${id}`)
  return {
    id,
    raw: person,
    firstname: decodeText(person, 'firstname'),
    lastname: decodeText(person, 'lastname'),
    email: decodeText(person, 'email'),
    folder: decodeNode(person, 'folder'),
    source: decodeText(person, 'source'),
    sourcename: decodeText(person, 'sourcename'),
    phones: decodeGroups(person, 'phones').flatMap((phone) => {
      const number = decodeText(phone, 'phonenumber')
      return number === undefined ? [] : [{ number, type: decodeNode(phone, 'phonetype') }]
    }),
    addresses: decodeGroups(person, 'addresses').map(decodeIcimsAddress),
    workexperience: decodeGroups(person, 'workexperience')
      .map((work) => ({
        employer: decodeText(work, 'workemployer'),
        title: decodeText(work, 'worktitle'),
        from: decodeText(work, 'workstartdate') ?? '',
        to: decodeText(work, 'workenddate'),
      }))
      .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)),
    createddate: decodeDateTime(person, 'createddate'),
  }
}
