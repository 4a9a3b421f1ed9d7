/** Looks at an answer before it leaves; gives back what does not fit the document. */
export type AnswerCheck = (operationId: string, response: Response) => Promise<string[]>

/** What the API host needs besides the tenant. */
export type AppOptions = {
  /** Told of every request that no operation answers. */
  onUnmatched?: (message: string) => void
  /** Told of a defect of ours. */
  onInternalError?: (error: unknown) => void
  /** How faults wait; real time unless given. */
  wait?: (milliseconds: number) => Promise<void>
  /** Given, every answer is checked, and a request that no operation answers is told so with a 501 instead of a 404. */
  check?: AnswerCheck
}

/** Waits real time. */
export function realWait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
