import { utcDay } from '../clock.ts'
import { badRequest, errorCodes } from '../errors.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { ProfilesContext } from './context.ts'
import { type Entry, withoutEmpty } from './entries.ts'
import { followWorkflow, moveForms, removeForms } from './forms/form-data.ts'
import { removeOffer } from './offers/offers.ts'
import { purgeFolder } from './purge-folder.ts'
import { readProfile } from './read.ts'
import { save } from './write.ts'

/** What a merge did: the fields it filled, the recruiting workflows it moved, and those the primary profile had already. */
export type Merged = { filled: string[]; moved: number[]; dropped: number[] }

/** The primary profile keeps its name and its folder, blank or not (KB). */
const kept = new Set(['firstname', 'middlename', 'lastname', 'folder'])
/** Two people cannot sign in by one name, so the discarded profile loses its own (inferred). */
const signIn = { login: undefined, password: undefined }

/**
 * Merges two profiles of one person, as a platform user does (KB). The primary one keeps what it has, its blanks are filled,
 * and it was created when the older of the two was. The discarded one is renamed `Merged with {primary} - {date}`, which a
 * client looks for in `firstname` (M2), and waits in the Purge folder. Recruiting workflows go over, sourcing and onboarding
 * ones do not. Inferred: of two workflows on one job the primary profile's stays; the discarded one keeps its last name;
 * the date is written yyyy-MM-dd; iForms
 * go over as well, but for those the primary profile has filled out too.
 *
 * @throws IcimsError 404 without either profile, 400 for a profile and itself.
 */
export function mergePeople(context: ProfilesContext, primary: number, discarded: number): Merged {
  if (primary === discarded) {
    throw badRequest([{ code: errorCodes.badValue, message: 'A profile cannot be merged with itself.' }])
  }
  return context.store.transaction(() => {
    const into = readProfile(context, 'person', primary)
    const from = readProfile(context, 'person', discarded)
    const folder = purgeFolder(context, 'person')
    const blanks = blankFields(context, into, from)
    save(context, 'person', primary, into, { ...into, ...blanks, ...creation(into, from) })
    const name = `Merged with ${primary} - ${utcDay(context.clock.now())}`
    const renamed = withoutEmpty({ ...from, ...signIn, firstname: name, middlename: undefined, folder })
    save(context, 'person', discarded, from, renamed)
    moveForms(context, discarded, primary)
    return { filled: Object.keys(blanks), ...moveWorkflows(context, primary, discarded) }
  })
}

/** What the primary profile lacks and the other one has. Entries of collections get ids of their own. */
function blankFields(context: ProfilesContext, into: ProfileData, from: ProfileData): ProfileData {
  const names = context.fields
    .of('person')
    .filter(({ name, readonly }) => !readonly && !kept.has(name))
    .map(({ name }) => name)
    .filter((name) => into[name] === undefined && from[name] !== undefined)
  const copied = (name: string): Stored | undefined => {
    const value = from[name]
    if (context.fields.find('person', name)!.kind !== 'collection') return value
    return (value as readonly Entry[]).map((entry) => ({ ...entry, entry: context.store.next('entry') }))
  }
  return Object.fromEntries(names.map((name) => [name, copied(name)]))
}

/** Created when, and by whom, the older of the two was. */
function creation(into: ProfileData, from: ProfileData): ProfileData {
  const older = Number(from.createddate) < Number(into.createddate) ? from : into
  return withoutEmpty({ createddate: older.createddate, createdby: older.createdby })
}

function moveWorkflows(context: ProfilesContext, primary: number, discarded: number): Omit<Merged, 'filled'> {
  const { store } = context
  const of = (person: number) =>
    store
      .find('applicantworkflow', { associatedprofile: person })
      .map((id) => ({ id, workflow: store.get('applicantworkflow', id)! }))
  const jobs = new Set(of(primary).map(({ workflow }) => workflow.baseprofile))
  const moved: number[] = []
  const dropped: number[] = []
  for (const { id, workflow } of of(discarded)) {
    if (jobs.has(workflow.baseprofile)) {
      removeForms(context, 'applicantworkflow', id)
      removeOffer(context, id)
      store.remove('applicantworkflow', id)
      dropped.push(id)
    } else {
      save(context, 'applicantworkflow', id, workflow, { ...workflow, associatedprofile: primary })
      followWorkflow(context, { type: 'applicantworkflow', id })
      moved.push(id)
    }
  }
  return { moved, dropped }
}
