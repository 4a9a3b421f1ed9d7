import type { IcimsPerson } from '../icims/person.ts'

/** People that a run meets several times: the users. Each is read once. */
export type UserReader = {
  /** Whether this person is known to be a user, as far as can be told before the person is read. */
  isUser(id: string): Promise<boolean>
  /** Whether this user's row is as iCIMS has it once the people who changed have been read: then the user need not be. */
  isStored(id: string): Promise<boolean>
  /** Keeps a user who has been read. */
  keep(id: string, person: IcimsPerson): void
  /** The user as kept, or read now. */
  read(id: string): Promise<IcimsPerson>
  /** Lets a user be read anew. */
  forget(id: string): void
}

/**
 * There are far fewer users than people; nobody else is kept.
 *
 * @param getPerson asks iCIMS.
 * @param listIds the ids of the users; asked once, when the first one is needed.
 * @param areStored whether these are the users who are stored, and what changes of them is read anyway.
 */
export function createUserReader(
  getPerson: (id: string) => Promise<IcimsPerson>,
  listIds: () => Promise<readonly string[]>,
  areStored: boolean,
): UserReader {
  const kept = new Map<string, Promise<IcimsPerson>>()
  let ids: Promise<ReadonlySet<string>> | undefined
  const isUser = async (id: string): Promise<boolean> => {
    ids ??= listIds().then((list) => new Set(list))
    return (await ids).has(id)
  }
  return {
    isUser,
    isStored: async (id) => areStored && isUser(id),
    keep(id, person) {
      kept.set(id, Promise.resolve(person))
    },
    read(id) {
      const asked = kept.get(id) ?? getPerson(id)
      asked.catch(() => {})
      kept.set(id, asked)
      return asked
    },
    forget(id) {
      kept.delete(id)
    },
  }
}
