import { parseDateTime } from '../../dates.ts'
import { badRequest, errorCodes, notFound, type Problem } from '../../errors.ts'
import type { FormOwner } from '../../search/filters/formdata.ts'
import type { Stored } from '../../store/store.ts'
import type { FormDefinition } from '../../tenant/forms.ts'
import type { Actor, ProfilesContext, Warnings } from '../context.ts'
import { isObject, ValueError } from '../decode-value.ts'
import { readProfile } from '../read.ts'
import type { Body } from '../write.ts'
import { copyToProfile } from './copy-to-profile.ts'
import { decodeAnswer } from './decode-answer.ts'
import { findForm, ownerTypes } from './find-form.ts'
import { type FormData, formsOf, putForm, subjectOf } from './form-data.ts'

/** What a submit did: the id of the filled-out form, whether it is a new one, and what was skipped. */
export type Submitted = { id: number; isNew: boolean; warnings: Warnings }

/** Keys of the envelope that the platform sets itself. */
const platformKeys = new Set(['status', 'updatedby', 'updateddate'])
const people = ['requestedby', 'completedby', 'updatedfor'] as const

/**
 * Fills out a form for its owner. With `mayUpdate` (PUT) one that the owner filled out before is filled out anew; without it
 * (POST) that fails (IFRM). Inferred: the envelope is sent as it is read; `owner` is an id or a link; a PUT replaces all
 * answers; the status becomes Complete.
 *
 * @throws IcimsError 404 or 403 for the form, 404 for the owner, 400 naming each missing or bad answer.
 */
export function submitForm(context: ProfilesContext, body: Body, mayUpdate: boolean, actor: Actor): Submitted {
  return context.store.transaction(() => {
    const { formname, owner: sentOwner, signature, requesteddate, completeddate, ...rest } = body
    if (typeof formname !== 'string') throw badRequest([required('formname')])
    const form = findForm(context, formname)
    if (sentOwner === undefined) throw badRequest([required('owner')])
    const owner: FormOwner = { type: ownerTypes[form.type], id: profileId(sentOwner, 'owner') }
    readProfile(context, owner.type, owner.id, actor.access)
    const [existing] = formsOf(context, owner, form)
    if (existing !== undefined && !mayUpdate) {
      const message = `The owner has filled out this form already, as ${existing}.`
      throw badRequest([{ code: errorCodes.badValue, field: 'owner', message }])
    }
    const { answers, errors, warnings } = decodeAnswers(context, form, rest)
    const named = Object.fromEntries(
      people.filter((key) => rest[key] !== undefined).map((key) => [key, readPerson(context, rest[key], key)]),
    )
    if (errors.length > 0) throw badRequest(errors)
    const now = context.clock.now()
    const before = existing === undefined ? undefined : (context.store.get('formdata', existing) as FormData)
    const subject = subjectOf(context, owner)
    const id = existing ?? context.store.next('formdata')
    putForm(context, id, {
      formid: form.id,
      formname,
      status: 'Complete',
      owner,
      ...subject,
      ...(subject.person !== undefined && { completedby: subject.person }),
      ...named,
      ...(actor.person !== null && { updatedby: actor.person }),
      requesteddate: readDate(requesteddate, 'requesteddate') ?? before?.requesteddate ?? now,
      completeddate: readDate(completeddate, 'completeddate') ?? now,
      updateddate: now,
      signature: signature === true,
      answers,
    })
    copyToProfile(context, form, answers, owner, subject.person, actor)
    return { id, isNew: existing === undefined, warnings }
  })
}

function decodeAnswers(
  context: ProfilesContext,
  form: FormDefinition,
  body: Body,
): { answers: Record<string, Stored>; errors: Problem[]; warnings: Problem[] } {
  const answers: Record<string, Stored> = {}
  const errors: Problem[] = []
  const warnings: Problem[] = []
  for (const [key, value] of Object.entries(body)) {
    if ((people as readonly string[]).includes(key)) continue
    const question = form.questions.find(({ id }) => id === key)
    if (question === undefined) {
      const message = platformKeys.has(key) ? 'This field is set by the platform.' : 'There is no such question.'
      warnings.push({ code: errorCodes.fieldName, field: key, message })
    } else if (value !== null && value !== '') {
      try {
        answers[key] = decodeAnswer(question, value, context)
      } catch (error) {
        if (!(error instanceof ValueError)) throw error
        errors.push({ code: errorCodes.badValue, field: key, message: error.message })
      }
    }
  }
  const missing = form.questions.filter(({ id, required: must }) => must && answers[id] === undefined)
  const refused = new Set(errors.map(({ field }) => field))
  errors.push(...missing.filter(({ id }) => !refused.has(id)).map(({ id }) => required(id)))
  return { answers, errors, warnings }
}

/** @throws IcimsError 404 for somebody who is not there. */
function readPerson(context: ProfilesContext, value: unknown, key: string): number {
  const id = profileId(value, key)
  if (context.store.get('person', id) === undefined) throw notFound('Person')
  return id
}

/** A profile by its bare id, an object with it, or a link whose address ends with it. */
function profileId(value: unknown, field: string): number {
  const link = isObject(value)
    ? (value.id ??
      String(value.profile ?? '')
        .split('/')
        .at(-1))
    : value
  const id = typeof link === 'string' && /^\d{1,15}$/.test(link) ? Number(link) : link
  if (typeof id === 'number' && Number.isSafeInteger(id)) return id
  throw badRequest([{ code: errorCodes.badValue, field, message: 'The value must be the id of a profile.' }])
}

function readDate(value: unknown, field: string): number | undefined {
  if (value === undefined) return undefined
  const time = typeof value === 'string' ? parseDateTime(value) : undefined
  if (time !== undefined) return time
  const message = 'The value must be a date and time, yyyy-MM-dd hh:mm a.'
  throw badRequest([{ code: errorCodes.badValue, field, message }])
}

function required(field: string): Problem {
  return { code: errorCodes.required, field, message: 'This field is required.' }
}
