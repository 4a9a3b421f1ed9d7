import { errorCodes, IcimsError } from '../errors.ts'

/** A refused search: the texts are iCIMS's (SRCH), status and code are inferred. One bad filter refuses the whole. */
export function searchError(message: string): IcimsError {
  return new IcimsError(400, [{ code: errorCodes.badValue, message }])
}

/** Text that is no JSON, or JSON that is no search. */
export function parsingError(): IcimsError {
  return searchError('An unknown parsing error occurred')
}

/** Unknown, of another type, without a name, or hidden: one message for all. */
export function filterError(name: string): IcimsError {
  return searchError(`The following filter is either not valid or hidden: ${name}`)
}
