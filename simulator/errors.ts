/** One problem as iCIMS reports it, in the body and in a header (D13). */
export type Problem = {
  /** iCIMS's own number for the kind of problem; see `errorCodes`. */
  code: number
  /** The field it is bound to; it then opens the message, followed by a colon. */
  field?: string
  message: string
}

/**
 * Error codes. 0 to 4, 6 and 9 are evidenced (D13, D4, C5), the others are placeholders of ours, since no source prints
 * them: `openapi/errors.yaml` says which is which.
 */
export const errorCodes = {
  internal: 0,
  required: 1,
  notFound: 2,
  denied: 3,
  fieldName: 4,
  badValue: 5,
  credentials: 6,
  forbidden: 7,
  quota: 8,
  signature: 9,
  malformed: 10,
  method: 11,
  mediaType: 12,
  tooLarge: 13,
} as const

/** Headers of one answer; several values are several headers of that name. */
export type ExtraHeaders = Readonly<Record<string, string | readonly string[]>>

/** A request that iCIMS refuses: thrown anywhere, rendered by `render.ts` alone. */
export class IcimsError extends Error {
  override readonly name = 'IcimsError'
  readonly status: number
  readonly problems: readonly Problem[]
  readonly headers: ExtraHeaders

  constructor(status: number, problems: readonly Problem[], headers: ExtraHeaders = {}) {
    super(problems.map(problemText).join('; '))
    this.status = status
    this.problems = problems
    this.headers = headers
  }
}

/** The text of a problem: a field-bound one starts with the field's id (D13). */
export function problemText({ field, message }: Problem): string {
  return field === undefined ? message : `${field}: ${message}`
}

/** 404 with iCIMS's wording, "Job not found." (D13). */
export function notFound(label: string): IcimsError {
  return new IcimsError(404, [{ code: errorCodes.notFound, message: `${label} not found.` }])
}

/** 400 naming every problem at once, as iCIMS does for fields (D24); 403 where all are about missing rights (inferred). */
export function badRequest(problems: readonly Problem[]): IcimsError {
  const isForbidden = problems.every(({ code }) => code === errorCodes.forbidden)
  return new IcimsError(isForbidden ? 403 : 400, problems)
}
