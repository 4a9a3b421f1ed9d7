import { de, en, es, fr } from '@faker-js/faker'

/** Names to choose from, by the language they are common in. */
export type NamePool = { female: readonly string[]; male: readonly string[]; last: readonly string[] }

type Definition = { female?: string[]; male?: string[]; generic?: string[] } | undefined

function pool(locale: typeof en): NamePool {
  const first = locale.person?.first_name as Definition
  const last = locale.person?.last_name as Definition
  const names = (list: string[] | undefined): readonly string[] =>
    (list ?? []).filter((name) => /^\p{L}[\p{L}'-]+$/u.test(name))
  return { female: names(first?.female), male: names(first?.male), last: names(last?.generic) }
}

/** Which names are common in a region, with their shares; they add up to one. */
export const namePools: Readonly<Record<'us' | 'eu', readonly { share: number; names: NamePool }[]>> = {
  us: [
    { share: 0.78, names: pool(en) },
    { share: 0.16, names: pool(es) },
    { share: 0.06, names: pool(de) },
  ],
  eu: [
    { share: 0.5, names: pool(en) },
    { share: 0.34, names: pool(de) },
    { share: 0.16, names: pool(fr) },
  ],
}
