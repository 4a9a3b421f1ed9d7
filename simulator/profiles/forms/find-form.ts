import { errorCodes, IcimsError } from '../../errors.ts'
import { type FormDefinition, isCompatible } from '../../tenant/forms.ts'
import type { ProfileType } from '../../tenant/profile-types.ts'
import type { ProfilesContext } from '../context.ts'

/** The profile each type of form is filled out for. */
export const ownerTypes = {
  Person: 'person',
  Job: 'job',
  'Recruiting Workflow': 'applicantworkflow',
  'Onboarding Workflow': 'onboardworkflow',
} as const satisfies Record<FormDefinition['type'], ProfileType>

/** The forms that are listed: neither disabled nor archived (IFRM). */
export function listForms({ config }: ProfilesContext): readonly FormDefinition[] {
  return config.forms.filter(({ disabled }) => disabled !== true)
}

/**
 * The form of this name.
 *
 * @throws IcimsError 404 without one, 403 for one that is disabled or that web services cannot handle; the texts are iCIMS's
 *   (IFRM), code 3 was seen with the second (C10).
 */
export function findForm({ config }: ProfilesContext, name: string): FormDefinition {
  const form = config.forms.find((candidate) => candidate.name === name)
  if (form === undefined) {
    const message = `A form with the formName of ${name} does not exist.`
    throw new IcimsError(404, [{ code: errorCodes.notFound, message }])
  }
  refuseUnusable(form)
  return form
}

/** @throws IcimsError 403. */
export function refuseUnusable(form: FormDefinition): void {
  if (form.disabled === true) throw refused('This form has been disabled')
  if (!isCompatible(form)) throw refused("This form's set up is incompatible with web services.")
}

function refused(message: string): IcimsError {
  return new IcimsError(403, [{ code: errorCodes.denied, message }])
}
